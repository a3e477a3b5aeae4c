using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Greedy k-means++ (Arthur and Vassilvitskii 2007, with the several tries per step of their section 5): the first
/// centroid is a row drawn by weight; each further one is the best of 2 + ln k rows drawn with probability
/// proportional to weight times squared distance from the nearest centroid so far, "best" being the one that leaves
/// the smallest sum of those squared distances.
/// </summary>
internal sealed class GreedySeeding
{
    private readonly FeatureMatrix matrix;
    private readonly FixedChunks chunks;
    private readonly double[] nearest;

    public GreedySeeding(FeatureMatrix matrix, int threads)
    {
        this.matrix = matrix;
        chunks = new FixedChunks(matrix.RowCount, threads);
        nearest = new double[matrix.RowCount];
    }

    /// <summary>Draws k different rows as centroids; the matrix must have that many different rows.</summary>
    /// <returns>k x d numbers.</returns>
    public double[] Draw(int clusterCount, Xoshiro256StarStar random, CancellationToken cancellationToken)
    {
        int featureCount = matrix.FeatureCount;
        double[] centroids = new double[clusterCount * featureCount];
        int tries = 2 + (int)Math.Log(clusterCount);
        Array.Fill(nearest, 1.0);
        int first = DrawRow(PotentialsWith(-1, cancellationToken), random);
        Array.Fill(nearest, double.PositiveInfinity);
        Seat(first, centroids.AsSpan(0, featureCount));
        for (int cluster = 1; cluster < clusterCount; cluster++)
        {
            double[] potentials = PotentialsWith(-1, cancellationToken);
            int best = -1;
            double lowest = double.PositiveInfinity;
            for (int i = 0; i < tries; i++)
            {
                int candidate = DrawRow(potentials, random);
                double potential = FixedChunks.InOrder(PotentialsWith(candidate, cancellationToken));
                if (potential < lowest)
                {
                    (best, lowest) = (candidate, potential);
                }
            }

            Seat(best, centroids.AsSpan(cluster * featureCount, featureCount));
        }

        return centroids;
    }

    /// <summary>
    /// A row drawn with probability proportional to weight times squared distance from the nearest of the centroids;
    /// -1 when every row lies on one.
    /// </summary>
    public int DrawFarRow(double[] centroids, Xoshiro256StarStar random, CancellationToken cancellationToken)
    {
        chunks.ForEach(
            (_, start, end) =>
            {
                for (int row = start; row < end; row++)
                {
                    nearest[row] = SquaredDistance.Nearest(matrix.Row(row), centroids).Distance;
                }
            },
            cancellationToken);
        return DrawRow(PotentialsWith(-1, cancellationToken), random);
    }

    /// <summary>A copy of the centroids, one of them moved onto a row.</summary>
    public double[] WithRowAt(double[] centroids, int cluster, int row)
    {
        double[] moved = [.. centroids];
        matrix.Row(row).CopyTo(moved.AsSpan(cluster * matrix.FeatureCount));
        return moved;
    }

    private void Seat(int row, Span<double> centroid)
    {
        double[] values = matrix.Row(row).ToArray();
        values.CopyTo(centroid);
        chunks.ForEach(
            (_, start, end) =>
            {
                for (int i = start; i < end; i++)
                {
                    nearest[i] = Math.Min(nearest[i], SquaredDistance.Between(matrix.Row(i), values));
                }
            },
            CancellationToken.None);
    }

    /// <summary>
    /// For each chunk the sum of weight times squared distance to the nearest centroid, as if the candidate row were
    /// one too (-1: none).
    /// </summary>
    private double[] PotentialsWith(int candidate, CancellationToken cancellationToken)
    {
        double[] potentials = new double[chunks.Count];
        chunks.ForEach(
            (chunk, start, end) =>
            {
                double sum = 0;
                for (int row = start; row < end; row++)
                {
                    double distance = candidate < 0
                        ? nearest[row]
                        : Math.Min(nearest[row], SquaredDistance.Between(matrix.Row(row), matrix.Row(candidate)));
                    sum += WeightOf(row) * distance;
                }

                potentials[chunk] = sum;
            },
            cancellationToken);
        return potentials;
    }

    private int DrawRow(double[] potentials, Xoshiro256StarStar random)
    {
        double rest = random.NextDouble() * FixedChunks.InOrder(potentials);
        int chunk = 0;
        while (chunk < potentials.Length - 1 && rest >= potentials[chunk])
        {
            rest -= potentials[chunk];
            chunk++;
        }

        int drawn = -1;
        for (int row = FixedChunks.StartOf(chunk); row < chunks.EndOf(chunk); row++)
        {
            double mass = WeightOf(row) * nearest[row];
            if (mass > 0)
            {
                drawn = row;
                if (rest < mass)
                {
                    return row;
                }
            }

            rest -= mass;
        }

        // Rounding may leave a remainder behind the last row with mass; that row is then the one. A chunk with no mass
        // at all is reached only the same way, and then any row with mass will do.
        return drawn >= 0 ? drawn : Array.FindIndex(nearest, distance => distance > 0);
    }

    private double WeightOf(int row) => matrix.RowWeightArray.Length == 0 ? 1 : matrix.RowWeightArray[row];
}
