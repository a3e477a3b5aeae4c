namespace Segmentation;

/// <summary>Old and new centroids of the segments that go on, mixed with a stated weight.</summary>
internal static class CentroidBlend
{
    /// <summary>Weight x old + (1 - weight) x new, feature by feature; a new segment's centroid stays as it is.</summary>
    /// <param name="weight">How much the old ones count, 0 to 1.</param>
    /// <param name="oldCentroids">On the same scale as the new ones.</param>
    /// <param name="newCentroids">k x d.</param>
    /// <param name="oldOf">For each new one the place of the old one; null for none.</param>
    public static FeatureMatrix Of(double weight, FeatureMatrix oldCentroids, FeatureMatrix newCentroids, IReadOnlyList<int?> oldOf)
    {
        double[] blended = newCentroids.Values.ToArray();
        for (int i = 0; i < blended.Length; i++)
        {
            if (oldOf[i / newCentroids.FeatureCount] is int old)
            {
                double before = oldCentroids.Values[(old * newCentroids.FeatureCount) + (i % newCentroids.FeatureCount)];
                blended[i] = (weight * before) + ((1 - weight) * blended[i]);
            }
        }

        return FeatureMatrix.Owning(newCentroids.FeatureNames, blended);
    }
}
