namespace Segmentation.Tests.Clustering;

/// <summary>Made-up groups of rows in the plane.</summary>
internal static class Blobs
{
    /// <summary>Round groups of unit spread whose centres lie on a circle, <paramref name="distance"/> apart.</summary>
    public static FeatureMatrix Make(int rows, int clusters, int seed, double distance = 8)
    {
        Random random = new(seed);
        double radius = clusters == 1 ? 0 : distance / 2 / Math.Sin(Math.PI / clusters);
        return FeatureMatrix.FromRows([.. Enumerable.Range(0, rows).Select(row =>
        {
            double angle = 2 * Math.PI * (row % clusters) / clusters;
            return new[] { (radius * Math.Cos(angle)) + Normal(random), (radius * Math.Sin(angle)) + Normal(random) };
        })]);
    }

    /// <summary>Rows spread evenly over the unit square.</summary>
    public static FeatureMatrix Noise(int rows, int seed)
    {
        Random random = new(seed);
        return FeatureMatrix.FromRows([.. Enumerable.Range(0, rows).Select(_ => new[] { random.NextDouble(), random.NextDouble() })]);
    }

    private static double Normal(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
}
