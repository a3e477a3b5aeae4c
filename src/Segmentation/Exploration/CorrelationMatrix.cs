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
public sealed partial class CorrelationMatrix
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

    /// <summary>Correlates every pair of columns of equal length.</summary>
    internal static CorrelationMatrix Of(CorrelationMethod method, IReadOnlyList<NumericColumn> columns)
    {
        // A column without missing cells is the same in all its pairs, so its part of the work is done once.
        double[]?[] complete = [.. columns.Select(column =>
            column.MissingCount == 0 ? UnitDeviations(method, column.PresentValues()) : null)];
        double?[,] values = new double?[columns.Count, columns.Count];
        for (int i = 0; i < columns.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double? correlation = columns[i].MissingCount + columns[j].MissingCount == 0
                    ? Correlation(complete[i], complete[j])
                    : OverSharedRows(method, columns[i], columns[j]);
                values[i, j] = i == j && correlation is not null ? 1 : correlation;
                values[j, i] = values[i, j];
            }
        }

        return new CorrelationMatrix(method, [.. columns.Select(column => column.Name)], values);
    }

    private static double? OverSharedRows(CorrelationMethod method, NumericColumn column, NumericColumn otherColumn)
    {
        List<double> left = [];
        List<double> right = [];
        for (int row = 0; row < column.RowCount; row++)
        {
            if (!column.IsMissing(row) && !otherColumn.IsMissing(row))
            {
                left.Add(column[row]);
                right.Add(otherColumn[row]);
            }
        }

        return Correlation(UnitDeviations(method, [.. left]), UnitDeviations(method, [.. right]));
    }

    /// <summary>
    /// The deviations of the values (or of their ranks) from their mean, as a vector of length 1, so that a correlation
    /// is a dot product; null for fewer than two values or where all are the same up to rounding.
    /// </summary>
    private static double[]? UnitDeviations(CorrelationMethod method, double[] values)
    {
        if (values.Length < 2 || Rounding.SameUpToRounding(values.Min(), values.Max()))
        {
            return null;
        }

        double[] deviations = method == CorrelationMethod.Spearman ? Ranks.Of(values) : values;
        Deviations.Center(deviations);
        double squares = 0;
        foreach (double deviation in deviations)
        {
            squares += deviation * deviation;
        }

        double length = Math.Sqrt(squares);
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] /= length;
        }

        return deviations;
    }

    private static double? Correlation(double[]? left, double[]? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return Math.Clamp(sum, -1, 1);
    }
}
