namespace Segmentation;

/// <summary>K-Means from the old centroids, of which there may be too many or too few.</summary>
internal static class RefitWarmStart
{
    /// <summary>
    /// Fewer segments than before leave out those to which the fewest rows are nearest; more add one after the other, as a
    /// scan over k does.
    /// </summary>
    public static KMeansModel Fit(KMeans kmeans, FeatureMatrix matrix, FeatureMatrix oldCentroids, CancellationToken cancellationToken)
    {
        int count = Math.Min(kmeans.ClusterCount, oldCentroids.RowCount);
        KMeansModel model = (kmeans with { ClusterCount = count }).FitFrom(matrix, Kept(matrix, oldCentroids, count), null, cancellationToken);
        while (model.ClusterCount < kmeans.ClusterCount)
        {
            IGrowingClusterer growing = kmeans with { ClusterCount = model.ClusterCount + 1 };
            model = (KMeansModel)growing.FitBeyond(model, kmeans.ClusterCount, matrix, null, cancellationToken);
        }

        return model;
    }

    private static FeatureMatrix Kept(FeatureMatrix matrix, FeatureMatrix centroids, int count)
    {
        if (count == centroids.RowCount)
        {
            return centroids;
        }

        int[] sizes = ClusterSizes.Count(SquaredDistance.NearestOfEach(matrix, centroids), centroids.RowCount);
        IEnumerable<int> kept = Enumerable.Range(0, sizes.Length).OrderByDescending(i => sizes[i]).ThenBy(i => i).Take(count).Order();
        return FeatureMatrix.Owning(centroids.FeatureNames, [.. kept.SelectMany(i => centroids.Row(i).ToArray())]);
    }
}
