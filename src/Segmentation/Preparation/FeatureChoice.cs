using static System.FormattableString;

namespace Segmentation;

/// <summary>Which columns become features, and which rows teach their scales.</summary>
internal static class FeatureChoice
{
    /// <summary>The features that are asked for; columns that look like ids are named in <paramref name="excluded"/>.</summary>
    internal static List<TrainingFeature> Chosen(Preprocessor options, CustomerTable table, List<Exclusion> excluded)
    {
        CheckLeftOut(options, table);
        IReadOnlyList<Column> columns = options.Features is null
            ? ByDefault(table, options, excluded)
            : [.. options.Features.Select(name => table[name])];
        foreach (string encoded in options.Encodings.Keys.Order(StringComparer.Ordinal))
        {
            if (!columns.Any(column => column.Name == encoded))
            {
                string[] names = [.. columns.Select(column => column.Name)];
                throw new ArgumentException(
                    $"There is an encoding for '{encoded}', which is not a feature.{Spelling.DidYouMean(encoded, names)} Features: {string.Join(", ", names)}.");
            }
        }

        return [.. columns.SelectMany(column => TrainingFeature.Of(column, table, options))];
    }

    /// <summary>What is left out on purpose is no feature; whoever asks for both has made a mistake.</summary>
    private static void CheckLeftOut(Preprocessor options, CustomerTable table)
    {
        foreach (string name in options.LeftOutColumns)
        {
            _ = table[name];
            if (options.Features?.Contains(name, StringComparer.Ordinal) == true || options.Encodings.ContainsKey(name))
            {
                string where = options.Encodings.ContainsKey(name) ? "has an encoding (--encode)" : "is a feature (--features)";
                throw new ArgumentException(
                    $"Column '{name}' {where} and is to be left out of the features (--outcome, LeftOutColumns): segments made from it would differ in it by construction. Leave it out of one of the two.");
            }
        }
    }

    /// <summary>The columns with an encoding, and the numeric ones that do not look like ids and do not cost most of the rows.</summary>
    private static List<Column> ByDefault(CustomerTable table, Preprocessor options, List<Exclusion> excluded)
    {
        IReadOnlyDictionary<string, ColumnEncoding> encodings = options.Encodings;
        foreach (string encoded in encodings.Keys)
        {
            _ = table[encoded];
        }

        List<Column> chosen = [];
        foreach (Column column in table.Columns)
        {
            if (encodings.ContainsKey(column.Name))
            {
                chosen.Add(column);
            }
            else if (column is NumericColumn numeric && !options.LeftOutColumns.Contains(column.Name, StringComparer.Ordinal))
            {
                if (IdLikeness.ReasonOf(numeric) is string reason)
                {
                    excluded.Add(new(ExclusionKind.Id, column.Name, $"Column '{column.Name}' looks like an id: {reason}."));
                }
                else
                {
                    chosen.Add(column);
                }
            }
        }

        if (chosen.Count == 0)
        {
            throw new DataException(excluded.Count == 0
                ? $"The table has no numeric column to make features of. Categories and dates take part where they are named (--features). Columns: {string.Join(", ", table.Columns.Select(column => column.Name))}."
                : $"No numeric column is left to make features of. {string.Join(" ", excluded.Select(exclusion => exclusion.Sentence))} Name a column as a feature to use it all the same.");
        }

        if (options.Missing == MissingValues.DropRows)
        {
            excluded.AddRange(SparseColumns.TakeFrom(chosen, column => encodings.ContainsKey(column.Name)));
        }

        return chosen;
    }

    /// <summary>
    /// The columns that can tell the training rows apart; the others are an error, or are named in
    /// <paramref name="excluded"/>.
    /// </summary>
    internal static List<TrainingFeature> Informative(
        IReadOnlyList<TrainingFeature> chosen, MissingValues missing, ConstantFeatures constantFeatures, List<Exclusion> excluded)
    {
        List<TrainingFeature> columns = [];
        foreach (TrainingFeature column in chosen)
        {
            if (WhyUseless(column.Numbers, TrainingRows([column], MissingValues.DropRows), "have it") is string fact)
            {
                RefuseOrExclude(column, fact, levelsRemain: false);
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
                    $"No row has all of the features {string.Join(", ", columns.Select(column => column.Column).Distinct())}. Fill missing values instead of dropping rows (--missing median), or use fewer features.");
            }

            TrainingFeature? useless = columns.Find(column => WhyUseless(column.Numbers, rows, "have all features") is not null);
            if (useless is null)
            {
                return columns;
            }

            columns.Remove(useless);

            // A level that only dropped rows have goes by itself while its column has others.
            RefuseOrExclude(
                useless,
                WhyUseless(useless.Numbers, rows, "have all features")!,
                levelsRemain: useless.IsLevel && columns.Any(column => column.Column == useless.Column));
        }

        bool areEmpty = chosen.All(column => column.Numbers.MissingCount == column.Numbers.RowCount);
        throw new DataException($"{(areEmpty ? string.Empty : Alike(chosen[0].Numbers.RowCount))}No feature is left to tell customers apart. {string.Join(" ", excluded.Select(exclusion => exclusion.Sentence))}");

        static string Alike(int customers) => customers == 1
            ? "There is only 1 customer: there is nothing to segment. "
            : $"All {NumberText.Customers(customers)} are alike in the columns compared: there is nothing to segment. ";

        void RefuseOrExclude(TrainingFeature feature, string fact, bool levelsRemain)
        {
            if (constantFeatures == ConstantFeatures.Refuse && !levelsRemain)
            {
                throw new DataException($"{fact}, so it cannot tell customers apart. Leave it out, or exclude constant features.");
            }

            excluded.Add(new(ExclusionKind.Constant, feature.Column, $"{fact}, so it cannot tell customers apart."));
        }
    }

    /// <summary>The rows that teach scales: those with all features if the others are dropped, otherwise all rows.</summary>
    internal static int[] TrainingRows(IReadOnlyList<TrainingFeature> columns, MissingValues missing)
    {
        int rowCount = columns[0].Numbers.RowCount;
        if (missing != MissingValues.DropRows || columns.All(column => column.Numbers.MissingCount == 0))
        {
            return [.. Enumerable.Range(0, rowCount)];
        }

        List<int> rows = new(rowCount);
        for (int row = 0; row < rowCount; row++)
        {
            if (!columns.Any(column => column.Numbers.IsMissing(row)))
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    /// <summary>Why a column of numbers cannot tell those of these rows apart that have it, as a clause; null where it can.</summary>
    internal static string? WhyUseless(NumericColumn column, int[] rows) =>
        WhyUseless(column, [.. rows.Where(row => !column.IsMissing(row))], rows.Length == column.RowCount ? "have it" : "have all features");

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
