using System.Globalization;
using System.Text;
using System.Xml;

namespace Segmentation;

/// <summary>Where a text stands in relation to its point.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>How a text looks.</summary>
internal sealed record TextStyle
{
    public TextAnchor Anchor { get; init; }

    public double Size { get; init; } = TextBlock.DefaultSize;

    public string Color { get; init; } = ChartColors.Text;

    public bool Bold { get; init; }

    /// <summary>Turned by a quarter to the left, so that it reads upwards.</summary>
    public bool Turned { get; init; }
}

/// <summary>Writes SVG elements, one a line. Everything is escaped, and coordinates have at most two decimals.</summary>
internal sealed class SvgCanvas
{
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    private readonly StringBuilder svg = new();

    public static string Number(double value)
    {
        string text = Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    public void Rect(double x, double y, double width, double height, string fill, string? stroke = null)
    {
        string border = stroke is null ? string.Empty : $" stroke=\"{Escape(stroke)}\"";
        double left = Math.Min(x, x + width);
        double top = Math.Min(y, y + height);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(left)}\" y=\"{Number(top)}\" width=\"{Number(Math.Abs(width))}\" height=\"{Number(Math.Abs(height))}\" fill=\"{Escape(fill)}\"{border}/>\n");
    }

    public void Line(double fromX, double fromY, double toX, double toY, Stroke stroke) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Number(fromX)}\" y1=\"{Number(fromY)}\" x2=\"{Number(toX)}\" y2=\"{Number(toY)}\"{Attributes(stroke)}/>\n");

    public void Path(string path, string? fill, Stroke? stroke)
    {
        if (path.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{Escape(fill ?? "none")}\"{(stroke is null ? string.Empty : Attributes(stroke))}/>\n");
        }
    }

    /// <summary>Writes a text whose block is centred vertically on y.</summary>
    public void Text(TextBlock text, double x, double y, TextStyle style)
    {
        string anchor = style.Anchor switch
        {
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.End => " text-anchor=\"end\"",
            _ => string.Empty,
        };
        string size = style.Size == TextBlock.DefaultSize ? string.Empty : $" font-size=\"{Number(style.Size)}\"";
        string color = style.Color == ChartColors.Text ? string.Empty : $" fill=\"{Escape(style.Color)}\"";
        string weight = style.Bold ? " font-weight=\"600\"" : string.Empty;
        string turn = style.Turned ? $" transform=\"rotate(-90 {Number(x)} {Number(y)})\"" : string.Empty;
        string full = text.Shortened ? $"<title>{Escape(text.Full)}</title>" : string.Empty;
        double baseline = y - (text.Height / 2) + (text.LineHeight / 2) + (style.Size * 0.35);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(baseline)}\"{anchor}{size}{color}{weight}{turn}>{full}");
        if (text.Lines.Length == 1)
        {
            svg.Append(Escape(text.Lines[0]));
        }
        else
        {
            for (int i = 0; i < text.Lines.Length; i++)
            {
                string down = i == 0 ? string.Empty : $" dy=\"{Number(text.LineHeight)}\"";
                svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{Number(x)}\"{down}>{Escape(text.Lines[i])}</tspan>");
            }
        }

        svg.Append("</text>\n");
    }

    /// <summary>The whole document.</summary>
    public string ToSvg(double width, double height, string title, string description) => $"""
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="{Number(width)}" height="{Number(height)}" viewBox="0 0 {Number(width)} {Number(height)}" style="max-width:100%;height:auto" font-family="{FontFamily}" font-size="{Number(TextBlock.DefaultSize)}" fill="{ChartColors.Text}">
        <title>{Escape(title)}</title>
        <desc>{Escape(description)}</desc>
        <rect width="100%" height="100%" fill="{ChartColors.Paper}"/>
        {svg}</svg>

        """.ReplaceLineEndings("\n");

    private static string Attributes(Stroke stroke)
    {
        string dash = stroke.Dash switch
        {
            Dash.Dashed => " stroke-dasharray=\"6 4\"",
            Dash.Dotted => " stroke-dasharray=\"2 3\"",
            _ => string.Empty,
        };
        return $" stroke=\"{Escape(stroke.Color)}\" stroke-width=\"{Number(stroke.Width)}\"{dash}";
    }

    /// <summary>Escapes markup, and replaces what XML cannot hold.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < 0x20 => " ",
                <= 0xFFFF when !XmlConvert.IsXmlChar((char)rune.Value) => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
