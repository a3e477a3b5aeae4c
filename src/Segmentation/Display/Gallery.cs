namespace Segmentation;

/// <summary>
/// Several results shown together. A notebook shows a plain list of results badly; <c>new Gallery(result.Profiles)</c>
/// shows each.
/// </summary>
[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed class Gallery : IDisplayable
{
    private readonly bool beside;

    /// <summary>Shows results one below another.</summary>
    /// <param name="items">Figures, tables and other results, in this order.</param>
    public Gallery(params IReadOnlyList<IDisplayable> items)
        : this(items, beside: false)
    {
    }

    private Gallery(IReadOnlyList<IDisplayable> items, bool beside)
    {
        ArgumentNullException.ThrowIfNull(items);
        Items = [.. items];
        this.beside = beside;
    }

    /// <summary>What is shown, in order.</summary>
    public IReadOnlyList<IDisplayable> Items { get; }

    /// <summary>Shows results side by side where the page is wide enough, in as many rows as it takes.</summary>
    /// <param name="items">Figures, tables and other results, in this order.</param>
    public static Gallery SideBySide(params IReadOnlyList<IDisplayable> items) => new(items, beside: true);

    /// <inheritdoc/>
    public string ToHtml()
    {
        string items = string.Concat(Items.Select(item => beside
            ? $"<div style=\"flex:1 1 320px;min-width:0;max-width:560px\">{item.ToHtml()}</div>\n"
            : $"<div style=\"margin-bottom:1em\">{item.ToHtml()}</div>\n"));
        return beside ? $"<div style=\"display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start\">\n{items}</div>\n" : items;
    }

    /// <inheritdoc/>
    public string ToText() => string.Join("\n\n", Items.Select(item => item.ToText()));
}
