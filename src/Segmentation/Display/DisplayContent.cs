namespace Segmentation;

/// <summary>What a result shows: sentences, lists, tables and figures, one below another.</summary>
internal sealed class DisplayContent
{
    private readonly List<IDisplayable> parts = [];

    /// <summary>Adds a paragraph; null adds nothing.</summary>
    public DisplayContent Say(string? sentences) => sentences is null ? this : Add(new Sentences([sentences], IsList: false));

    /// <summary>Adds a list, if there is anything to list.</summary>
    public DisplayContent List(IReadOnlyList<string> sentences) => sentences.Count == 0 ? this : Add(new Sentences(sentences, IsList: true));

    /// <summary>Adds something that shows itself; null adds nothing.</summary>
    public DisplayContent Add(IDisplayable? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }

        return this;
    }

    public string ToHtml() => string.Concat(parts.Select(part => part.ToHtml()));

    public string ToText() => string.Join("\n\n", parts.Select(part => part.ToText()));

    private sealed record Sentences(IReadOnlyList<string> Texts, bool IsList) : IDisplayable
    {
        public string ToHtml()
        {
            HtmlBuilder html = new();
            if (IsList)
            {
                html.AddList(Texts);
            }
            else
            {
                html.Add($"<p style=\"margin:.3em 0 .6em\">{Texts[0]}</p>");
            }

            return html.ToString();
        }

        public string ToText() => string.Join('\n', Texts.SelectMany(Lines));

        private IEnumerable<string> Lines(string text)
        {
            const string Bullet = "- ";
            IReadOnlyList<string> lines = TerminalText.Wrap(PlainText.OneLine(text, 2000), TerminalText.Width - Bullet.Length);
            return IsList ? lines.Select((line, i) => (i == 0 ? Bullet : "  ") + line) : lines;
        }
    }
}
