namespace Segmentation;

/// <summary>
/// The five numbers of a box plot (Tukey 1977), in the column's unit: quartiles by definition R7, whiskers to the
/// farthest values within 1.5 interquartile ranges of the box, and the values beyond.
/// </summary>
/// <param name="Count">The values, missing ones left out; at least 1.</param>
/// <param name="LowerWhisker">The smallest value that is no outlier.</param>
/// <param name="Q1">The first quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Q3">The third quartile.</param>
/// <param name="UpperWhisker">The largest value that is no outlier.</param>
/// <param name="Outliers">The different values beyond the whiskers, rising; of many, <see cref="MostOutliers"/> spread over all.</param>
public sealed record BoxSummary(
    int Count, double LowerWhisker, double Q1, double Median, double Q3, double UpperWhisker, IReadOnlyList<double> Outliers)
{
    /// <summary>No more outliers than these are kept.</summary>
    public const int MostOutliers = 200;

    /// <summary>Summarises a numeric column for each cluster; null for a cluster where every cell is missing.</summary>
    /// <param name="column">The column.</param>
    /// <param name="labels">The cluster of each row, 0 to k - 1.</param>
    /// <returns>k summaries.</returns>
    /// <exception cref="ArgumentException">There is not one label a row, or a label is negative.</exception>
    public static IReadOnlyList<BoxSummary?> ByCluster(NumericColumn column, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (labels.Length != column.RowCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {column.RowCount} rows.", nameof(labels));
        }

        List<List<double>> values = [];
        for (int row = 0; row < labels.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(labels[row], nameof(labels));
            while (values.Count <= labels[row])
            {
                values.Add([]);
            }

            if (!column.IsMissing(row))
            {
                values[labels[row]].Add(column[row]);
            }
        }

        return [.. values.Select(own => own.Count == 0 ? null : Of([.. own.Order()]))];
    }

    private static BoxSummary Of(double[] sorted)
    {
        double q1 = Quantiles.OfSorted(sorted, 0.25);
        double q3 = Quantiles.OfSorted(sorted, 0.75);
        double reach = 1.5 * (q3 - q1);
        double[] inside = [.. sorted.Where(value => value >= q1 - reach && value <= q3 + reach)];
        double[] outliers = [.. sorted.Where(value => value < q1 - reach || value > q3 + reach).Distinct()];
        return new(sorted.Length, inside[0], q1, Quantiles.OfSorted(sorted, 0.5), q3, inside[^1], Thinned(outliers));
    }

    private static double[] Thinned(double[] outliers) => outliers.Length <= MostOutliers
        ? outliers
        : [.. Enumerable.Range(0, MostOutliers).Select(i => outliers[(int)((long)i * (outliers.Length - 1) / (MostOutliers - 1))])];
}
