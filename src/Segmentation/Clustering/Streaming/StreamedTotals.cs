namespace Segmentation;

/// <summary>What one assignment of all rows to their nearest centroids adds up to.</summary>
/// <param name="Sums">k x d: the sum of each cluster's rows.</param>
/// <param name="Sizes">The rows of each cluster, k of them.</param>
/// <param name="Inertia">The sum of squared distances to the centroids.</param>
/// <param name="HasTies">Whether some row is equally near to two centroids, so that the order of these decides.</param>
internal sealed record StreamedTotals(double[] Sums, double[] Sizes, double Inertia, bool HasTies)
{
    /// <summary>As if the centroids had stood in another order.</summary>
    public StreamedTotals InOrder(int[] order) =>
        this with { Sums = ClusterOrder.Apply(order, Sums), Sizes = ClusterOrder.Apply(order, Sizes) };
}
