namespace Segmentation;

/// <summary>Checks labels that come from outside, counts and sorts them.</summary>
internal static class ClusterSizes
{
    /// <summary>The number of rows of each cluster.</summary>
    /// <param name="labels">Labels below <paramref name="clusterCount"/>.</param>
    /// <param name="clusterCount">k.</param>
    public static int[] Count(ReadOnlySpan<int> labels, int clusterCount)
    {
        int[] sizes = new int[clusterCount];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        return sizes;
    }

    /// <summary>The weight of each cluster: the number of its rows where they carry no weights.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="labels">Checked labels.</param>
    /// <param name="sizes">The number of rows of each cluster.</param>
    public static double[] Weights(FeatureMatrix matrix, ReadOnlySpan<int> labels, int[] sizes)
    {
        if (matrix.RowWeights.IsEmpty)
        {
            return [.. sizes.Select(size => (double)size)];
        }

        double[] weights = new double[sizes.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            weights[labels[row]] += matrix.RowWeights[row];
        }

        return weights;
    }

    /// <summary>The rows of each cluster, in rising order.</summary>
    /// <param name="labels">Checked labels.</param>
    /// <param name="sizes">The number of rows of each cluster.</param>
    public static int[][] Members(ReadOnlySpan<int> labels, IEnumerable<int> sizes)
    {
        int[][] members = [.. sizes.Select(size => new int[size])];
        int[] filled = new int[members.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            int cluster = labels[row];
            members[cluster][filled[cluster]++] = row;
        }

        return members;
    }

    /// <summary>The number of rows of each cluster, 0 to the highest label.</summary>
    /// <exception cref="ArgumentException">
    /// The number of labels is not n, a label is negative, a cluster has no row, or there are fewer than two clusters.
    /// </exception>
    public static int[] Of(FeatureMatrix matrix, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (labels.Length != matrix.RowCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {matrix.RowCount} rows.", nameof(labels));
        }

        int highest = -1;
        foreach (int label in labels)
        {
            highest = Math.Max(highest, label);
            ArgumentOutOfRangeException.ThrowIfNegative(label, nameof(labels));
        }

        int[] sizes = Count(labels, highest + 1);
        if (sizes.Length < 2)
        {
            throw new ArgumentException("The index compares clusters: it needs at least two.", nameof(labels));
        }

        int empty = Array.IndexOf(sizes, 0);
        return empty < 0
            ? sizes
            : throw new ArgumentException($"No row has label {empty}; labels run from 0 without a gap.", nameof(labels));
    }
}
