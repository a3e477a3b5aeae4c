namespace Segmentation.Cli;

/// <summary>Passes a pipeline's progress on to the bar of a stage.</summary>
internal sealed class StageProgress(IProgress<double> stage) : IProgress<PipelineProgress>
{
    public void Report(PipelineProgress value) => stage.Report((double)value.Done / value.Total);
}
