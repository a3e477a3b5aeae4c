namespace Segmentation;

/// <summary>How well features tell segments apart, on the scale that was clustered.</summary>
internal static class SegmentSeparation
{
    /// <summary>More rows than this are thinned, evenly, to so many.</summary>
    private const int MostRows = 5000;

    /// <summary>
    /// For each feature the share of its variance that lies between the segments (eta squared), 0 to 1; 0 for one that is
    /// constant.
    /// </summary>
    public static double[] ExplainedVariance(FeatureMatrix matrix, ReadOnlySpan<int> labels, int segments)
    {
        int features = matrix.FeatureCount;
        double[] means = new double[features];
        double[] segmentMeans = new double[segments * features];
        int[] sizes = new int[segments];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            sizes[labels[row]]++;
            for (int feature = 0; feature < features; feature++)
            {
                means[feature] += matrix.Row(row)[feature] / matrix.RowCount;
                segmentMeans[(labels[row] * features) + feature] += matrix.Row(row)[feature];
            }
        }

        double[] between = new double[features];
        for (int segment = 0; segment < segments; segment++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                double mean = segmentMeans[(segment * features) + feature] / Math.Max(1, sizes[segment]);
                between[feature] += sizes[segment] * Squared(mean - means[feature]);
            }
        }

        double[] total = new double[features];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            for (int feature = 0; feature < features; feature++)
            {
                total[feature] += Squared(matrix.Row(row)[feature] - means[feature]);
            }
        }

        // What lies within the segments by no more than rounding is none.
        return [.. between.Zip(total, (part, all) => all > 0 ? (part / all > 1 - 1e-12 ? 1 : part / all) : 0)];
    }

    /// <summary>
    /// The share of the customers who are nearest to the centre of their own segment where only two axes are seen, each
    /// segment counting alike, 0 to 1.
    /// </summary>
    /// <param name="x">Each row's place on one axis.</param>
    /// <param name="y">Each row's place on the other.</param>
    /// <param name="labels">The segment of each row, from 0; none is empty.</param>
    /// <param name="segments">The number of segments.</param>
    public static double Recovered(double[] x, double[] y, ReadOnlySpan<int> labels, int segments)
    {
        (double X, double Y)[] centres = new (double, double)[segments];
        int[] sizes = new int[segments];
        for (int row = 0; row < x.Length; row++)
        {
            centres[labels[row]].X += x[row];
            centres[labels[row]].Y += y[row];
            sizes[labels[row]]++;
        }

        for (int segment = 0; segment < segments; segment++)
        {
            centres[segment] = (centres[segment].X / sizes[segment], centres[segment].Y / sizes[segment]);
        }

        int[] seen = new int[segments];
        int[] own = new int[segments];
        int step = Math.Max(1, x.Length / MostRows);
        for (int row = 0; row < x.Length; row += step)
        {
            int nearest = 0;
            for (int segment = 1; segment < segments; segment++)
            {
                if (Distance(x[row], y[row], centres[segment]) < Distance(x[row], y[row], centres[nearest]))
                {
                    nearest = segment;
                }
            }

            seen[labels[row]]++;
            own[labels[row]] += nearest == labels[row] ? 1 : 0;
        }

        return Enumerable.Range(0, segments).Where(segment => seen[segment] > 0)
            .Average(segment => (double)own[segment] / seen[segment]);
    }

    private static double Distance(double x, double y, (double X, double Y) centre) => Squared(x - centre.X) + Squared(y - centre.Y);

    private static double Squared(double value) => value * value;
}
