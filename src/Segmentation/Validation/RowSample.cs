using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Draws rows at random, without replacement.</summary>
internal static class RowSample
{
    /// <summary>So many rows in their order; the matrix itself when it has no more.</summary>
    public static FeatureMatrix Draw(FeatureMatrix matrix, int count, int seed) => count >= matrix.RowCount
        ? matrix
        : Take(matrix, DrawNumbers(matrix.RowCount, count, seed));

    /// <summary>So many of the numbers from 0, in rising order.</summary>
    public static int[] DrawNumbers(int among, int count, int seed) =>
        [.. InOrder(Shuffled(among, count, seed).AsSpan(0, count))];

    /// <summary>Two halves of the units, the first with the odd one.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="units">The rows that stay together, of each unit.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static (FeatureMatrix One, FeatureMatrix Other) Halve(FeatureMatrix matrix, int[][] units, int seed)
    {
        int half = (units.Length + 1) / 2;
        int[] shuffled = Shuffled(units.Length, half, seed);
        return (Take(matrix, RowsOf(shuffled[..half])), Take(matrix, RowsOf(shuffled[half..])));

        int[] RowsOf(int[] some) => [.. some.SelectMany(unit => units[unit]).Order()];
    }

    /// <summary>The rows with the given numbers, with their weights.</summary>
    public static FeatureMatrix Take(FeatureMatrix matrix, ReadOnlySpan<int> rows)
    {
        double[] values = new double[rows.Length * matrix.FeatureCount];
        double[]? weights = matrix.RowWeightArray.Length == 0 ? null : new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            matrix.Row(rows[i]).CopyTo(values.AsSpan(i * matrix.FeatureCount));
            if (weights is not null)
            {
                weights[i] = matrix.RowWeightArray[rows[i]];
            }
        }

        return FeatureMatrix.Owning(matrix.FeatureNames, values, weights);
    }

    /// <summary>All rows, the first of them drawn.</summary>
    private static int[] Shuffled(int rowCount, int drawn, int seed)
    {
        Xoshiro256StarStar random = new(seed);
        int[] rows = [.. Enumerable.Range(0, rowCount)];
        PartialShuffle.Draw(rows, drawn, random);
        return rows;
    }

    private static Span<int> InOrder(Span<int> rows)
    {
        rows.Sort();
        return rows;
    }
}
