namespace Segmentation;

/// <summary>A bin of a histogram.</summary>
/// <param name="From">The lower edge, which belongs to the bin.</param>
/// <param name="To">The upper edge, which belongs to the next bin, or to this one when it is the last.</param>
/// <param name="Count">The values in the bin.</param>
public sealed record HistogramBin(double From, double To, int Count);

/// <summary>How often the values of a numeric column fall into bins of equal width, in the column's unit.</summary>
public sealed partial class Histogram
{
    private const int MostBinsByDefault = 60;

    private Histogram(string columnName, IReadOnlyList<HistogramBin> bins)
    {
        ColumnName = columnName;
        Bins = bins;
    }

    /// <summary>The column's name.</summary>
    public string ColumnName { get; }

    /// <summary>The bins in rising order, each beginning where the last one ends; none when all cells are missing.</summary>
    public IReadOnlyList<HistogramBin> Bins { get; }

    /// <summary>Counts a column's values; missing cells are left out.</summary>
    /// <param name="column">The column.</param>
    /// <param name="binCount">
    /// The number of bins from the smallest to the largest value. By default the more of Sturges' and of Freedman and
    /// Diaconis' (1981) number, at most 60; whole numbers get a whole bin width, so that each bin spans equally many.
    /// A column that is constant up to rounding has one bin around its value.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="binCount"/> is less than 1.</exception>
    public static Histogram Of(NumericColumn column, int? binCount = null)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (binCount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(binCount), binCount, "A histogram has at least 1 bin.");
        }

        double[] sorted = column.PresentValues();
        Array.Sort(sorted);
        return new Histogram(column.Name, sorted.Length == 0 ? [] : Count(sorted, Edges(sorted, binCount)));
    }

    private static double[] Edges(double[] sorted, int? binCount)
    {
        double low = sorted[0];
        double high = sorted[^1];
        if (Rounding.SameUpToRounding(low, high))
        {
            double half = Math.Max(0.5, 1e-9 * Math.Abs(low));
            return [Math.Max(low - half, double.MinValue), Math.Min(high + half, double.MaxValue)];
        }

        int count = binCount ?? DefaultCount(sorted);
        if (binCount is null && Array.TrueForAll(sorted, double.IsInteger) && high - low < int.MaxValue)
        {
            double width = Math.Ceiling((high - low + 1) / count);
            count = (int)Math.Ceiling((high - low + 1) / width);
            return [.. Enumerable.Range(0, count + 1).Select(i => low + (i * width))];
        }

        double[] edges = [.. Enumerable.Range(0, count + 1).Select(i => Quantiles.Between(low, high, (double)i / count))];
        edges[^1] = high;
        return edges;
    }

    private static int DefaultCount(double[] sorted)
    {
        double sturges = Math.Ceiling(Math.Log2(sorted.Length)) + 1;

        // Halves, because the difference of two huge numbers overflows.
        double halfRange = (sorted[^1] / 2) - (sorted[0] / 2);
        double halfSpread = (Quantiles.OfSorted(sorted, 0.75) / 2) - (Quantiles.OfSorted(sorted, 0.25) / 2);
        double freedmanDiaconis = halfSpread > 0 ? Math.Ceiling(halfRange / halfSpread * Math.Cbrt(sorted.Length) / 2) : 0;
        return (int)Math.Min(MostBinsByDefault, Math.Max(sturges, freedmanDiaconis));
    }

    private static HistogramBin[] Count(double[] sorted, double[] edges)
    {
        HistogramBin[] bins = new HistogramBin[edges.Length - 1];
        int counted = 0;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            int first = counted;
            bool isLast = bin == bins.Length - 1;
            while (counted < sorted.Length && (isLast || sorted[counted] < edges[bin + 1]))
            {
                counted++;
            }

            bins[bin] = new HistogramBin(edges[bin], edges[bin + 1], counted - first);
        }

        return bins;
    }
}
