using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Segmentation;

/// <summary>
/// Collects Markdown (CommonMark with tables). Whatever an interpolated string fills in is escaped and put on one line, so
/// that data can never become markup; only the literal parts are Markdown.
/// </summary>
internal sealed class MarkdownBuilder
{
    private readonly StringBuilder markdown = new();

    /// <summary>Adds a line.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Escaping line)
    {
        markdown.Append('\n');
    }

    /// <summary>Adds an empty line, which ends a paragraph, list or table.</summary>
    public void AddBreak() => markdown.Append('\n');

    /// <summary>Adds a list, if there is anything to list.</summary>
    public void AddItems(IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            Add($"- {item}");
        }

        AddBreak();
    }

    /// <summary>Adds a table; numbers stand to the right, everything but the first column.</summary>
    public void AddTable(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        AddRow(headers);
        markdown.Append("| --- ").Insert(markdown.Length, "| ---: ", headers.Count - 1).Append("|\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            AddRow(row);
        }

        AddBreak();
    }

    /// <inheritdoc/>
    public override string ToString() => markdown.ToString();

    /// <summary>
    /// A text that reads the same once Markdown is rendered: every sign that could start markup has a backslash before it,
    /// which CommonMark allows before any ASCII punctuation.
    /// </summary>
    internal static string Escape(string? text)
    {
        string line = HarmlessText.Of(text).Replace('\n', ' ').Replace('\t', ' ').Trim();
        StringBuilder escaped = new(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            if (MayBeMarkup(line, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    private static bool MayBeMarkup(string line, int i) => line[i] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '#' or '&' or '$' or '^' => true,

        // A list or a heading, where the text begins a line or an item; "12." and "12)" too.
        '+' or '-' or '=' or ':' when i == 0 => true,
        '.' or ')' => i > 0 && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0 && (i + 1 == line.Length || line[i + 1] == ' '),

        // What would be made a link on its own.
        '/' => i > 0 && line[i - 1] == ':',

        // What some dialects take for inserted, marked or cited.
        '+' or '=' or '"' => line.AsSpan(i + 1).StartsWith([line[i]]) || (i > 0 && line[i - 1] == line[i]),
        _ => false,
    };

    private void AddRow(IReadOnlyList<string> cells)
    {
        foreach (string cell in cells)
        {
            markdown.Append("| ").Append(Escape(cell)).Append(' ');
        }

        markdown.Append("|\n");
    }

    /// <summary>Escapes what is filled in and writes it straight into the builder.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Escaping
    {
        private readonly StringBuilder markdown;

        public Escaping(int literalLength, int formattedCount, MarkdownBuilder builder)
        {
            markdown = builder.markdown;
            markdown.EnsureCapacity(markdown.Length + literalLength + (8 * formattedCount));
        }

        public void AppendLiteral(string literal) => markdown.Append(literal);

        public void AppendFormatted(string? text) => markdown.Append(Escape(text));

        public void AppendFormatted(int number) => markdown.Append(number.ToString("#,0", CultureInfo.InvariantCulture));
    }
}
