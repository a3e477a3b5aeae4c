using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Greedy k-means++ (Arthur and Vassilvitskii 2007, with the several tries per step of their section 5): the first
/// centroid is a row drawn by weight; each further one is the best of 2 + ln k rows drawn with probability
/// proportional to weight times squared distance from the nearest centroid so far, "best" being the one that leaves
/// the smallest sum of those squared distances. Sums run in eight lanes whatever the machine, so that the same rows
/// are drawn on any.
/// </summary>
internal sealed class GreedySeeding
{
    private const int Lanes = 8;

    /// <summary>A draw first picks a piece and then a row within it.</summary>
    private const int RowsPerPiece = 256;

    private readonly FeatureMatrix matrix;
    private readonly int paddedCount;
    private readonly double[] features;
    private readonly double[] weights;

    /// <param name="matrix">The rows; a copy of them is kept feature by feature.</param>
    public GreedySeeding(FeatureMatrix matrix)
    {
        this.matrix = matrix;
        paddedCount = (matrix.RowCount + Lanes - 1) / Lanes * Lanes;
        features = new double[checked(paddedCount * matrix.FeatureCount)];
        weights = new double[paddedCount];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            // The rows that fill up the last vector weigh nothing.
            weights[row] = matrix.WeightOf(row);
            for (int feature = 0; feature < matrix.FeatureCount; feature++)
            {
                features[(feature * paddedCount) + row] = matrix.ValueArray[(row * matrix.FeatureCount) + feature];
            }
        }
    }

    private int PieceCount => (paddedCount + RowsPerPiece - 1) / RowsPerPiece;

    /// <summary>Draws k different rows as centroids; the matrix must have that many different rows.</summary>
    /// <returns>k x d numbers.</returns>
    public double[] Draw(int clusterCount, Xoshiro256StarStar random, CancellationToken cancellationToken)
    {
        int featureCount = matrix.FeatureCount;
        double[] centroids = new double[clusterCount * featureCount];
        double[] nearest = new double[paddedCount];
        double[] potentials = new double[PieceCount];
        double[] trial = new double[PieceCount];
        int tries = 2 + (int)Math.Log(clusterCount);
        Array.Fill(nearest, 1.0);
        Weigh(nearest, potentials);
        int row = DrawRow(nearest, potentials, random);
        Array.Fill(nearest, double.PositiveInfinity);
        for (int cluster = 0; ; cluster++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matrix.Row(row).CopyTo(centroids.AsSpan(cluster * featureCount));
            Approach(nearest, row, potentials);
            if (cluster == clusterCount - 1)
            {
                return centroids;
            }

            double lowest = double.PositiveInfinity;
            for (int i = 0; i < tries; i++)
            {
                int candidate = DrawRow(nearest, potentials, random);
                Try(nearest, candidate, trial);
                double potential = FixedChunks.InOrder(trial);
                if (potential < lowest)
                {
                    (row, lowest) = (candidate, potential);
                }
            }
        }
    }

    private int DrawRow(double[] nearest, double[] potentials, Xoshiro256StarStar random)
    {
        double rest = random.NextDouble() * FixedChunks.InOrder(potentials);
        int piece = 0;
        while (piece < potentials.Length - 1 && rest >= potentials[piece])
        {
            rest -= potentials[piece];
            piece++;
        }

        int drawn = -1;
        for (int row = piece * RowsPerPiece; row < Math.Min(paddedCount, (piece + 1) * RowsPerPiece); row++)
        {
            double mass = weights[row] * nearest[row];
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

        // Rounding may leave a remainder behind the last row with mass; that row is then the one. A piece with no mass
        // at all is reached only the same way, and then any row with mass will do.
        return drawn >= 0 ? drawn : Array.FindIndex(nearest, 0, matrix.RowCount, distance => distance > 0);
    }

    /// <summary>Writes, for each piece, the sum of weight times squared distance.</summary>
    private void Weigh(double[] nearest, double[] potentials)
    {
        for (int piece = 0; piece < potentials.Length; piece++)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int row = piece * RowsPerPiece; row < Math.Min(paddedCount, (piece + 1) * RowsPerPiece); row += Lanes)
            {
                sum += Vector512.LoadUnsafe(ref nearest[0], (nuint)row) * Vector512.LoadUnsafe(ref weights[0], (nuint)row);
            }

            potentials[piece] = SumOf(sum);
        }
    }

    /// <summary>Takes a row as a centroid: distances shrink, and the potentials with them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Approach(double[] nearest, int candidate, double[] potentials)
    {
        for (int piece = 0; piece < potentials.Length; piece++)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int row = piece * RowsPerPiece; row < Math.Min(paddedCount, (piece + 1) * RowsPerPiece); row += Lanes)
            {
                Vector512<double> distance = Vector512.Min(DistancesTo(candidate, row), Vector512.LoadUnsafe(ref nearest[0], (nuint)row));
                distance.StoreUnsafe(ref nearest[0], (nuint)row);
                sum += distance * Vector512.LoadUnsafe(ref weights[0], (nuint)row);
            }

            potentials[piece] = SumOf(sum);
        }
    }

    /// <summary>The potentials as if a row were a centroid too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Try(double[] nearest, int candidate, double[] potentials)
    {
        for (int piece = 0; piece < potentials.Length; piece++)
        {
            Vector512<double> sum = Vector512<double>.Zero;
            for (int row = piece * RowsPerPiece; row < Math.Min(paddedCount, (piece + 1) * RowsPerPiece); row += Lanes)
            {
                Vector512<double> distance = Vector512.Min(DistancesTo(candidate, row), Vector512.LoadUnsafe(ref nearest[0], (nuint)row));
                sum += distance * Vector512.LoadUnsafe(ref weights[0], (nuint)row);
            }

            potentials[piece] = SumOf(sum);
        }
    }

    /// <summary>The squared distances of eight rows to a row, added up as <see cref="SquaredDistance"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> DistancesTo(int candidate, int row)
    {
        ref double values = ref MemoryMarshal.GetArrayDataReference(features);
        Vector512<double> distance = Vector512<double>.Zero;
        for (nint offset = 0; offset < features.Length; offset += paddedCount)
        {
            Vector512<double> difference =
                Vector512.LoadUnsafe(ref Unsafe.Add(ref values, offset + row)) - Vector512.Create(Unsafe.Add(ref values, offset + candidate));
            distance += difference * difference;
        }

        return distance;
    }

    private static double SumOf(Vector512<double> lanes) =>
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}
