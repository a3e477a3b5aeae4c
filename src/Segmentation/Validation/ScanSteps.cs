namespace Segmentation;

/// <summary>Counts the steps of a scan, which may end on several threads, and tells of them in order.</summary>
internal sealed class ScanSteps(int foreseen, IProgress<PipelineProgress>? progress)
{
    private readonly Lock reporting = new();
    private int done;
    private int total = foreseen;

    /// <summary>Foresees so many further steps.</summary>
    public void More(int steps) => total += steps;

    public void Next(string step)
    {
        lock (reporting)
        {
            progress?.Report(new PipelineProgress(step, ++done, total));
        }
    }
}
