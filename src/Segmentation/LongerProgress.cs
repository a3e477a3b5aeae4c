namespace Segmentation;

/// <summary>Tells of work that goes on after the steps of another: the total of those is raised from the first report.</summary>
internal sealed class LongerProgress(IProgress<PipelineProgress> progress, int more) : IProgress<PipelineProgress>
{
    private int before;

    public void Report(PipelineProgress value)
    {
        before = value.Total;
        progress.Report(value with { Total = value.Total + more });
    }

    /// <summary>The steps that follow.</summary>
    public IProgress<ResamplingProgress> Then(string step) => new Further(this, step);

    private sealed class Further(LongerProgress longer, string step) : IProgress<ResamplingProgress>
    {
        public void Report(ResamplingProgress value) =>
            longer.Tell(new PipelineProgress(step, longer.before + value.Done, longer.before + value.Total));
    }

    private void Tell(PipelineProgress value) => progress.Report(value);
}
