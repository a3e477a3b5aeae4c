namespace Segmentation;

/// <summary>Squared Euclidean distances, added up feature by feature from the first to the last.</summary>
internal static class SquaredDistance
{
    public static double Between(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int feature = 0; feature < left.Length; feature++)
        {
            double difference = left[feature] - right[feature];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>For each row the nearest centroid; of equally near ones, the first.</summary>
    public static int[] NearestOfEach(FeatureMatrix matrix, FeatureMatrix centroids)
    {
        int[] nearest = new int[matrix.RowCount];
        for (int row = 0; row < nearest.Length; row++)
        {
            nearest[row] = Nearest(matrix.Row(row), centroids.Values).Index;
        }

        return nearest;
    }

    /// <summary>The nearest of k points and the squared distance to it; of equally near ones, the first.</summary>
    /// <param name="row">d numbers.</param>
    /// <param name="centroids">k x d numbers.</param>
    public static (int Index, double Distance) Nearest(ReadOnlySpan<double> row, ReadOnlySpan<double> centroids)
    {
        int nearest = 0;
        double smallest = double.PositiveInfinity;
        for (int index = 0, offset = 0; offset < centroids.Length; index++, offset += row.Length)
        {
            double distance = Between(row, centroids.Slice(offset, row.Length));
            if (distance < smallest)
            {
                (nearest, smallest) = (index, distance);
            }
        }

        return (nearest, smallest);
    }

    /// <summary>As <see cref="Nearest"/>, and whether a second centroid is as near.</summary>
    public static (int Index, double Distance, bool IsTied) NearestOrTied(ReadOnlySpan<double> row, ReadOnlySpan<double> centroids)
    {
        int nearest = 0;
        double smallest = double.PositiveInfinity;
        bool tied = false;
        for (int index = 0, offset = 0; offset < centroids.Length; index++, offset += row.Length)
        {
            double distance = Between(row, centroids.Slice(offset, row.Length));
            if (distance < smallest)
            {
                (nearest, smallest, tied) = (index, distance, false);
            }
            else if (distance == smallest)
            {
                tied = true;
            }
        }

        return (nearest, smallest, tied);
    }
}
