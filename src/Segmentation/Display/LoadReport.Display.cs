namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial record LoadReport : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say($"{Source}: {NumberText.Counted(RowCount, "row")}; {Encoding}, cells separated by {DelimiterInWords}.")
        .Add(MissingTokens.Count == 0 ? null : new DisplayTable(
            "Texts taken as missing",
            ["Column", "Text", "Cells"],
            MissingTokens.SelectMany(column => column.Value.Select(token => new DisplayCell[]
            {
                column.Key, token.Key.Length == 0 ? "(empty)" : token.Key, token.Value,
            }))))
        .List(Warnings);
}
