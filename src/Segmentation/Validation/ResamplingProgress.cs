namespace Segmentation;

/// <summary>How far a criterion is that clusters many sets of rows.</summary>
/// <param name="Done">The sets that are done.</param>
/// <param name="Total">All sets.</param>
public sealed record ResamplingProgress(int Done, int Total);

/// <summary>Counts sets that are done on several threads and tells in rising order.</summary>
internal sealed class ResamplingCount(int total, IProgress<ResamplingProgress>? progress)
{
    private readonly Lock reporting = new();
    private int done;

    public void One()
    {
        lock (reporting)
        {
            progress?.Report(new ResamplingProgress(++done, total));
        }
    }
}
