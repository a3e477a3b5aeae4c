namespace Segmentation;

/// <summary>The report's ranking of the segments by what their customers are worth.</summary>
internal static class ValueSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        ValueRanking value = result.Value!;
        html.Add($"<div class=\"pair\"><div>");
        html.AddList(value.Sentences);
        html.Add($"</div>");
        html.AddFigure(Chart.ValueShares(value));
        html.Add($"</div>");
        html.StartFold($"Every segment's {value.Column}, with intervals");
        string[] change = value.Before is null ? [] : [$"Change from {value.Before}", "95% interval", "Trend"];
        html.StartTable(
            $"The segments by {value.Column}, the highest a customer first",
            ["Segment", "Customers", "Share of customers", $"Share of {value.Column}", "A customer", "95% interval", "Level", .. change, "Worth growing"]);
        foreach (SegmentValue segment in value.Ranked)
        {
            string[] changed = value.Before is null
                ? []
                : [ReportNumbers.Of(segment.Change), Interval(segment.ChangeLower, segment.ChangeUpper), ValueText.Word(segment.Standing.Trend)];
            html.AddRow(
            [
                SegmentMarkup.Label(result.Profiles[segment.Segment - 1]), ReportNumbers.Whole(segment.Customers),
                NumberText.Percent(segment.ShareOfCustomers), segment.ShareOfValue is double share ? NumberText.Percent(share) : ReportNumbers.None,
                ReportNumbers.Of(segment.Mean), Interval(segment.Lower, segment.Upper), ValueText.Word(segment.Standing.Level),
                .. changed, segment.WorthGrowing ? "yes" : "no",
            ]);
        }

        html.EndTable();
        html.Add($"<p class=\"note\">The intervals are Student's, each by itself. Worth growing: large enough and surely improving; the earlier period has to be known for that.</p>");
        html.EndFold();
    }

    private static string Interval(double? lower, double? upper) =>
        lower is double from && upper is double to ? $"{NumberText.Of(from)} to {NumberText.Of(to)}" : ReportNumbers.None;
}
