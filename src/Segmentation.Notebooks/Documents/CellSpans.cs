using System.Text.Json;

namespace Segmentation.Notebooks;

/// <summary>Finds, for each cell of a notebook, where the values that a run replaces stand.</summary>
internal static class CellSpans
{
    /// <summary>How deep a notebook may be nested; outputs may hold JSON of their own.</summary>
    public const int MaxDepth = 1000;

    /// <summary>One for each object in the root's <c>cells</c>, in order. The text is known to be a notebook.</summary>
    public static IReadOnlyList<CellSpan> Of(ReadOnlySpan<byte> json)
    {
        List<CellSpan> spans = [];
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isCells = reader.ValueTextEquals("cells");
            reader.Read();
            if (!isCells)
            {
                reader.Skip();
                continue;
            }

            spans.Clear();   // of two members with the same name the last one counts
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                spans.Add(Cell(ref reader));
            }
        }

        return spans;
    }

    private static CellSpan Cell(ref Utf8JsonReader reader)
    {
        CellSpan span = new(null, null, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int nameStart = (int)reader.TokenStartIndex;
            bool isOutputs = reader.ValueTextEquals("outputs");
            bool isCount = reader.ValueTextEquals("execution_count");
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            int end = (int)reader.BytesConsumed;
            span = span with
            {
                Outputs = isOutputs ? start..end : span.Outputs,
                ExecutionCount = isCount ? start..end : span.ExecutionCount,
                LastValueEnd = end,
                LastNameStart = nameStart,
            };
        }

        return span;
    }
}
