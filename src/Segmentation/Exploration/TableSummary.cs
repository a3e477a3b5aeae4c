namespace Segmentation;

/// <summary>What a table holds, column by column, and what deserves attention before it is clustered.</summary>
public sealed partial class TableSummary
{
    internal TableSummary(
        int rowCount,
        IReadOnlyList<ColumnSummary> columns,
        CorrelationMatrix pearson,
        CorrelationMatrix spearman,
        IReadOnlyList<Finding> findings)
    {
        RowCount = rowCount;
        Columns = columns;
        Pearson = pearson;
        Spearman = spearman;
        Findings = [.. findings.Where(finding => !finding.IsNote)];
        Notes = [.. findings.Where(finding => finding.IsNote)];
    }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>A summary for each column, in table order.</summary>
    public IReadOnlyList<ColumnSummary> Columns { get; }

    /// <summary>Pearson correlations of the numeric columns.</summary>
    public CorrelationMatrix Pearson { get; }

    /// <summary>Spearman correlations of the numeric columns.</summary>
    public CorrelationMatrix Spearman { get; }

    /// <summary>What deserves attention, in words.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What is good to know and will harm nothing (<see cref="Finding.IsNote"/>).</summary>
    public IReadOnlyList<Finding> Notes { get; }

    /// <summary>Summarises a table. A table without rows has a summary too, with nothing in it to find.</summary>
    /// <remarks>
    /// Time grows with n log n for each column, and with n for each pair of numeric columns (n log n where cells are
    /// missing); memory grows with the data.
    /// </remarks>
    public static TableSummary Of(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ColumnSummary[] columns = [.. table.Columns.Select(ColumnSummary.Of)];
        NumericColumn[] numbers = [.. table.Columns.OfType<NumericColumn>()];
        CorrelationMatrix pearson = CorrelationMatrix.Of(CorrelationMethod.Pearson, numbers);
        CorrelationMatrix spearman = CorrelationMatrix.Of(CorrelationMethod.Spearman, numbers);
        return new TableSummary(
            table.RowCount, columns, pearson, spearman, [.. FindingRules.Apply(table, columns, pearson, spearman)]);
    }
}
