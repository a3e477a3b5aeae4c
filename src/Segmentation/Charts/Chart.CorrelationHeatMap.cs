using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>The correlation of every pair of numeric columns, printed and coloured.</summary>
    public static Figure CorrelationHeatMap(CorrelationMatrix correlations)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        ImmutableArray<string> columns = [.. correlations.ColumnNames];
        ImmutableArray<ImmutableArray<double?>> values =
        [
            .. Enumerable.Range(0, columns.Length).Select(row =>
                Enumerable.Range(0, columns.Length).Select(column => correlations[row, column]).ToImmutableArray()),
        ];
        string coefficient = correlations.Method == CorrelationMethod.Spearman ? "Spearman's rho" : "Pearson's r";
        HeatmapTrace cells = new(values, ColorScale.Diverging, -1, 1)
        {
            Name = coefficient,
            CellText = [.. values.Select(row => row.Select(CellCorrelation).ToImmutableArray())],
        };
        Layout layout = HeatMapLayout(columns, columns) with
        {
            Title = "Correlations",
            Subtitle = $"{coefficient}: blue rises together, orange falls as the other rises.",
        };
        IEnumerable<string> pairs =
            from row in Enumerable.Range(0, columns.Length)
            from column in Enumerable.Range(0, row)
            select $"{columns[row]} and {columns[column]}: {CellCorrelation(values[row][column])}.";
        return new([cells], layout, string.Join(' ', pairs));
    }

    private static string CellCorrelation(double? value) => value is double r ? ChartNumbers.Fixed(r) : "–";
}
