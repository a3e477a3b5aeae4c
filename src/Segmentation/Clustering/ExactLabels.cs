namespace Segmentation;

/// <summary>
/// Makes a model of given centroids: every row belongs to the nearest, no cluster is empty, and clusters are numbered by
/// falling weight.
/// </summary>
internal sealed class ExactLabels
{
    private readonly FeatureMatrix matrix;
    private readonly FixedChunks chunks;
    private readonly int[] labels;
    private readonly double[] distances;

    public ExactLabels(FeatureMatrix matrix, int threads)
    {
        this.matrix = matrix;
        chunks = new FixedChunks(matrix.RowCount, threads);
        labels = new int[matrix.RowCount];
        distances = new double[matrix.RowCount];
    }

    /// <summary>The model; the centroids stay what they are but for those of empty clusters.</summary>
    /// <param name="centroids">k x d numbers; the matrix has at least k different rows.</param>
    /// <param name="iterations">For the model to tell.</param>
    /// <param name="converged">For the model to tell.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public KMeansModel Model(double[] centroids, int iterations, bool converged, CancellationToken cancellationToken)
    {
        double[] weights = WithoutEmptyClusters(ref centroids, cancellationToken);
        for (int i = 0; i < ClusterOrder.MostChanges; i++)
        {
            int[] order = ClusterOrder.Of(centroids, weights);
            if (ClusterOrder.IsInPlace(order))
            {
                break;
            }

            centroids = ClusterOrder.Apply(order, centroids);
            weights = WithoutEmptyClusters(ref centroids, cancellationToken);
        }

        double inertia = chunks.Sum(
            (start, end) =>
            {
                double sum = 0;
                for (int row = start; row < end; row++)
                {
                    sum += matrix.WeightOf(row) * distances[row];
                }

                return sum;
            },
            cancellationToken);
        int[] sizes = ClusterSizes.Count(labels, weights.Length);
        return new KMeansModel(labels, sizes, FeatureMatrix.Owning(matrix.FeatureNames, centroids), inertia, iterations, converged);
    }

    /// <summary>
    /// Labels the rows; while a cluster is empty, its centroid goes to the row farthest from all, which lowers the inertia
    /// each time and so comes to an end.
    /// </summary>
    /// <returns>The weight of each cluster.</returns>
    private double[] WithoutEmptyClusters(ref double[] centroids, CancellationToken cancellationToken)
    {
        double[] weights = Assign(centroids, cancellationToken);
        int empty;
        while ((empty = Array.IndexOf(weights, 0)) >= 0)
        {
            int farthest = Array.IndexOf(distances, distances.Max());
            if (distances[farthest] == 0)
            {
                throw new ArgumentException(
                    $"{weights.Length} clusters cannot be told apart: rows differ so little that their squared distances are 0. Scale the features first.",
                    nameof(centroids));
            }

            double[] seated = [.. centroids];
            matrix.Row(farthest).CopyTo(seated.AsSpan(empty * matrix.FeatureCount));
            centroids = seated;
            weights = Assign(centroids, cancellationToken);
        }

        return weights;
    }

    private double[] Assign(double[] centroids, CancellationToken cancellationToken)
    {
        int clusterCount = centroids.Length / matrix.FeatureCount;
        double[] chunkWeights = new double[chunks.Count * clusterCount];
        chunks.ForEach(
            (chunk, start, end) =>
            {
                for (int row = start; row < end; row++)
                {
                    (labels[row], distances[row]) = SquaredDistance.Nearest(matrix.Row(row), centroids);
                    chunkWeights[(chunk * clusterCount) + labels[row]] += matrix.WeightOf(row);
                }
            },
            cancellationToken);
        double[] weights = new double[clusterCount];
        for (int i = 0; i < chunkWeights.Length; i++)
        {
            weights[i % clusterCount] += chunkWeights[i];
        }

        return weights;
    }
}
