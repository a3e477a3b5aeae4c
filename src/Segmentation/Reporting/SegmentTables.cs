using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's tables of the segments: one for each column, the segments below each other.</summary>
internal static class SegmentTables
{
    private const string AllCustomers = "All customers";

    /// <summary>Marks a share that is unlikely to be chance.</summary>
    private const string Mark = "*";

    public static void Add(HtmlBuilder html, IReadOnlyList<SegmentProfile> profiles)
    {
        html.Add($"<h3>Column by column</h3>");
        AddMeanings(html, profiles[0]);
        html.Add($"<div class=\"pair\">");
        for (int column = 0; column < profiles[0].Numbers.Count; column++)
        {
            AddNumbers(html, profiles, column);
        }

        for (int column = 0; column < profiles[0].Categories.Count; column++)
        {
            AddShares(html, profiles, column);
        }

        html.Add($"</div>");
    }

    private static void AddMeanings(HtmlBuilder html, SegmentProfile profile)
    {
        bool tested = profile.Numbers.Any(number => !number.Clustered) || profile.Categories.Any(category => !category.Clustered);
        html.Add($"<dl><dt>Effect</dt><dd>How far the segment's mean lies from the mean of all customers, in standard deviations; from {NumberText.Of(Trait.MaterialEffect)} on it is called high or low.</dd>");
        if (tested)
        {
            html.Add($"<dt>Adjusted p</dt><dd>How easily chance alone gives such a difference, allowing for how many were looked at. Below {NumberText.Of(Trait.ClaimLevel)} (in shares marked {Mark}) it is unlikely to be chance. Columns that the segments were made from have none: there a difference is no surprise.</dd>");
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
        ? Share(share, level.Count) + (level.AdjustedPValue < Trait.ClaimLevel ? Mark : string.Empty)
        : ReportNumbers.None;

    private static string Share(double share, int count) => Invariant($"{NumberText.Percent(share)} ({count:#,0})");
}
