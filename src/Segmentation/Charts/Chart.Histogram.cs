using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>How many customers fall into each bin of a column.</summary>
    /// <param name="histogram">The bins.</param>
    public static Figure Histogram(Histogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return Histogram(
            histogram.ColumnName,
            [.. histogram.Bins.Take(1).Select(bin => bin.From), .. histogram.Bins.Select(bin => bin.To)],
            [.. histogram.Bins.Select(bin => bin.Count)]);
    }

    /// <summary>How many customers fall into each interval of a column.</summary>
    /// <param name="column">The column's name, with its unit where it has one.</param>
    /// <param name="edges">The ends of the intervals, rising: one more than there are counts.</param>
    /// <param name="counts">The customers in each interval.</param>
    /// <exception cref="ArgumentException">The edges do not rise, are not finite or do not fit the counts.</exception>
    public static Figure Histogram(string column, IReadOnlyList<double> edges, IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(counts);
        if (edges.Count != counts.Count + 1 && (edges.Count, counts.Count) != (0, 0))
        {
            throw new ArgumentException(
                $"{counts.Count} intervals have {counts.Count + 1} edges, but there are {edges.Count}.", nameof(edges));
        }

        if (!edges.All(double.IsFinite) || edges.Zip(edges.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("The edges of a histogram are finite and rise.", nameof(edges));
        }

        ImmutableArray<int> bins = [.. Enumerable.Range(0, counts.Count)];
        BarTrace bars = new(
            [.. bins.Select(i => (edges[i] / 2) + (edges[i + 1] / 2))], [.. counts.Select(count => (double)count)])
        {
            Name = "Customers",
            InLegend = false,
            Widths = [.. bins.Select(i => edges[i + 1] - edges[i])],
        };
        Layout layout = new()
        {
            Title = $"Distribution of {column}",
            XAxis = new() { Title = column, Grid = false },
            YAxis = new() { Title = "Customers", WholeNumbers = true },
        };
        string description = $"{NumberText.Counted(counts.Sum(count => (long)count), "customer")} in {NumberText.Counted(counts.Count, "interval")}. "
            + string.Join(' ', bins.Select(i => $"{ChartNumbers.Short(edges[i])} to {ChartNumbers.Short(edges[i + 1])}: {ChartNumbers.Count(counts[i])}."));
        return new([bars], layout, description.Trim());
    }
}
