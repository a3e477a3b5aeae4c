namespace Segmentation.Tests.Clustering;

/// <summary>
/// Lloyd's algorithm as a textbook has it, row by row in double precision: the judge of the fast one. An empty cluster is
/// refilled as <see cref="KMeans"/> documents it nowhere but in its tests: with the farthest row that is not alone.
/// </summary>
internal static class PlainLloyd
{
    public static (int[] Labels, double[] Centroids, double Inertia, int Iterations) Run(FeatureMatrix matrix, FeatureMatrix start)
    {
        int featureCount = matrix.FeatureCount;
        int clusterCount = start.RowCount;
        double[] centroids = start.Values.ToArray();
        int[] labels = [.. Enumerable.Repeat(-1, matrix.RowCount)];
        double[] distances = new double[matrix.RowCount];
        bool refilled = false;
        for (int iteration = 1; ; iteration++)
        {
            bool changed = false;
            for (int row = 0; row < labels.Length; row++)
            {
                (int nearest, distances[row]) = SquaredDistance.Nearest(matrix.Row(row), centroids);
                changed |= labels[row] != nearest;
                labels[row] = nearest;
            }

            if (!changed && !refilled)
            {
                return (labels, centroids, distances.Sum(), iteration);
            }

            int[] sizes = new int[clusterCount];
            double[] sums = new double[centroids.Length];
            for (int row = 0; row < labels.Length; row++)
            {
                sizes[labels[row]]++;
                for (int feature = 0; feature < featureCount; feature++)
                {
                    sums[(labels[row] * featureCount) + feature] += matrix.Row(row)[feature];
                }
            }

            for (int i = 0; i < sums.Length; i++)
            {
                centroids[i] = sizes[i / featureCount] == 0 ? centroids[i] : sums[i] / sizes[i / featureCount];
            }

            refilled = sizes.Contains(0);
            for (int empty = 0; empty < clusterCount; empty++)
            {
                if (sizes[empty] == 0)
                {
                    int farthest = Enumerable.Range(0, labels.Length).Where(row => sizes[labels[row]] > 1).MaxBy(row => distances[row]);
                    sizes[labels[farthest]]--;
                    sizes[empty] = 1;
                    labels[farthest] = empty;
                    matrix.Row(farthest).CopyTo(centroids.AsSpan(empty * featureCount));
                    for (int row = 0; row < labels.Length; row++)
                    {
                        distances[row] = Math.Min(distances[row], SquaredDistance.Between(matrix.Row(row), matrix.Row(farthest)));
                    }
                }
            }
        }
    }
}
