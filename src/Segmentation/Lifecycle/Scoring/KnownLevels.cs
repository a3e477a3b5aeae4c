using System.Globalization;

namespace Segmentation;

/// <summary>
/// The levels that the features of a column know. Their spelling tells what the training column was: one of numbers or dates
/// has levels as C# writes these, however the file spelt them.
/// </summary>
internal sealed class KnownLevels
{
    private readonly HashSet<string> levels;

    private KnownLevels(HashSet<string> levels)
    {
        this.levels = levels;
        DateText yearFirst = DateText.YearFirst();
        DateText dayFirst = DateText.DayFirst();
        DateText monthFirst = DateText.MonthFirst();
        AreNumbers = levels.Count > 0 && levels.All(level => Number(level) is double number && TextOf(number) == level);
        AreDates = levels.Count > 0 && levels.All(level => yearFirst.Parse(level) is DateTime date && DateColumn.TextOf(date) == level);
        AnyIsNumberOrDate = levels.Any(level => Number(level) is not null || (dayFirst.Parse(level) ?? monthFirst.Parse(level)) is not null);
    }

    /// <summary>Whether all are numbers, as those of a column of numbers are.</summary>
    public bool AreNumbers { get; }

    /// <summary>Whether all are dates, as those of a column of dates are.</summary>
    public bool AreDates { get; }

    /// <summary>Whether one is a number or a date, so that the column may have been one of these with a few other texts.</summary>
    public bool AnyIsNumberOrDate { get; }

    /// <summary>The levels of a column, in any order.</summary>
    public static KnownLevels Of(FittedPreprocessor preprocessor, string column) => new(preprocessor.Features
        .Where(feature => feature.Column == column)
        .SelectMany(feature => feature.Encoding switch
        {
            LevelEncoding level => [level.Level],
            OtherLevelsEncoding other => [.. other.Kept, .. other.Pooled],
            OrdinalEncoding ordinal => ordinal.Order,
            _ => (IEnumerable<string>)[],
        })
        .ToHashSet(StringComparer.Ordinal));

    public bool Contains(string text) => levels.Contains(text);

    /// <summary>A number as the level that it is.</summary>
    public static string TextOf(double number) => (number + 0.0).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The number that a level is; null where it is none.</summary>
    public static double? Number(string level) => NumberParsing.TryParse(level, '.', out double number) ? number : null;
}
