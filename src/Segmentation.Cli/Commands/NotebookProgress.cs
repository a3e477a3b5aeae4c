using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>Runs a notebook with a bar of its own.</summary>
internal sealed class NotebookProgress : IProgress<RunProgress>
{
    private readonly ProgressStages stages;
    private readonly string name;
    private IProgress<double> stage;

    private NotebookProgress(ProgressStages stages, string name)
    {
        this.stages = stages;
        this.name = name;
        stage = stages.Start(name);
    }

    public static NotebookRun Run(
        NotebookRunner runner,
        NotebookDocument document,
        ParameterValues? values,
        ProgressStages stages,
        CancellationToken cancellationToken) =>
        runner.RunAsync(document, values, new NotebookProgress(stages, Path.GetFileName(document.Path)), cancellationToken)
            .GetAwaiter().GetResult();

    public void Report(RunProgress value)
    {
        if (value.Restoring is string packages)
        {
            stage = stages.Start($"{name}: restoring {packages}");
        }

        stage.Report((double)value.Done / value.Total);
    }
}
