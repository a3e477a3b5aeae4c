namespace Segmentation;

/// <summary>Says how to come from too many columns to a few that say something.</summary>
internal static class ReduceFirst
{
    /// <summary>More columns than this drown those that tell customers apart: distances between all customers become alike.</summary>
    private const int ManyColumns = 50;

    /// <summary>Beyond this correlation, to either side, a column is a copy of another.</summary>
    private const double SameCorrelation = 0.95;

    private const int MostTelling = 12;
    private const int MostNamed = 5;

    /// <summary>One sentence after the other in one warning; none where there are not many columns.</summary>
    public static IEnumerable<string> Of(SegmentationResult result)
    {
        IReadOnlyList<string> columns = result.Preprocessor.ColumnNames;
        if (columns.Count <= ManyColumns)
        {
            yield break;
        }

        (List<string> kept, List<string> copies) = WithoutCopies(ByTelling(result), result.Summary.Pearson);
        string[] telling = [.. kept.Take(MostTelling)];
        string drop = copies.Count == 0 ? string.Empty
            : $" Drop {NumberText.Counted(copies.Count, "column")} that {(copies.Count == 1 ? "is a copy" : "are copies")} of others (correlation beyond {NumberText.Of(SameCorrelation)}): {Listed([.. columns.Where(copies.Contains)])}.";
        string argument = string.Join(',', columns.Where(telling.Contains).Select(Argument));
        yield return $"{NumberText.Counted(columns.Count, "column")}: reduce first. With more than {ManyColumns} the many that say little drown those that tell customers apart.{drop}"
            + $" Take the first that tell these segments apart most: --features '{argument}'.";
    }

    /// <summary>The columns, those first of which a feature has the largest share of its variance between the segments.</summary>
    private static string[] ByTelling(SegmentationResult result) => [.. TellingFeatures.Of(result.Prepared.Matrix, result.Model)
        .Select(feature => result.Preprocessor.Features[feature].Column).Distinct(StringComparer.Ordinal)];

    private static (List<string> Kept, List<string> Copies) WithoutCopies(string[] columns, CorrelationMatrix pearson)
    {
        Dictionary<string, int> places = pearson.ColumnNames.Select((name, i) => KeyValuePair.Create(name, i)).ToDictionary(StringComparer.Ordinal);
        (List<string> kept, List<string> copies) = ([], []);
        foreach (string column in columns)
        {
            (kept.Exists(other => AreCopies(column, other)) ? copies : kept).Add(column);
        }

        return (kept, copies);

        bool AreCopies(string one, string other) => places.TryGetValue(one, out int i) && places.TryGetValue(other, out int j)
            && pearson[i, j] is double r && Math.Abs(r) > SameCorrelation;
    }

    /// <summary>A name as the command takes it within single quotes: in double ones where it has a comma or such.</summary>
    private static string Argument(string column) => column.AsSpan().ContainsAny(",\"'")
        ? $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("'", "'\\''", StringComparison.Ordinal)}\""
        : column;

    private static string Listed(string[] names) => names.Length <= MostNamed + 1
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";
}
