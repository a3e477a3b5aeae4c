namespace Segmentation;

/// <summary>Which columns of a table a preprocessor reads.</summary>
internal static class ScoringColumns
{
    /// <summary>A message lists no more columns than this.</summary>
    private const int MostListed = 30;

    /// <summary>For each feature, in order, the name of the column that it is made from.</summary>
    public static IReadOnlyList<string> Sources(FittedPreprocessor preprocessor) => [.. preprocessor.Features.Select(feature => feature.Column)];

    /// <summary>What the cells of a column have to be, for every feature that is made from it.</summary>
    public static ColumnKind KindOf(FittedPreprocessor preprocessor, string column) =>
        preprocessor.Features.First(feature => feature.Column == column).Encoding switch
        {
            null or LogEncoding => ColumnKind.Numeric,
            AgeEncoding => ColumnKind.Date,
            _ => KnownLevels.Of(preprocessor, column).AreDates ? ColumnKind.Date : ColumnKind.Categorical,
        };

    /// <summary>Checks that a file has all columns that a model reads.</summary>
    /// <exception cref="DataException">It lacks some; the message names them all, and those that were perhaps meant.</exception>
    public static void CheckAreAmong(string[] names, IReadOnlyList<string> columns, string source)
    {
        string[] lacking = [.. columns.Except(names, StringComparer.Ordinal)];
        if (lacking.Length > 0)
        {
            IEnumerable<string> listed = lacking.Take(MostListed)
                .Select(column => $"'{column}'{(Spelling.Nearest(column, names) is string near ? $" (did you mean '{near}'?)" : string.Empty)}");
            string there = string.Join(", ", names.Take(MostListed)) + (names.Length > MostListed ? ", …" : string.Empty);
            throw new DataException(
                source, null, $"the model needs {(lacking.Length == 1 ? "a column" : $"{lacking.Length} columns")} that the file has not: {string.Join(", ", listed)}. Columns: {there}.");
        }
    }
}
