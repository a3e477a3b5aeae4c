namespace Segmentation.Tests.Profiling.Rules;

/// <summary>Clusterings made by hand, and the rows' own units for checks.</summary>
internal static class Clusters
{
    /// <summary>A model with these labels and centroids; its inertia is by definition.</summary>
    public static KMeansModel Model(FeatureMatrix matrix, int[] labels, params double[][] centroids)
    {
        int[] sizes = [.. centroids.Select((_, cluster) => labels.Count(label => label == cluster))];
        double inertia = labels.Select((label, row) =>
            centroids[label].Select((value, feature) => Math.Pow(matrix.Row(row)[feature] - value, 2)).Sum()).Sum();
        return new KMeansModel(labels, sizes, new FeatureMatrix(matrix.FeatureNames, [.. centroids.SelectMany(value => value)]), inertia, 1, true);
    }

    /// <summary>The questions of a tree from the root down, at most before above: (feature, threshold, rows).</summary>
    public static IEnumerable<(int Feature, double Threshold, int Count)> Splits(ThresholdNode node) => node is ThresholdSplit split
        ? [(split.FeatureIndex, split.Threshold, split.Count), .. Splits(split.AtMost), .. Splits(split.Above)]
        : [];
}
