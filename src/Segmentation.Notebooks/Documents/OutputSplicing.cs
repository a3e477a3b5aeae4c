using System.Text;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>Puts new outputs into the bytes of a notebook, laid out as the lines around them are.</summary>
internal static class OutputSplicing
{
    /// <param name="content">The whole file.</param>
    /// <param name="start">Where its JSON begins, behind a byte-order mark.</param>
    /// <param name="document">The notebook that the file holds.</param>
    /// <param name="outputs">What to put in, by the number of the cell.</param>
    public static byte[] Replace(
        byte[] content, int start, NotebookDocument document, IReadOnlyDictionary<int, CellOutputs> outputs)
    {
        ReadOnlySpan<byte> json = content.AsSpan(start);
        IReadOnlyList<CellSpan> spans = CellSpans.Of(json);
        JsonLayout layout = JsonLayout.Of(json);
        List<(Range Place, string Text)> edits = [];
        foreach (NotebookCell cell in document.Cells.Where(cell => cell.Kind == CellKind.Code && outputs.ContainsKey(cell.Number)))
        {
            CellSpan span = spans[cell.Number - 1];
            CellOutputs given = outputs[cell.Number];
            string? indent = JsonLayout.IndentOf(json, span.LastNameStart);
            if (!IsSame(cell, given) || span.Outputs is null)
            {
                edits.Add(Edit(span.Outputs, "outputs", layout.Write(given.ToJson(), indent), span, layout, indent));
            }

            string count = given.ExecutionCount is int number ? layout.Write(JsonValue.Create(number), indent) : "null";
            edits.Add(Edit(span.ExecutionCount, "execution_count", count, span, layout, indent));
        }

        MemoryStream result = new(content.Length);
        result.Write(content, 0, start);
        int position = 0;
        foreach ((Range place, string text) in edits.OrderBy(edit => edit.Place.Start.Value))
        {
            result.Write(json[position..place.Start.Value]);
            result.Write(Encoding.UTF8.GetBytes(text));
            position = place.End.Value;
        }

        result.Write(json[position..]);
        return result.ToArray();
    }

    /// <summary>Replaces a value, or adds a member behind the cell's last one.</summary>
    private static (Range Place, string Text) Edit(
        Range? value, string name, string text, CellSpan span, JsonLayout layout, string? indent) =>
        value is Range place
            ? (place, text)
            : (span.LastValueEnd..span.LastValueEnd, $"{layout.Separator(indent)}\"{name}\":{layout.AfterColon}{text}");

    /// <summary>Whether the file has the same outputs already, perhaps written in another way, such as one long string.</summary>
    private static bool IsSame(NotebookCell cell, CellOutputs given) =>
        JsonNode.DeepEquals(
            Joined(new JsonArray([.. cell.Outputs.Select(output => output.DeepClone())])), Joined(given.ToJson()));

    private static JsonArray Joined(JsonArray outputs)
    {
        foreach (JsonObject output in outputs.OfType<JsonObject>())
        {
            Join(output, "text");
            if (output["data"] is JsonObject data)
            {
                foreach (string type in data.Select(entry => entry.Key).ToArray())
                {
                    Join(data, type);
                }
            }
        }

        return outputs;
    }

    private static void Join(JsonObject holder, string name)
    {
        if (NotebookText.Of(holder[name]) is string text)
        {
            holder[name] = text;
        }
    }
}
