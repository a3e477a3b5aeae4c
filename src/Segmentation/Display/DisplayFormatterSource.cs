namespace Segmentation;

/// <summary>The formatters of every <see cref="IDisplayable"/>; .NET Interactive calls them by the names of their members.</summary>
internal sealed class DisplayFormatterSource
{
    public const string Html = "text/html";
    public const string Text = "text/plain";

    private readonly DisplayFormatter[] formatters =
        [new(Html, result => result.ToHtml()), new(Text, result => result.ToText())];

    public IEnumerable<object> CreateTypeFormatters() => formatters;
}

/// <summary>Shows a result in one format.</summary>
internal sealed class DisplayFormatter(string mimeType, Func<IDisplayable, string> show)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IDisplayable result)
        {
            return false;
        }

        writer.Write(show(result));
        return true;
    }
}
