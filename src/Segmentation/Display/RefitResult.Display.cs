namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class RefitResult : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .List([.. Sentences()])
        .Add(new DisplayTable(
            "Customers from old segments to new ones",
            ["Old segment", .. Model.Segments.Select(segment => FormattableString.Invariant($"{segment.Segment} {segment.Name}"))],
            Enumerable.Range(0, Options.Old.Segments.Count + 1).Select<int, DisplayCell[]>(row =>
            [
                row < Options.Old.Segments.Count ? FormattableString.Invariant($"{Options.Old.Segments[row].Segment} {Options.Old.Segments[row].Name}") : "none that is known",
                .. Enumerable.Range(0, Model.Segments.Count).Select<int, DisplayCell>(column =>
                    row < Options.Old.Segments.Count ? Migration[row, column] : Migration.Joined(column)),
            ])));
}
