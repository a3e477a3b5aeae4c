namespace Segmentation;

/// <summary>A table's columns as the numbers of features, and which rows can be used.</summary>
internal sealed class EncodedTable
{
    private readonly IReadOnlyList<FittedFeature> features;
    private readonly Dictionary<int, List<string>> unusable = [];

    public EncodedTable(CustomerTable table, IReadOnlyList<FittedFeature> features)
    {
        Table = table;
        this.features = features;
        Columns = [.. features.Select(Encoded)];
    }

    public CustomerTable Table { get; }

    /// <summary>A column for each feature, missing where the cell is missing or has no number.</summary>
    public NumericColumn[] Columns { get; }

    /// <summary>The rows that lack none of the features that <paramref name="isNeeded"/> tells; the others are dropped.</summary>
    public int[] RowsLackingNone(Func<int, bool> isNeeded, List<DroppedRow> dropped)
    {
        int[] needed = [.. Enumerable.Range(0, Columns.Length).Where(isNeeded)];
        return needed.Any(j => Columns[j].MissingCount > 0) || unusable.Count > 0
            ? RowsKept(lacking => lacking.Count > 0, needed, dropped)
            : [.. Enumerable.Range(0, Columns[0].RowCount)];
    }

    /// <summary>The rows that have at least one feature; the others are dropped.</summary>
    public int[] RowsWithAny(List<DroppedRow> dropped) =>
        RowsKept(lacking => lacking.Count == Columns.Length, [.. Enumerable.Range(0, Columns.Length)], dropped);

    private int[] RowsKept(Func<List<int>, bool> isLost, int[] named, List<DroppedRow> dropped)
    {
        List<int> kept = new(Columns[0].RowCount);
        List<int> lacking = [];
        for (int row = 0; row < Columns[0].RowCount; row++)
        {
            lacking.Clear();
            foreach (int j in named)
            {
                if (Columns[j].IsMissing(row))
                {
                    lacking.Add(j);
                }
            }

            List<string>? reasons = unusable.GetValueOrDefault(row);
            if (reasons is null && !isLost(lacking))
            {
                kept.Add(row);
            }
            else
            {
                dropped.Add(new DroppedRow(row, MissingColumns(lacking, row)) { UnusableCells = reasons ?? [] });
            }
        }

        return [.. kept];
    }

    /// <summary>The columns whose cell is truly missing, each once.</summary>
    private string[] MissingColumns(List<int> lacking, int row) =>
    [
        .. lacking.Select(j => features[j].Column).Distinct(StringComparer.Ordinal).Where(column => Table[column].IsMissing(row)),
    ];

    private NumericColumn Encoded(FittedFeature feature)
    {
        if (feature.Encoding is null)
        {
            return Table.Numeric(feature.Name);
        }

        EncodedCells cells = feature.Encoding.Encode(Table);
        foreach (UnusableCell cell in cells.Unusable)
        {
            if (!unusable.TryGetValue(cell.Row, out List<string>? reasons))
            {
                unusable.Add(cell.Row, reasons = []);
            }

            reasons.Add(cell.Reason);
        }

        return new NumericColumn(feature.Name, cells.Numbers);
    }
}
