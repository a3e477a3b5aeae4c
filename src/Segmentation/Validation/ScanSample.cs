namespace Segmentation;

/// <summary>The rows that stand for all where many sets of rows are clustered.</summary>
internal static class ScanSample
{
    /// <summary>Of fewer rows than this of a cluster resampling says little,</summary>
    private const int LeastPerCluster = 30;

    /// <summary>and of a sample that is small by itself this share has to do.</summary>
    private const double LeastShare = 0.05;

    /// <summary>
    /// About so many rows at random; where that would leave fewer than 30 (or 5% of the sample) of a cluster, they are
    /// drawn cluster by cluster, from small ones 30 (or all).
    /// </summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="finest">The model with the most clusters.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static FeatureMatrix Draw(FeatureMatrix matrix, ClusterModel finest, int count, int seed)
    {
        double least = Math.Min(LeastPerCluster, LeastShare * count);
        if (count >= matrix.RowCount || !matrix.RowWeights.IsEmpty || finest.Sizes.Min() * (double)count / matrix.RowCount >= least)
        {
            return WeightedRowSample.Draw(matrix, count, seed);
        }

        int[][] drawn = StratifiedSample.Draw(ClusterSizes.Members(finest.LabelArray, finest.Sizes), count, seed);
        return RowSample.Take(matrix, [.. drawn.SelectMany(rows => rows).Order()]);
    }
}
