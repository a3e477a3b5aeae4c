using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's tables of the segments: one for each column, the segments below each other.</summary>
internal static class SegmentTables
{
    private const string AllCustomers = "All customers";

    /// <summary>Marks a share that is unlikely to be chance.</summary>
    private const string Mark = "*";

    private const int MostNumbers = 12;
    private const int MostCategories = 8;

    public static void Add(HtmlBuilder html, IReadOnlyList<SegmentProfile> profiles)
    {
        html.Add($"<h3>Column by column</h3>");
        AddMeanings(html, profiles[0]);
        int[] numbers = [.. TellingColumns.Numbers(profiles).Take(MostNumbers).Order()];
        int[] categories = [.. TellingColumns.Categories(profiles).Take(MostCategories).Order()];
        AddLeftOut(html, profiles[0], numbers.Length + categories.Length);
        html.Add($"<div class=\"pair\">");
        foreach (int column in numbers)
        {
            AddNumbers(html, profiles, column);
        }

        foreach (int column in categories)
        {
            AddShares(html, profiles, column);
        }

        html.Add($"</div>");
    }

    private static void AddLeftOut(HtmlBuilder html, SegmentProfile profile, int shown)
    {
        int all = profile.Numbers.Count + profile.Categories.Count;
        if (shown < all)
        {
            html.Add($"<p class=\"note\">Shown are the {shown} columns of {all} that tell the segments apart most, up to {MostNumbers} numbers and {MostCategories} categories; profiles.csv has all.</p>");
        }
    }

    private static void AddMeanings(HtmlBuilder html, SegmentProfile profile)
    {
        bool tested = profile.Numbers.Any(number => !number.Clustered) || profile.Categories.Any(category => !category.Clustered);
        html.Add($"<dl><dt>Effect</dt><dd>How far the segment's mean lies from the mean of all customers, in standard deviations; from {NumberText.Of(Trait.MaterialEffect)} on it is called high or low.</dd>");
        if (tested)
        {
            html.Add($"<dt>Adjusted p</dt><dd>How easily chance alone gives such a difference, allowing for how many were looked at. Below {NumberText.Of(Trait.ClaimLevel)} (in shares marked {Mark}) it is unlikely to be chance; from there on it may be chance, and nothing is made of it. Columns that the segments were made from have none: there a difference is no surprise.</dd>");
        }

        html.Add($"</dl>");
    }

    private static void AddNumbers(HtmlBuilder html, IReadOnlyList<SegmentProfile> profiles, int column)
    {
        NumericProfile first = profiles[0].Numbers[column];
        string[] headers = ["Segment", "Mean", "Median", "Effect"];
        html.StartTable(
            first.Clustered ? $"{first.Column} (the segments were made from it)" : first.Column,
            first.Clustered ? headers : [.. headers, "Adjusted p"]);
        foreach (SegmentProfile profile in profiles)
        {
            NumericProfile number = profile.Numbers[column];
            string[] cells =
            [
                SegmentMarkup.Label(profile), ReportNumbers.Of(number.Mean), ReportNumbers.Of(number.Median), ReportNumbers.Effect(number.Effect),
            ];
            html.AddRow(first.Clustered ? cells : [.. cells, ReportNumbers.PValue(number.AdjustedPValue)]);
        }

        string[] overall = [AllCustomers, ReportNumbers.Of(first.OverallMean), ReportNumbers.Of(first.OverallMedian), string.Empty];
        html.AddRow(first.Clustered ? overall : [.. overall, string.Empty]);
        html.EndTable();
    }

    private static void AddShares(HtmlBuilder html, IReadOnlyList<SegmentProfile> profiles, int column)
    {
        const int MostLevels = 6;
        CategoryProfile first = profiles[0].Categories[column];
        LevelProfile[] levels = [.. first.Levels.Take(MostLevels)];
        string left = first.Levels.Count > MostLevels ? $", the {MostLevels} most frequent of {first.Levels.Count} values" : string.Empty;
        html.StartTable($"{first.Column}: share and number of customers{left}", ["Segment", .. levels.Select(level => level.Level)]);
        foreach (SegmentProfile profile in profiles)
        {
            html.AddRow([SegmentMarkup.Label(profile), .. profile.Categories[column].Levels.Take(MostLevels).Select(Share)]);
        }

        html.AddRow([AllCustomers, .. levels.Select(level => Share(level.OverallShare, level.OverallCount))]);
        html.EndTable();
    }

    private static string Share(LevelProfile level) => level.Share is double share
        ? Share(share, level.Count) + (Trait.IsNoChance(level.AdjustedPValue) ? Mark : string.Empty)
        : ReportNumbers.None;

    private static string Share(double share, int count) => Invariant($"{NumberText.Percent(share)} ({count:#,0})");
}
