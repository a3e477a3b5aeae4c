using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Rows without weights that stand for rows with weights: of a row of weight w so many copies, of which <see cref="RowSample"/>
/// takes some where they are many. The part of a copy that weights leave over is rounded at random: the weights are
/// laid end to end in a random order, and copies drawn at steps of 1 from a random start. So a row has w copies on average
/// and less than one more or fewer than w, and all together as many as the weights add up to, rounded up or down.
/// </summary>
internal static class WeightedRowSample
{
    /// <summary>So many copies are numbered one by one; heavier weights are scaled down to them.</summary>
    private const int MostCopies = 1 << 24;

    /// <summary>Starts that fit a double beside so many copies, so that whole weights give exactly their copies.</summary>
    private const int StartSteps = 1 << 20;

    /// <summary>The most rows that stand for weighted ones where no other number was asked for, or as many as those.</summary>
    private const int UsualCount = 20_000;

    /// <summary>The sum of the weights: the number of rows where they carry none.</summary>
    public static double Total(FeatureMatrix matrix) =>
        matrix.RowWeights.IsEmpty ? matrix.RowCount : FixedChunks.InOrder(matrix.RowWeightArray);

    /// <summary>The matrix itself where its rows carry no weights, else rows that stand for it, at most 20,000 or as many as it has.</summary>
    public static FeatureMatrix StandingFor(FeatureMatrix matrix, int seed) =>
        matrix.RowWeights.IsEmpty ? matrix : Take(matrix, RowsStandingFor(matrix, seed));

    /// <summary>The numbers of the rows that <see cref="StandingFor"/> takes.</summary>
    public static int[] RowsStandingFor(FeatureMatrix matrix, int seed) =>
        DrawRows(matrix, Math.Max(UsualCount, matrix.RowCount), seed);

    /// <summary>At most so many rows without weights; copies of a row follow each other, in the rows' order.</summary>
    public static FeatureMatrix Draw(FeatureMatrix matrix, int count, int seed) => matrix.RowWeights.IsEmpty
        ? RowSample.Draw(matrix, count, seed)
        : Take(matrix, DrawRows(matrix, count, seed));

    /// <summary>The rows with the given numbers, without weights.</summary>
    public static FeatureMatrix Take(FeatureMatrix matrix, ReadOnlySpan<int> rows) =>
        RowSample.Take(FeatureMatrix.Over(matrix.FeatureNames, matrix.ValueArray), rows);

    private static int[] DrawRows(FeatureMatrix matrix, int count, int seed)
    {
        int[] copies = Copies(matrix, seed);
        return count >= copies.Length
            ? copies
            : [.. RowSample.DrawNumbers(copies.Length, count, seed).Select(copy => copies[copy])];
    }

    /// <summary>The row of each copy. Two at least where there are two rows, for fewer cannot be clustered.</summary>
    private static int[] Copies(FeatureMatrix matrix, int seed)
    {
        double total = Total(matrix);
        double all = Math.Clamp(total, Math.Min(2, matrix.RowCount), MostCopies);
        double scale = all / total;
        Xoshiro256StarStar random = new(seed);
        double start = random.Next(StartSteps) / (double)StartSteps;
        int most = (int)(all + start);
        int[] order = [.. Enumerable.Range(0, matrix.RowCount)];
        PartialShuffle.Draw(order, order.Length, random);
        int[] counts = new int[order.Length];
        double end = 0;
        int counted = 0;
        for (int i = 0; i < order.Length; i++)
        {
            end += matrix.RowWeightArray[order[i]] * scale;
            int next = i == order.Length - 1 ? most : Math.Min((int)(end + start), most);   // the sum may be rounded
            counts[order[i]] = next - counted;
            counted = next;
        }

        return [.. Enumerable.Range(0, order.Length).SelectMany(row => Enumerable.Repeat(row, counts[row]))];
    }
}
