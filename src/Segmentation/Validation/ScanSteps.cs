namespace Segmentation;

/// <summary>Counts the steps of a scan, which may end on several threads, and tells of them in order.</summary>
internal sealed class ScanSteps(int total, IProgress<PipelineProgress>? progress)
{
    private readonly Lock reporting = new();
    private int done;

    public void Next(string step)
    {
        lock (reporting)
        {
            progress?.Report(new PipelineProgress(step, ++done, total));
        }
    }
}
