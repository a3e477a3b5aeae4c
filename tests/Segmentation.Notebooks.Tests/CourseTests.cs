using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Segmentation.Tests;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests;

/// <summary>The committed notebooks keep to what every host of theirs can open, run and show.</summary>
public sealed partial class CourseTests
{
    private const int LargestNotebook = 1_000_000;

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)!).Order()];

    [Fact]
    public void Course_HasItsNotebooks()
    {
        Assert.Equal(
            ["01", "02", "03", "04", "05", "06", "07", "08"],
            Files.Select(row => row.Data[..2]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Notebook_OpensInEveryHost(string file)
    {
        JsonObject notebook = Read(file);

        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Assert.Equal(".net-csharp", (string)notebook["metadata"]!["kernelspec"]!["name"]!);
        Assert.Equal("C#", (string)notebook["metadata"]!["kernelspec"]!["language"]!);
        JsonObject[] cells = Cells(notebook);
        Assert.InRange(cells.Length, 20, 45);
        Assert.All(cells, cell => Assert.Contains((string)cell["cell_type"]!, new[] { "code", "markdown" }));
        Assert.Equal(cells.Length, cells.Select(cell => (string)cell["id"]!).Distinct().Count());
        Assert.All(Code(cells), cell =>
        {
            Assert.Equal("csharp", (string)cell["metadata"]!["dotnet_interactive"]!["language"]!);
            Assert.Equal("csharp", (string)cell["metadata"]!["polyglot_notebook"]!["kernelName"]!);
        });
        Assert.InRange(new FileInfo(Repository.PathOf("notebooks", file)).Length, 1, LargestNotebook);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Notebook_UsesOnlyWhatEveryHostHas(string file)
    {
        JsonObject[] cells = Cells(Read(file));
        string[] code = [.. Code(cells).Select(Source)];

        Assert.Equal("#!import setup.csx", code[0]);
        Assert.All(code.Skip(1).Where(text => text is not ("#!import plotly.csx" or "#!import dataframes.csx")), text => Assert.DoesNotContain("#!", text, StringComparison.Ordinal));
        Assert.All(code, text =>
        {
            Assert.DoesNotMatch(@"\b(display|HTML)\(|DisplayAs|Console\.Error|^\s*namespace\b", text);
            Assert.True(
                !text.Contains("#r", StringComparison.Ordinal) || text.StartsWith("#r \"nuget: ", StringComparison.Ordinal), text);
        });
        Assert.All(
            Code(cells).Where(cell => Source(cell).StartsWith("#r", StringComparison.Ordinal)),
            cell => Assert.Contains("requires-package", Tags(cell)));

        // Verso replaces @word in Markdown.
        Assert.All(Prose(cells), text => Assert.DoesNotMatch(@"(?<![\w`])@\w", text));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Notebook_WasRunToItsEndWithoutAnError(string file)
    {
        JsonObject[] code = [.. Code(Cells(Read(file)))];

        Assert.All(code, cell => Assert.DoesNotContain(Outputs(cell), output => (string)output["output_type"]! == "error"));
        Assert.All(code, cell => Assert.NotNull(cell["execution_count"]));
        Assert.DoesNotContain(code.SelectMany(Outputs), output => output["metadata"]?["skipped"] is not null);
        Assert.DoesNotContain(code.SelectMany(Outputs), output => (string?)output["name"] == "stderr");
    }

    /// <summary>papermill adds a cell of values behind the one that is tagged parameters; they win over the environment, which wins over the cell's own.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parameters_InjectedAsPapermillDoes_WinOverTheEnvironment(string file)
    {
        string parameters = Source(Code(Cells(Read(file))).Single(cell => Tags(cell).Contains(ParameterCell.Tag)));

        NotebookRun run = await new Notebook()
            .Code("Environment.SetEnvironmentVariable(\"SEGMENT_ID_COLUMN\", \"from outside\"); Environment.SetEnvironmentVariable(\"SEGMENT_DATA_FILE\", \"\");")
            .Code(parameters, ParameterCell.Tag)
            .Code("idColumn")
            .Code("// Parameters\nvar idColumn = \"injected\";\n", "injected-parameters")
            .Code("idColumn").RunAsync();

        Assert.Equal(("from outside", "injected"), (run.Result(3), run.Result(5)));
        Assert.Contains("idColumn", parameters, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Notebook_TeachesAsTheOthersDo(string file)
    {
        string prose = string.Join('\n', Prose(Cells(Read(file))));

        Assert.Contains("dotnet build Segmentation.sln -c Release", prose, StringComparison.Ordinal);
        Assert.Matches("(?im)^#+ .*recap", prose);
        Assert.Matches("(?im)^#+ .*(exercises|your turn)", prose);
        Assert.Matches("(?im)^#+ .*solution", prose);
        Assert.Contains("(README.md)", prose, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [InlineData("README.md")]
    public void Links_ToOtherFiles_LeadSomewhere(string file)
    {
        string text = file.EndsWith(".md", StringComparison.Ordinal)
            ? File.ReadAllText(Repository.PathOf("notebooks", file))
            : string.Join('\n', Prose(Cells(Read(file))));
        string[] targets =
        [
            .. Link().Matches(text).Select(match => match.Groups[1].Value.Split('#')[0])
                .Where(target => target.Length > 0 && !target.StartsWith("http", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Repository.PathOf("notebooks", target)), $"{file} links to {target}."));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Outputs_PutThroughASanitiser_StillShowTheirPicturesAndTables(string file)
    {
        string purifier = Repository.PathOf("tests", "Segmentation.Tests", "node_modules", "dompurify", "dist", "purify.min.js");
        Browser.Require(purifier, "DOMPurify is not installed; run npm ci in tests/Segmentation.Tests.");
        string[] html = [.. Code(Cells(Read(file))).SelectMany(Outputs).Select(Html).OfType<string>()];
        int pictures = html.Sum(text => Regex.Count(text, "<img "));
        int tables = html.Sum(text => Regex.Count(text, "<table"));
        await using Browser browser = await Browser.LaunchAsync();
        Microsoft.Playwright.IPage page = await browser.NewPageAsync(width: 1000);
        await page.AddScriptTagAsync(new() { Path = purifier });

        await page.EvaluateAsync(
            "outputs => { document.body.innerHTML = outputs.map(html => DOMPurify.sanitize(html)).join('') }", html);
        await page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete)");

        Assert.True(pictures + tables > 0, "The notebook shows nothing.");
        Assert.Equal(
            pictures,
            await page.EvaluateAsync<int>("() => [...document.images].filter(image => image.naturalWidth > 0 && image.alt).length"));
        Assert.Equal(tables, await page.EvaluateAsync<int>("() => document.querySelectorAll('table').length"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.body.querySelectorAll('script').length"));
    }

    private static string? Html(JsonObject output) => output["data"]?["text/html"] is JsonNode html ? Text(html) : null;

    private static JsonObject Read(string file) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("notebooks", file)))!.AsObject();

    private static JsonObject[] Cells(JsonObject notebook) => [.. notebook["cells"]!.AsArray().Select(cell => cell!.AsObject())];

    private static IEnumerable<JsonObject> Code(JsonObject[] cells) => cells.Where(cell => (string)cell["cell_type"]! == "code");

    private static IEnumerable<string> Prose(JsonObject[] cells) =>
        cells.Where(cell => (string)cell["cell_type"]! == "markdown").Select(Source);

    private static IEnumerable<JsonObject> Outputs(JsonObject cell) => cell["outputs"]!.AsArray().Select(output => output!.AsObject());

    private static string[] Tags(JsonObject cell) =>
        [.. cell["metadata"]!["tags"]?.AsArray().Select(tag => (string)tag!) ?? []];

    private static string Source(JsonObject cell) => Text(cell["source"]!);

    private static string Text(JsonNode node) =>
        node is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)node!;

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
