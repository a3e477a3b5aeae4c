namespace Segmentation;

/// <summary>How silhouettes are computed: for every row, or past a size for a sample.</summary>
public sealed record SilhouetteOptions
{
    /// <summary>
    /// The most rows for which every width is computed; default 50,000. That takes n (n - 1) / 2 distances, so twice the
    /// rows take four times as long, and beside the rows a sum for each row and cluster, at most 64 MB or 256 bytes a row.
    /// </summary>
    public int ExactLimit
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(ExactLimit));
    } = 50_000;

    /// <summary>The rows of the sample past the limit, stratified by cluster; default 10,000.</summary>
    public int SampleSize
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(SampleSize));
    } = 10_000;

    /// <summary>Where the sample's random numbers start; default 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How many threads may work; default one for each processor. It changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;
}
