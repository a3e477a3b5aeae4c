using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>One cell of a notebook, as the file has it.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(int number, CellKind kind, string source, JsonObject metadata, IReadOnlyList<JsonObject> outputs)
    {
        Number = number;
        Kind = kind;
        Source = source;
        Outputs = outputs;
        Tags = metadata["tags"] is JsonArray tags ? [.. tags.Select(tag => tag?.ToString() ?? string.Empty)] : [];
        SlideType = Text(metadata, "slideshow", "slide_type");
        Language = Text(metadata, "polyglot_notebook", "kernelName")
            ?? Text(metadata, "dotnet_interactive", "language")
            ?? Text(metadata, "vscode", "languageId");
    }

    /// <summary>Its place among all cells, counted from 1.</summary>
    public int Number { get; }

    /// <summary>What it is.</summary>
    public CellKind Kind { get; }

    /// <summary>Its text, lines ended as in the file.</summary>
    public string Source { get; }

    /// <summary>The tags in its metadata.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>nbconvert's <c>slide_type</c>, or null.</summary>
    public string? SlideType { get; }

    /// <summary>The language that its metadata name, or null.</summary>
    public string? Language { get; }

    /// <summary>The outputs in the file, as nbformat has them; none for a cell that is not code.</summary>
    public IReadOnlyList<JsonObject> Outputs { get; }

    private static string? Text(JsonObject metadata, string part, string name) =>
        metadata[part] is JsonObject inner && inner[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
