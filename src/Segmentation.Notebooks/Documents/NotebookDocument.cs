using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>
/// A Jupyter notebook (nbformat 4). It keeps the bytes of its file: new outputs take the place of the old ones, and
/// everything else stays as it was, byte for byte.
/// </summary>
public sealed class NotebookDocument
{
    private const int Format = 4;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] content;
    private readonly int start;

    private NotebookDocument(string path, byte[] content)
    {
        Path = path;
        this.content = content;
        start = content.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        JsonObject root = Parse();
        CheckFormat(root);
        if (root["cells"] is not JsonArray cells || cells.Count == 0)
        {
            throw new DataException($"{path} has no cells, so there is nothing to run.");
        }

        Cells = [.. cells.Select((cell, index) => Cell(cell, index + 1))];
        Language = NotebookText.Of(root["metadata"]?["kernelspec"]?["language"])
            ?? NotebookText.Of(root["metadata"]?["language_info"]?["name"]);
    }

    /// <summary>The file's name as it was given.</summary>
    public string Path { get; }

    /// <summary>The folder that the cells run in: the notebook's own.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>All cells, in order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The language of cells that name none, such as <c>C#</c>; null when the notebook does not say.</summary>
    public string? Language { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">It cannot be read, or is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return new NotebookDocument(path, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"There is no notebook {path}.", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new DataException(
                Directory.Exists(path)
                    ? $"{path} is a folder; give the names of notebooks, such as {System.IO.Path.Combine(path, "*.ipynb")}."
                    : $"{path} cannot be read: permission denied.",
                error);
        }
    }

    /// <summary>The notebook's bytes with the outputs of a run in place of its own.</summary>
    /// <param name="outputs">For each cell that was run or skipped, by its number, what it gave.</param>
    public byte[] WithOutputs(IReadOnlyDictionary<int, CellOutputs> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return OutputSplicing.Replace(content, start, this, outputs);
    }

    private JsonObject Parse()
    {
        try
        {
            JsonDocumentOptions options = new() { AllowDuplicateProperties = false, MaxDepth = CellSpans.MaxDepth };
            return JsonNode.Parse(content.AsSpan(start), documentOptions: options) as JsonObject
                ?? throw new DataException($"{Path} is not a notebook: it should be a JSON object.");
        }
        catch (JsonException error)
        {
            string reason = error.LineNumber is null ? "two members have the same name" : "this is not JSON";
            throw new DataException(Path, (int?)error.LineNumber + 1, $"{reason}, so the file is not a notebook.");
        }
    }

    private void CheckFormat(JsonObject root)
    {
        if (root["nbformat"] is not JsonValue value || !value.TryGetValue(out int format))
        {
            throw new DataException($"{Path} is not a notebook: it has no number 'nbformat'.");
        }

        if (format != Format)
        {
            string advice = format < Format
                ? "Open it in Jupyter or VS Code and save it again."
                : "It is newer than this program.";
            throw new DataException($"{Path} has nbformat {format}, but only nbformat {Format} can be run. {advice}");
        }
    }

    private NotebookCell Cell(JsonNode? node, int number)
    {
        if (node is not JsonObject cell)
        {
            throw new DataException($"{Path}: cell {number} is not a JSON object.");
        }

        CellKind kind = NotebookText.Of(cell["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            null => throw new DataException($"{Path}: cell {number} has no 'cell_type'."),
            string other => throw new DataException(
                $"{Path}: cell {number} has the cell_type '{other}'; it should be code, markdown or raw."),
        };
        string source = NotebookText.Of(cell["source"])
            ?? throw new DataException($"{Path}: cell {number} has no source: it should be a text or a list of texts.");
        IReadOnlyList<JsonObject> outputs = kind == CellKind.Code && cell["outputs"] is JsonArray array
            ? [.. array.OfType<JsonObject>()]
            : [];
        return new NotebookCell(number, kind, source, cell["metadata"] as JsonObject ?? [], outputs);
    }
}
