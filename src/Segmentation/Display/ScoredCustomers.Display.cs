namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class ScoredCustomers : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown
    {
        get
        {
            DisplayContent content = new DisplayContent()
                .Say(FormattableString.Invariant($"{Summary.Scored:#,0} of {NumberText.Customers(Summary.Rows)} {(Summary.Scored == 1 ? "has" : "have")} a segment.{Unlike}"))
                .Add(new DisplayTable(
                    "The segments of these customers",
                    ["Segment", "Name", "Customers"],
                    Summary.Segments.Select<ScoredSegment, DisplayCell[]>(segment => [segment.Segment, segment.Name, segment.Customers])))
                .Add(new DisplayTable(
                    "Why customers have no segment",
                    ["Reason", "Customers"],
                    Summary.Problems.Select<ScoringProblem, DisplayCell[]>(problem => [problem.Problem, problem.Rows])));
            return Summary.UnseenLevels.Count == 0
                ? content
                : content.Add(new DisplayTable(
                    "Values that were not in the training data",
                    ["Column", "Value", "Customers", "Counts as"],
                    Summary.UnseenLevels.Select<UnseenLevel, DisplayCell[]>(level =>
                        [level.Column, level.Level, level.Count, level.IsOther ? "other" : "none of those that were"])));
        }
    }

    private string Unlike => Summary.UnlikeTraining is long unlike
        ? FormattableString.Invariant($" {unlike:#,0} {NumberText.Are(unlike)} unlike the training customers; 1% is usual.")
        : string.Empty;
}
