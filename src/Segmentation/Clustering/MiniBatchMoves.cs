using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// The centroids of <see cref="MiniBatchKMeans"/> and the weight that each has drawn so far. A centroid is the mean of all
/// rows that were ever drawn and given to it, so that each moves less the more it has seen.
/// </summary>
internal sealed class MiniBatchMoves(FeatureMatrix matrix, double[] start, double reassignmentRatio, int threads)
{
    private readonly int featureCount = matrix.FeatureCount;
    private readonly double[] weights = new double[start.Length / matrix.FeatureCount];
    private int[] nearest = [];
    private double[] distances = [];
    private long rowsSinceReassignment;

    /// <summary>k x d numbers.</summary>
    public double[] Centroids { get; } = [.. start];

    /// <summary>Gives each row of a batch to its nearest centroid, then moves the centroids.</summary>
    /// <returns>The weighted sum of squared distances before the move.</returns>
    public double Move(int[] batch, Xoshiro256StarStar random, CancellationToken cancellationToken)
    {
        Assign(batch, cancellationToken);
        double[] sums = new double[Centroids.Length];
        double[] drawn = new double[weights.Length];
        double inertia = 0;
        for (int i = 0; i < batch.Length; i++)
        {
            double weight = matrix.WeightOf(batch[i]);
            ReadOnlySpan<double> row = matrix.Row(batch[i]);
            inertia += weight * distances[i];
            drawn[nearest[i]] += weight;
            for (int feature = 0; feature < featureCount; feature++)
            {
                sums[(nearest[i] * featureCount) + feature] += weight * row[feature];
            }
        }

        for (int cluster = 0; cluster < weights.Length; cluster++)
        {
            MoveOne(cluster, sums, drawn[cluster]);
        }

        if (IsTimeToReassign(batch.Length))
        {
            Reassign(batch, random);
        }

        return inertia;
    }

    private void Assign(int[] batch, CancellationToken cancellationToken)
    {
        (nearest, distances) = nearest.Length == batch.Length
            ? (nearest, distances)
            : (new int[batch.Length], new double[batch.Length]);
        new FixedChunks(batch.Length, threads).ForEach(
            (_, from, end) =>
            {
                for (int i = from; i < end; i++)
                {
                    (nearest[i], distances[i]) = SquaredDistance.Nearest(matrix.Row(batch[i]), Centroids);
                }
            },
            cancellationToken);
    }

    private void MoveOne(int cluster, double[] sums, double drawn)
    {
        if (drawn == 0)
        {
            return;
        }

        double before = weights[cluster];
        weights[cluster] += drawn;
        for (int i = cluster * featureCount; i < (cluster + 1) * featureCount; i++)
        {
            Centroids[i] = ((Centroids[i] * before) + sums[i]) / weights[cluster];
        }
    }

    /// <summary>Whenever a centroid has drawn nothing yet, else after ten rows a cluster.</summary>
    private bool IsTimeToReassign(int batchSize)
    {
        rowsSinceReassignment += batchSize;
        if (reassignmentRatio == 0 || (rowsSinceReassignment < 10L * weights.Length && Array.IndexOf(weights, 0) < 0))
        {
            return false;
        }

        rowsSinceReassignment = 0;
        return true;
    }

    /// <summary>
    /// Moves the starved centroids, at most half as many as the batch has rows, onto different rows of it drawn at random. They
    /// take the weight of the weakest that stayed, so that they are not starved at once again.
    /// </summary>
    private void Reassign(int[] batch, Xoshiro256StarStar random)
    {
        double limit = reassignmentRatio * weights.Max();
        int[] starved =
        [
            .. Enumerable.Range(0, weights.Length).Where(cluster => weights[cluster] < limit)
                .OrderBy(cluster => weights[cluster]).Take(batch.Length / 2),
        ];
        if (starved.Length == 0)
        {
            return;
        }

        double weakest = Enumerable.Range(0, weights.Length).Except(starved).Min(cluster => weights[cluster]);
        int[] seats = [.. batch];
        PartialShuffle.Draw(seats, starved.Length, random);
        for (int i = 0; i < starved.Length; i++)
        {
            matrix.Row(seats[i]).CopyTo(Centroids.AsSpan(starved[i] * featureCount));
            weights[starved[i]] = weakest;
        }
    }
}
