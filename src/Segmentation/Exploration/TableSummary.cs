namespace Segmentation;

/// <summary>What a table holds, column by column, and what deserves attention before it is clustered.</summary>
public sealed class TableSummary
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
        Findings = findings;
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
}
