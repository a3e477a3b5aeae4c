using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>How a JSON file is laid out: its line ends and the width of one indent.</summary>
internal sealed class JsonLayout
{
    private readonly string lineEnd;
    private readonly JsonSerializerOptions indented;
    private readonly JsonSerializerOptions compact;

    private JsonLayout(string lineEnd, char character, int size)
    {
        this.lineEnd = lineEnd;
        compact = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        indented = new JsonSerializerOptions(compact)
        {
            WriteIndented = true,
            IndentCharacter = character,
            IndentSize = size,
            NewLine = "\n",
        };
    }

    /// <summary>What stands between a colon and its value.</summary>
    public string AfterColon { get; private init; } = " ";

    /// <summary>Looks at the first line that is indented; a file of one line is compact.</summary>
    public static JsonLayout Of(ReadOnlySpan<byte> json)
    {
        int lineFeed = json.IndexOf((byte)'\n');
        string lineEnd = lineFeed > 0 && json[lineFeed - 1] == '\r' ? "\r\n" : "\n";
        int size = 0;
        while (lineFeed + 1 + size < json.Length && json[lineFeed + 1 + size] is (byte)' ' or (byte)'\t')
        {
            size++;
        }

        bool isTab = size > 0 && json[lineFeed + 1] == '\t';
        bool isCompact = lineFeed < 0 || lineFeed == json.TrimEnd("\r\n \t"u8).Length;
        return new JsonLayout(lineEnd, isTab ? '\t' : ' ', Math.Min(size, 8))
        {
            AfterColon = isCompact && json.IndexOf("\": "u8) < 0 ? "" : " ",
        };
    }

    /// <summary>The blanks before a member that begins its line, or null when something else stands before it.</summary>
    public static string? IndentOf(ReadOnlySpan<byte> json, int position)
    {
        int line = json[..position].LastIndexOf((byte)'\n') + 1;
        ReadOnlySpan<byte> before = json[line..position];
        return line > 0 && before.Trim(" \t"u8).IsEmpty ? Encoding.UTF8.GetString(before) : null;
    }

    /// <summary>What stands between a value and the name of the next member.</summary>
    public string Separator(string? indent) => indent is null ? $",{AfterColon}" : $",{lineEnd}{indent}";

    /// <summary>A value of a member that is indented so; in one line where the indent is null.</summary>
    public string Write(JsonNode value, string? indent) => indent is null
        ? value.ToJsonString(compact)
        : value.ToJsonString(indented).Replace("\n", lineEnd + indent, StringComparison.Ordinal);
}
