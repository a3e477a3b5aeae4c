using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests;

/// <summary>Builds small notebooks in a folder, and runs them.</summary>
internal sealed class Notebook
{
    private readonly JsonArray cells = [];

    public Notebook Code(string source, params string[] tags) => Add("code", source, tags);

    public Notebook Markdown(string source, params string[] tags) => Add("markdown", source, tags);

    /// <summary>Gives the last cell a member of its metadata, such as slideshow.</summary>
    public Notebook With(string name, JsonNode value)
    {
        cells[^1]!["metadata"]![name] = value;
        return this;
    }

    public string Json() => new JsonObject
    {
        ["cells"] = cells.DeepClone(),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["language"] = "C#" } },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(new() { WriteIndented = true });

    public NotebookDocument Save(TemporaryFolder folder, string name = "notebook.ipynb") =>
        NotebookDocument.Load(folder.Write(name, Json()));

    /// <summary>Runs it in a folder of its own.</summary>
    public async Task<NotebookRun> RunAsync(NotebookRunner? runner = null)
    {
        using TemporaryFolder folder = new();
        return await (runner ?? new NotebookRunner()).RunAsync(
            Save(folder), cancellationToken: TestContext.Current.CancellationToken);
    }

    private Notebook Add(string kind, string source, string[] tags)
    {
        JsonObject cell = new()
        {
            ["cell_type"] = kind,
            ["id"] = $"c{cells.Count + 1}",
            ["metadata"] = new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) },
            ["source"] = source,
        };
        if (kind == "code")
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray();
        }

        cells.Add(cell);
        return this;
    }
}
