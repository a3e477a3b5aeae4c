namespace Segmentation;

/// <summary>
/// Silhouette widths (Rousseeuw 1987): for each row (b - a) / max(a, b), where a is its mean distance to the rest of
/// its own cluster and b the smallest mean distance to another cluster. Near 1: well placed; near 0: between two
/// clusters; negative: nearer to another cluster. Not to be compared with a <see cref="SimplifiedSilhouette"/>.
/// </summary>
public sealed partial class SilhouetteResult
{
    private readonly int[] rows;
    private readonly int[] labels;
    private readonly double[] widths;

    internal SilhouetteResult(
        SilhouetteEstimate mean, int[] rows, int[] labels, double[] widths, IReadOnlyList<double> clusterMeans)
    {
        Mean = mean;
        this.rows = rows;
        this.labels = labels;
        this.widths = widths;
        ClusterMeans = clusterMeans;
    }

    /// <summary>The mean width over all rows, exact or estimated from <see cref="Rows"/>.</summary>
    public SilhouetteEstimate Mean { get; }

    /// <summary>The matrix rows that have a width: all of them, or the sample, in rising order.</summary>
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>The cluster of each of <see cref="Rows"/>.</summary>
    public ReadOnlySpan<int> Labels => labels;

    /// <summary>The width of each of <see cref="Rows"/>.</summary>
    public ReadOnlySpan<double> Widths => widths;

    /// <summary>The mean width of each cluster, k of them, over <see cref="Rows"/>.</summary>
    public IReadOnlyList<double> ClusterMeans { get; }
}
