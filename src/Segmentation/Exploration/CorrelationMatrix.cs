namespace Segmentation;

/// <summary>How a correlation is measured.</summary>
public enum CorrelationMethod
{
    /// <summary>Pearson's r: straight-line association.</summary>
    Pearson,

    /// <summary>Spearman's rho: Pearson's r of the ranks, ties sharing their mean rank.</summary>
    Spearman,
}

/// <summary>The correlations between numeric columns, d x d, symmetric, 1 on the diagonal.</summary>
public sealed class CorrelationMatrix
{
    private readonly double?[,] values;

    internal CorrelationMatrix(CorrelationMethod method, IReadOnlyList<string> columnNames, double?[,] values)
    {
        Method = method;
        ColumnNames = columnNames;
        this.values = values;
    }

    /// <summary>How the correlations were measured.</summary>
    public CorrelationMethod Method { get; }

    /// <summary>The columns, in table order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>
    /// The correlation of two columns over the rows where both are present; null where fewer than two such rows exist
    /// or a column is constant over them.
    /// </summary>
    public double? this[int column, int otherColumn] => values[column, otherColumn];
}
