namespace Segmentation;

/// <summary>
/// One run of Lloyd's algorithm (Lloyd 1982) over one matrix: assign every row to its nearest centroid, move every
/// centroid to the mean of its rows, until no label changes. Keeps its buffers from run to run.
/// </summary>
internal sealed class LloydIterations
{
    private readonly FeatureMatrix matrix;
    private readonly FixedChunks chunks;
    private readonly NearestCentroids nearestCentroids;
    private readonly int clusterCount;
    private readonly int[] labels;
    private readonly int[] nearest;
    private readonly double[] distances;
    private readonly double[] chunkSums;
    private readonly double[] chunkWeights;
    private readonly double[] chunkInertias;
    private readonly int[] chunkChanges;

    public LloydIterations(FeatureMatrix matrix, int clusterCount, int threads)
    {
        this.matrix = matrix;
        this.clusterCount = clusterCount;
        chunks = new FixedChunks(matrix.RowCount, threads);
        nearestCentroids = new NearestCentroids(matrix);
        labels = new int[matrix.RowCount];
        nearest = new int[matrix.RowCount];
        distances = new double[matrix.RowCount];
        chunkSums = new double[chunks.Count * clusterCount * matrix.FeatureCount];
        chunkWeights = new double[chunks.Count * clusterCount];
        chunkInertias = new double[chunks.Count];
        chunkChanges = new int[chunks.Count];
    }

    /// <summary>What a run ends with; the arrays are its own.</summary>
    /// <param name="Labels">n labels.</param>
    /// <param name="Centroids">k x d numbers.</param>
    /// <param name="ClusterWeights">The total weight of each cluster.</param>
    /// <param name="Inertia">The weighted sum of squared distances to the centroids.</param>
    /// <param name="Iterations">Assignments made.</param>
    /// <param name="Converged">Whether it stopped because nothing changed any more (or by the tolerance).</param>
    public sealed record Outcome(
        int[] Labels, double[] Centroids, double[] ClusterWeights, double Inertia, int Iterations, bool Converged);

    /// <summary>Runs from the given centroids.</summary>
    /// <param name="start">k x d numbers; not changed.</param>
    /// <param name="maxIterations">The most assignments that are followed by a move.</param>
    /// <param name="tolerance">Stop when an iteration lowers the inertia by less than this share; 0: never for this.</param>
    /// <param name="report">Is told the iteration and the inertia it found.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public Outcome Run(
        double[] start, int maxIterations, double tolerance, Action<int, double>? report, CancellationToken cancellationToken)
    {
        double[] centroids = [.. start];
        double[] weights = new double[clusterCount];
        Array.Fill(labels, -1);
        double previous = double.PositiveInfinity;
        bool converged = false;
        bool refilled = false;
        int iteration = 0;
        while (!converged && iteration < maxIterations)
        {
            iteration++;
            (int changes, double inertia) = Assign(centroids, cancellationToken);
            converged = (changes == 0 && !refilled) || (tolerance > 0 && previous - inertia < tolerance * inertia);
            previous = inertia;
            MoveCentroids(centroids, weights);
            report?.Invoke(iteration, inertia);

            // The cluster that gave a row away has moved only after the next assignment.
            refilled = RefillEmptyClusters(centroids, weights);
            converged &= !refilled;
        }

        // Only labels that have stopped changing are still the nearest centroids' after the last move.
        return converged && tolerance == 0
            ? Result(centroids, weights, iteration, converged, cancellationToken)
            : Label(centroids, iteration, converged, cancellationToken);
    }

    /// <summary>Gives every row the label of its nearest centroid and moves nothing.</summary>
    /// <param name="centroids">k x d numbers.</param>
    /// <param name="iterations">The iterations that led to them, for the outcome to tell.</param>
    /// <param name="converged">Whether those had settled, for the outcome to tell.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Outcome Label(double[] centroids, int iterations, bool converged, CancellationToken cancellationToken)
    {
        double[] weights = new double[clusterCount];
        Assign(centroids, cancellationToken);
        SumClusterWeights(weights);
        return Result(centroids, weights, iterations, converged, cancellationToken);
    }

    private Outcome Result(
        double[] centroids, double[] weights, int iterations, bool converged, CancellationToken cancellationToken) =>
        new([.. labels], centroids, weights, InertiaOf(centroids, cancellationToken), iterations, converged);

    private (int Changes, double Inertia) Assign(double[] centroids, CancellationToken cancellationToken)
    {
        chunks.ForEach((chunk, start, end) => AssignChunk(centroids, chunk, start, end), cancellationToken);
        int changes = 0;
        double inertia = 0;
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            changes += chunkChanges[chunk];
            inertia += chunkInertias[chunk];
        }

        return (changes, inertia);
    }

    private void AssignChunk(double[] centroids, int chunk, int start, int end)
    {
        int featureCount = matrix.FeatureCount;
        Span<double> sums = chunkSums.AsSpan(chunk * clusterCount * featureCount, clusterCount * featureCount);
        Span<double> weights = chunkWeights.AsSpan(chunk * clusterCount, clusterCount);
        sums.Clear();
        weights.Clear();
        ReadOnlySpan<double> rowWeights = matrix.RowWeights;
        int changes = 0;
        double inertia = 0;
        nearestCentroids.Find(centroids, start, end, nearest, distances);
        for (int row = start; row < end; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            int label = nearest[row];
            double weight = rowWeights.IsEmpty ? 1 : rowWeights[row];
            changes += labels[row] == label ? 0 : 1;
            labels[row] = label;
            inertia += weight * distances[row];
            weights[label] += weight;
            Span<double> sum = sums.Slice(label * featureCount, featureCount);
            for (int feature = 0; feature < sum.Length; feature++)
            {
                sum[feature] += weight * values[feature];
            }
        }

        chunkChanges[chunk] = changes;
        chunkInertias[chunk] = inertia;
    }

    /// <summary>Moves every centroid that has rows to their mean; one without stays where it is.</summary>
    private void MoveCentroids(double[] centroids, double[] weights)
    {
        int featureCount = matrix.FeatureCount;
        SumClusterWeights(weights);
        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            if (weights[cluster] == 0)
            {
                continue;
            }

            for (int feature = 0; feature < featureCount; feature++)
            {
                double sum = 0;
                for (int chunk = 0; chunk < chunks.Count; chunk++)
                {
                    sum += chunkSums[(((chunk * clusterCount) + cluster) * featureCount) + feature];
                }

                centroids[(cluster * featureCount) + feature] = sum / weights[cluster];
            }
        }
    }

    private void SumClusterWeights(double[] weights)
    {
        Array.Clear(weights);
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                weights[cluster] += chunkWeights[(chunk * clusterCount) + cluster];
            }
        }
    }

    /// <summary>
    /// Moves the centroid of each empty cluster to the row that is farthest from every centroid, of equally far ones
    /// the first; a row that is alone in its cluster stays there. Returns whether there was an empty cluster.
    /// </summary>
    private bool RefillEmptyClusters(double[] centroids, double[] weights)
    {
        if (Array.TrueForAll(weights, weight => weight > 0))
        {
            return false;
        }

        int[] sizes = new int[clusterCount];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            if (sizes[cluster] > 0)
            {
                continue;
            }

            int farthest = FarthestRow(sizes);
            sizes[labels[farthest]]--;
            sizes[cluster] = 1;
            labels[farthest] = cluster;
            ReadOnlySpan<double> seat = matrix.Row(farthest);
            seat.CopyTo(centroids.AsSpan(cluster * matrix.FeatureCount));
            for (int row = 0; row < distances.Length; row++)
            {
                distances[row] = Math.Min(distances[row], SquaredDistance.Between(matrix.Row(row), seat));
            }
        }

        return true;
    }

    private int FarthestRow(int[] sizes)
    {
        int farthest = -1;
        for (int row = 0; row < distances.Length; row++)
        {
            if (sizes[labels[row]] > 1 && (farthest < 0 || distances[row] > distances[farthest]))
            {
                farthest = row;
            }
        }

        return farthest;
    }

    private double InertiaOf(double[] centroids, CancellationToken cancellationToken)
    {
        int featureCount = matrix.FeatureCount;
        double[] rowWeights = matrix.RowWeightArray;
        return chunks.Sum(
            (start, end) =>
            {
                double sum = 0;
                for (int row = start; row < end; row++)
                {
                    ReadOnlySpan<double> centroid = centroids.AsSpan(labels[row] * featureCount, featureCount);
                    double weight = rowWeights.Length == 0 ? 1 : rowWeights[row];
                    sum += weight * SquaredDistance.Between(matrix.Row(row), centroid);
                }

                return sum;
            },
            cancellationToken);
    }
}
