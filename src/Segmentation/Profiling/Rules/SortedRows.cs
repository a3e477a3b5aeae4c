using System.Buffers;

namespace Segmentation;

/// <summary>
/// The rows in rising order of each feature, ties by row, sorted once: a part of the rows is a range of places, the same
/// for every feature, and to split it keeps the order in both halves.
/// </summary>
internal sealed class SortedRows
{
    /// <summary>Fewer rows are not worth a second thread.</summary>
    private const int Many = 4096;

    private readonly NumericColumn[] features;
    private readonly int[][] orders;
    private readonly bool[] isAbove;
    private readonly int threads;

    public SortedRows(NumericColumn[] features, int threads, CancellationToken cancellationToken)
    {
        this.features = features;
        this.threads = threads;
        orders = new int[features.Length][];
        isAbove = new bool[features[0].RowCount];
        ForEachFeature(isAbove.Length, feature => orders[feature] = Order(features[feature].Values), cancellationToken);
    }

    /// <summary>The rows of a range by one feature.</summary>
    public ReadOnlySpan<int> By(int feature, int start, int end) => orders[feature].AsSpan(start, end - start);

    /// <summary>Works on the features side by side where the rows are many.</summary>
    public void ForEachFeature(int rowCount, Action<int> body, CancellationToken cancellationToken) =>
        FixedChunks.Run(features.Length, rowCount < Many ? 1 : threads, body, cancellationToken);

    /// <summary>Puts the rows of a range that are at most a threshold before the others.</summary>
    /// <returns>The place of the first of the others.</returns>
    public int Split(int start, int end, int feature, double threshold, CancellationToken cancellationToken)
    {
        ReadOnlySpan<double> values = features[feature].Values;
        int middle = start;
        foreach (int row in By(feature, start, end))
        {
            isAbove[row] = values[row] > threshold;
            middle += isAbove[row] ? 0 : 1;
        }

        ForEachFeature(end - start, each => Part(orders[each].AsSpan(start, end - start), end - middle), cancellationToken);
        return middle;
    }

    private void Part(Span<int> order, int aboveCount)
    {
        int[] above = ArrayPool<int>.Shared.Rent(aboveCount);
        int kept = 0;
        int moved = 0;
        foreach (int row in order)
        {
            if (isAbove[row])
            {
                above[moved++] = row;
            }
            else
            {
                order[kept++] = row;
            }
        }

        above.AsSpan(0, moved).CopyTo(order[kept..]);
        ArrayPool<int>.Shared.Return(above);
    }

    private static int[] Order(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            order.AsSpan(start, end - start).Sort();
        }

        return order;
    }
}
