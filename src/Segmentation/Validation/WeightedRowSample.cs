using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Rows without weights that stand for rows with weights.</summary>
internal static class WeightedRowSample
{
    /// <summary>So many copies are numbered one by one; more, or parts of one, are drawn by their weight.</summary>
    private const double MostCopies = 1 << 24;

    /// <summary>
    /// Where every weight is a whole number, what <see cref="RowSample.Draw"/> takes of so many copies of each row: all of
    /// them where they are few. Else so many rows drawn with replacement, each with a chance in proportion to its weight.
    /// Copies of a row follow each other, in the rows' order.
    /// </summary>
    public static FeatureMatrix Draw(FeatureMatrix matrix, int count, int seed)
    {
        double[] weights = matrix.RowWeightArray;
        double total = FixedChunks.InOrder(weights);
        int[] rows = total <= MostCopies && Array.TrueForAll(weights, double.IsInteger)
            ? DrawCopies(weights, (int)total, count, seed)
            : DrawByWeight(weights, count, seed);
        return RowSample.Take(FeatureMatrix.Over(matrix.FeatureNames, matrix.ValueArray), rows);
    }

    private static int[] DrawCopies(double[] weights, int total, int count, int seed)
    {
        int[] rows = new int[total];
        int filled = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            rows.AsSpan(filled, (int)weights[row]).Fill(row);
            filled += (int)weights[row];
        }

        return count >= total ? rows : [.. RowSample.DrawNumbers(total, count, seed).Select(copy => rows[copy])];
    }

    private static int[] DrawByWeight(double[] weights, int count, int seed)
    {
        double[] ends = new double[weights.Length];
        double end = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            ends[row] = end += weights[row];
        }

        Xoshiro256StarStar random = new(seed);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++)
        {
            int found = Array.BinarySearch(ends, random.NextDouble() * end);
            rows[i] = Math.Min(found < 0 ? ~found : found + 1, weights.Length - 1);
        }

        Array.Sort(rows);
        return rows;
    }
}
