using static System.FormattableString;

namespace Segmentation;

/// <summary>A column of the training table on its way to a feature.</summary>
/// <param name="Numbers">The encoded numbers under the feature's name; NaN where the cell is missing.</param>
/// <param name="Encoding">How they were encoded; null for numbers as they are.</param>
internal sealed record TrainingFeature(NumericColumn Numbers, FeatureEncoding? Encoding)
{
    /// <summary>More levels than this in one pool are no categories but free text, and would swell every saved model.</summary>
    private const int MostPooled = 1000;

    /// <summary>The name of the table's column.</summary>
    public string Column => Encoding?.Column ?? Numbers.Name;

    public bool IsLevel => Encoding is { IsLevel: true };

    /// <summary>The features of a column: one, or for a category one for each level.</summary>
    public static IEnumerable<TrainingFeature> Of(Column column, CustomerTable table, Preprocessor options)
    {
        ColumnEncoding encoding = options.Encodings.GetValueOrDefault(column.Name) ?? DefaultOf(column, table);
        return encoding.Kind switch
        {
            EncodingKind.Log => [Encoded(column.Name, LogEncoding.Of(table.Numeric(column.Name), table), table)],
            EncodingKind.Ordinal => [Encoded(column.Name, new OrdinalEncoding(column.Name, encoding.Order).CheckTraining(table), table)],
            EncodingKind.Age => [Encoded($"{column.Name} (age in days)", AgeOf(column, table, options.AsOf), table)],
            EncodingKind.OneHot => OneHot(column, options).Select(level => Encoded(NameOf(level), level, table)),
            _ => [new TrainingFeature(table.Numeric(column.Name), null)],
        };
    }

    /// <summary>A column of numbers with a few stray texts was read as categories, and is still a fault.</summary>
    private static ColumnEncoding DefaultOf(Column column, CustomerTable table) => column switch
    {
        _ when table.LoadReport?.StrayTexts.Any(stray => stray.Column == column.Name) == true => ColumnEncoding.Number,
        CategoricalColumn => ColumnEncoding.OneHot,
        DateColumn => ColumnEncoding.Age,
        _ => ColumnEncoding.Number,
    };

    private static TrainingFeature Encoded(string name, FeatureEncoding encoding, CustomerTable table) =>
        new(new NumericColumn(name, encoding.Encode(table).Numbers), encoding);

    private static AgeEncoding AgeOf(Column column, CustomerTable table, DateTime? asOf)
    {
        if (column is not DateColumn dates)
        {
            throw AgeEncoding.NoDates(table, column);
        }

        return new AgeEncoding(column.Name, asOf ?? DatePlaceholders.LatestOther(dates) ?? DateTime.MinValue);
    }

    private static List<FeatureEncoding> OneHot(Column column, Preprocessor options)
    {
        CellLevels cells = CellLevels.Of(column);
        int[] counts = cells.Counts();
        int present = column.RowCount - column.MissingCount;
        List<string> kept = [];
        List<string> pooled = [];
        for (int code = 0; code < counts.Length; code++)
        {
            bool isRare = counts[code] < options.MinLevelRows || counts[code] < options.MinLevelShare * present;
            if (counts[code] > 0)
            {
                (isRare ? pooled : kept).Add(cells.Levels[code]);
            }
        }

        kept.Sort(StringComparer.Ordinal);
        pooled.Sort(StringComparer.Ordinal);
        if (kept.Count == 0 && pooled.Count > 0)
        {
            throw new DataException(Invariant(
                $"No value of column '{column.Name}' is frequent enough for a feature of its own: the most frequent has {counts.Max()} of {present} rows, fewer than {options.MinLevelRows} or {options.MinLevelShare:0.##%}. Leave the column out, or ask for fewer rows (MinLevelRows, --min-level)."));
        }

        if (pooled.Count > MostPooled)
        {
            throw new DataException(Invariant(
                $"Column '{column.Name}' has {kept.Count + pooled.Count} different values, of which {pooled.Count} are rare: it is text, not a category. Leave it out, or group its values."));
        }

        List<FeatureEncoding> levels = [.. kept.Select(level => new LevelEncoding(column.Name, level))];
        if (pooled.Count > 0)
        {
            levels.Add(new OtherLevelsEncoding(column.Name, kept, pooled));
        }

        // A column without any value is told as such, by the name of the column.
        return levels.Count > 0 ? levels : [new OtherLevelsEncoding(column.Name, [], [])];
    }

    private static string NameOf(FeatureEncoding encoding) => encoding switch
    {
        LevelEncoding level => $"{level.Column} = {level.Level}",
        OtherLevelsEncoding other when other.Kept.Contains("other") => $"{other.Column} = other levels",
        _ => $"{encoding.Column} = other",
    };
}
