namespace Segmentation;

/// <summary>How a feature of 0 and 1 is said in rules and reasons, in the words of the file: "Contract is Month-to-month".</summary>
/// <param name="Yes">Where it is 1.</param>
/// <param name="No">Where it is 0.</param>
internal sealed record BinaryWords(string Yes, string No)
{
    private const int LongestText = 60;

    /// <summary>The words for a feature; null where not all of its numbers are 0 or 1.</summary>
    /// <param name="feature">The feature, as it was fitted.</param>
    /// <param name="numbers">Its numbers, in the unit that people know.</param>
    /// <param name="table">The table with its column.</param>
    public static BinaryWords? Of(FittedFeature feature, NumericColumn numbers, CustomerTable table)
    {
        foreach (double number in numbers.Values)
        {
            if (number is not (0 or 1) && !double.IsNaN(number))
            {
                return null;
            }
        }

        string column = PlainText.OneLine(feature.Column, LongestText);
        return feature.Encoding switch
        {
            null => new($"{column} is 1", $"{column} is 0"),
            LevelEncoding level => new(
                $"{column} is {Quoted(level.Level)}",
                OtherOfTwo(table[feature.Column], level.Level) is string other ? $"{column} is {Quoted(other)}" : $"{column} is not {Quoted(level.Level)}"),
            OtherLevelsEncoding others => new($"{column} is none of {Listed(others.Kept)}", $"{column} is one of {Listed(others.Kept)}"),
            _ => null,
        };
    }

    private static string? OtherOfTwo(Column column, string level) =>
        column is CategoricalColumn { Levels.Count: 2 } category ? category.Levels.First(other => other != level) : null;

    private static string Listed(IEnumerable<string> levels) => PlainText.OneLine(string.Join(", ", levels.Select(Quoted)), LongestText);

    private static string Quoted(string level) => PlainText.OneLine(level, LongestText);
}
