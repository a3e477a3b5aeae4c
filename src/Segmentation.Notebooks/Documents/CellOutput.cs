using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>One output of a cell, as nbformat knows them.</summary>
public abstract record CellOutput
{
    /// <summary>The output as it stands in a notebook.</summary>
    /// <param name="executionCount">The number of the cell's run, which a result repeats.</param>
    public abstract JsonObject ToJson(int executionCount);

    /// <summary>A text as notebooks have it: a list of its lines, each with its end.</summary>
    private protected static JsonArray Lines(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            int next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return lines;
    }

    private protected static JsonObject Bundle(IReadOnlyDictionary<string, string> data)
    {
        JsonObject bundle = [];
        foreach ((string type, string text) in data)
        {
            bundle.Add(type, Lines(text));
        }

        return bundle;
    }
}

/// <summary>Text that was written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput
{
    /// <inheritdoc/>
    public override JsonObject ToJson(int executionCount) =>
        new() { ["name"] = Name, ["output_type"] = "stream", ["text"] = Lines(Text) };
}

/// <summary>Something that a cell displayed.</summary>
/// <param name="Data">The same thing in several MIME types.</param>
public sealed record DisplayOutput(IReadOnlyDictionary<string, string> Data) : CellOutput
{
    /// <summary>In the metadata of an output that only says why its cell was skipped.</summary>
    internal const string SkippedMark = "skipped";

    /// <summary>Whether this output only says why its cell was skipped.</summary>
    public bool SaysSkipped { get; init; }

    /// <inheritdoc/>
    public override JsonObject ToJson(int executionCount) => new()
    {
        ["data"] = Bundle(Data),
        ["metadata"] = SaysSkipped ? new JsonObject { [SkippedMark] = true } : [],
        ["output_type"] = "display_data",
    };
}

/// <summary>The value of a cell's last expression.</summary>
/// <param name="Data">The same thing in several MIME types.</param>
public sealed record ResultOutput(IReadOnlyDictionary<string, string> Data) : CellOutput
{
    /// <inheritdoc/>
    public override JsonObject ToJson(int executionCount) => new()
    {
        ["data"] = Bundle(Data),
        ["execution_count"] = executionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    };
}

/// <summary>What stopped a cell.</summary>
/// <param name="Name">The .NET kernel always writes <c>Error</c>.</param>
/// <param name="Message">One line that begins with the place.</param>
/// <param name="Traceback">The lines of the trace.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : CellOutput
{
    /// <inheritdoc/>
    public override JsonObject ToJson(int executionCount) => new()
    {
        ["ename"] = Name,
        ["evalue"] = Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. Traceback.Select(line => JsonValue.Create(line))]),
    };
}
