namespace Segmentation.Cli;

/// <summary>Shows an outcome over the segments, where one was asked for.</summary>
internal static class OutcomeTable
{
    public static void Show(CommandOutput output, SegmentationResult result)
    {
        if (result.Outcome is not OutcomeComparison outcome)
        {
            return;
        }

        string overall = outcome.Value is double value ? $", {OutcomeText.Number(outcome, value)} of {NumberText.Customers(outcome.Customers)}" : string.Empty;
        output.Heading($"{OutcomeText.Title(outcome)}{overall}");
        TextTable table = new("#Segment", "Name", "#Customers", outcome.Level is null ? "#Mean" : "#Share", "#95% interval", "#Adjusted p");
        foreach (OutcomeBySegment segment in outcome.Segments)
        {
            table.Add(
                Shown.Count(segment.Segment), segment.Name, Shown.Count(segment.Customers),
                segment.Value is double known ? OutcomeText.Number(outcome, known) : null,
                OutcomeText.Interval(outcome, segment), OutcomeText.PValue(segment));
        }

        output.Table(table);
        foreach (string sentence in outcome.Sentences)
        {
            output.Line(sentence);
        }
    }
}
