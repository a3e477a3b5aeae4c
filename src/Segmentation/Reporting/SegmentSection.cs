using static System.FormattableString;

namespace Segmentation;

/// <summary>The report's description of each segment, in pictures, tables and words.</summary>
internal static class SegmentSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"segments\"><h2>The segments</h2>");
        html.AddFigure(Chart.SegmentSizes(result.Profiles));
        AddScatter(html, result);
        html.AddFigure(Chart.ProfileHeatMap(result.Profiles));
        if (result.Silhouette is SilhouetteResult silhouette)
        {
            html.AddFigure(Chart.Silhouette(silhouette, [.. result.Profiles.Select(profile => profile.Name)]));
        }

        foreach (SegmentProfile profile in result.Profiles)
        {
            AddSegment(html, profile);
        }

        html.Add($"</section>");
    }

    /// <summary>Over the two clustered columns in which the segments lie farthest apart.</summary>
    private static void AddScatter(HtmlBuilder html, SegmentationResult result)
    {
        string[] widest =
        [
            .. result.Profiles[0].Numbers
                .Where(number => number.Clustered)
                .Select(number => number.Column)
                .OrderByDescending(column => result.Profiles.Sum(profile => profile.Share * SquaredEffect(profile, column)))
                .Take(2),
        ];
        if (widest.Length < 2)
        {
            return;
        }

        // In the order in which the features were named, so that "income, spending" has income on the x axis.
        string[] axes = [.. result.Preprocessor.Features.Select(feature => feature.Name).Where(widest.Contains)];
        CustomerTable clustered = result.Customers.Take(result.Prepared.Rows);
        html.AddFigure(Chart.SegmentScatter(clustered, axes[0], axes[1], result.Model.Labels, result.Profiles));
    }

    private static double SquaredEffect(SegmentProfile profile, string column) =>
        Math.Pow(profile.Numbers.First(number => number.Column == column).Effect ?? 0, 2);

    private static void AddSegment(HtmlBuilder html, SegmentProfile profile)
    {
        html.Add($"<article class=\"segment\" id=\"segment-{profile.Segment}\">");
        html.Add($"<h3>{SegmentMarkup.Swatch(profile.Segment)}{profile.Segment}. {profile.Name}</h3>");
        html.Add($"<p>{profile.Describe()}</p>");
        if (profile.Numbers.Count > 0)
        {
            html.StartTable("Numbers, in original units", "Column", "Mean", "Median", "Overall mean", "Overall median", "Effect (std. dev.)", "Evidence");
            foreach (NumericProfile number in profile.Numbers)
            {
                html.AddRow(
                    number.Column, Number(number.Mean), Number(number.Median), Number(number.OverallMean), Number(number.OverallMedian),
                    number.Effect is double effect ? Invariant($"{effect:+0.00;-0.00;0.00}") : "–",
                    number.Clustered ? "clustered on: no test" : Evidence(number.AdjustedPValue));
            }

            html.EndTable();
        }

        foreach (CategoryProfile category in profile.Categories)
        {
            const int MostLevels = 6;
            html.StartTable($"{category.Column}, share of the segment beside the base rate", "Level", "Customers", "Share", "Base rate", "Evidence");
            foreach (LevelProfile level in category.Levels.Take(MostLevels))
            {
                html.AddRow(
                    level.Level, Invariant($"{level.Count:#,0} of {category.Count:#,0}"),
                    level.Share is double share ? NumberText.Percent(share) : "–", NumberText.Percent(level.OverallShare),
                    category.Clustered ? "clustered on: no test" : Evidence(level.AdjustedPValue));
            }

            html.EndTable();
        }

        html.Add($"</article>");
    }

    private static string Evidence(double? adjustedPValue) => adjustedPValue switch
    {
        null => "–",
        <= Trait.ClaimLevel => Invariant($"unlikely to be chance (adjusted p = {adjustedPValue:0.000})"),
        _ => Invariant($"may well be chance (adjusted p = {adjustedPValue:0.00})"),
    };

    private static string Number(double? value) => value is double number ? NumberText.Of(number) : "–";
}
