using static System.FormattableString;

namespace Segmentation;

/// <summary>Which columns become features, and which rows teach their scales.</summary>
internal static class FeatureChoice
{
    /// <summary>The numeric columns that do not look like ids; those that do are named in <paramref name="excluded"/>.</summary>
    internal static List<NumericColumn> NotIds(CustomerTable table, List<string> excluded)
    {
        List<NumericColumn> chosen = [];
        foreach (NumericColumn column in table.Columns.OfType<NumericColumn>())
        {
            if (IdLikeness.ReasonOf(column) is string reason)
            {
                excluded.Add($"Column '{column.Name}' looks like an id: {reason}.");
            }
            else
            {
                chosen.Add(column);
            }
        }

        if (chosen.Count == 0)
        {
            throw new DataException(excluded.Count == 0
                ? $"The table has no numeric column to make features of. Columns: {string.Join(", ", table.Columns.Select(column => column.Name))}."
                : $"No numeric column is left to make features of. {string.Join(" ", excluded)} Name a column as a feature to use it all the same.");
        }

        return chosen;
    }

    /// <summary>
    /// The columns that can tell the training rows apart; the others are an error, or are named in
    /// <paramref name="excluded"/>.
    /// </summary>
    internal static List<NumericColumn> Informative(
        IReadOnlyList<NumericColumn> chosen, MissingValues missing, ConstantFeatures constantFeatures, List<string> excluded)
    {
        List<NumericColumn> columns = [];
        foreach (NumericColumn column in chosen)
        {
            if (WhyUseless(column, TrainingRows([column], MissingValues.DropRows), "have it") is string fact)
            {
                RefuseOrExclude(fact);
            }
            else
            {
                columns.Add(column);
            }
        }

        // Rows dropped for one feature can leave another one constant, and a feature left out can bring rows back.
        while (columns.Count > 0)
        {
            int[] rows = TrainingRows(columns, missing);
            if (rows.Length == 0)
            {
                throw new DataException(
                    $"No row has all of the features {string.Join(", ", columns.Select(column => column.Name))}. Fill missing values instead of dropping rows (--missing median), or use fewer features.");
            }

            NumericColumn? useless = columns.Find(column => WhyUseless(column, rows, "have all features") is not null);
            if (useless is null)
            {
                return columns;
            }

            RefuseOrExclude(WhyUseless(useless, rows, "have all features")!);
            columns.Remove(useless);
        }

        throw new DataException($"No feature is left to tell customers apart. {string.Join(" ", excluded)}");

        void RefuseOrExclude(string fact)
        {
            if (constantFeatures == ConstantFeatures.Refuse)
            {
                throw new DataException($"{fact}, so it cannot tell customers apart. Leave it out, or exclude constant features.");
            }

            excluded.Add($"{fact}, so it cannot tell customers apart.");
        }
    }

    /// <summary>The rows that teach scales: those with all features if the others are dropped, otherwise all rows.</summary>
    internal static int[] TrainingRows(IReadOnlyList<NumericColumn> columns, MissingValues missing)
    {
        if (missing != MissingValues.DropRows || columns.All(column => column.MissingCount == 0))
        {
            return [.. Enumerable.Range(0, columns[0].RowCount)];
        }

        List<int> rows = new(columns[0].RowCount);
        for (int row = 0; row < columns[0].RowCount; row++)
        {
            if (!columns.Any(column => column.IsMissing(row)))
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private static string? WhyUseless(NumericColumn column, int[] rows, string whichRows)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (int row in rows)
        {
            if (column[row] < low || column[row] > high)
            {
                low = Math.Min(low, column[row]);
                high = Math.Max(high, column[row]);
                if (!Rounding.SameUpToRounding(low, high))
                {
                    // More numbers only take them farther apart.
                    return null;
                }
            }
        }

        if (low > high)
        {
            return $"Feature '{column.Name}' is missing in every row";
        }

        string where = rows.Length == column.RowCount ? "every row" : Invariant($"all {rows.Length} rows that {whichRows}");
        string but = low == high ? string.Empty : ", but for rounding";
        return Invariant($"Feature '{column.Name}' is {low} in {where}{but}");
    }
}
