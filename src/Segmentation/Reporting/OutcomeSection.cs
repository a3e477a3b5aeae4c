namespace Segmentation;

/// <summary>The report's comparison of the segments by what they were not made from.</summary>
internal static class OutcomeSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        OutcomeComparison outcome = result.Outcome!;
        html.AddList(outcome.Sentences);
        html.StartTable(
            $"{OutcomeText.Title(outcome)}, the highest first",
            "Segment", "Customers", outcome.Level is null ? "Mean" : "Share", "95% interval", "Adjusted p");
        foreach (OutcomeBySegment segment in outcome.Segments.OrderByDescending(segment => segment.Value))
        {
            html.AddRow(
                SegmentMarkup.Label(result.Profiles[segment.Segment - 1]),
                ReportNumbers.Whole(segment.Customers),
                segment.Value is double value ? OutcomeText.Number(outcome, value) : ReportNumbers.None,
                OutcomeText.Interval(outcome, segment) ?? ReportNumbers.None,
                OutcomeText.PValue(segment) ?? ReportNumbers.None);
        }

        html.EndTable();
    }
}
