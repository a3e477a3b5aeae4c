using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Documents;

public sealed class NotebookDocumentTests : IDisposable
{
    private const string Bom = "\uFEFF";

    /// <summary>One cell; OUTPUTS and COUNT stand for what a run replaces.</summary>
    private const string Pretty =
        "{\n \"unknown\": {\"b\": 1.50, \"a\": \"\\u00e9 é 😀\"},\n \"nbformat_minor\": 9,\n \"nbformat\": 4,\n \"metadata\": { },\n"
        + " \"cells\": [\n  {\n   \"outputs\": OUTPUTS,\n   \"source\": [\"1\"],\n   \"extra\": [ 1,2 ],\n   \"execution_count\": COUNT,\n"
        + "   \"cell_type\": \"code\"\n  },\n  {\"cell_type\": \"markdown\", \"source\": \"# Title\"}\n ]\n}\n";

    private const string New =
        "[\n    {\n     \"name\": \"stdout\",\n     \"output_type\": \"stream\",\n     \"text\": [\n      \"a\\n\",\n      \"<é>\"\n     ]\n    }\n   ]";

    private static readonly Dictionary<int, CellOutputs> Printed = new()
    {
        [1] = new CellOutputs([new StreamOutput("stdout", "a\n<é>")], 7),
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WithOutputs_ReplacesOutputsAndCountAndNothingElse()
    {
        NotebookDocument document = Load(Fill(Pretty, "[ ]", "3"));

        Assert.Equal(Fill(Pretty, New, "7"), Text(document.WithOutputs(Printed)));
    }

    [Fact]
    public void WithOutputs_ByteOrderMarkWindowsLinesAndTabs_StayAndAreFollowed()
    {
        NotebookDocument document = Load(Bom + Windows(Fill(Pretty, "[ ]", "null")));

        Assert.Equal(Bom + Windows(Fill(Pretty, New, "7")), Text(document.WithOutputs(Printed)));

        static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("\r\n ", "\r\n\t", StringComparison.Ordinal)
            .Replace("\t ", "\t\t", StringComparison.Ordinal).Replace("\t ", "\t\t", StringComparison.Ordinal)
            .Replace("\t ", "\t\t", StringComparison.Ordinal).Replace("\t ", "\t\t", StringComparison.Ordinal)
            .Replace("\t ", "\t\t", StringComparison.Ordinal);
    }

    [Fact]
    public void WithOutputs_FileOfOneLine_StaysOne()
    {
        const string Line = """{"cells":[{"cell_type":"code","source":"","outputs":OUTPUTS,"execution_count":COUNT}],"nbformat":4}""";
        NotebookDocument document = Load(Fill(Line, "[]", "null"));

        Assert.Equal(
            Fill(Line, """[{"name":"stdout","output_type":"stream","text":["a\n","<é>"]}]""", "7"), Text(document.WithOutputs(Printed)));
    }

    [Fact]
    public void WithOutputs_CellWithoutTheMembers_GetsThem()
    {
        NotebookDocument document = Load("{\n  \"nbformat\": 4,\n  \"cells\": [\n    {\n      \"cell_type\": \"code\",\n      \"source\": \"1\"\n    }\n  ]\n}");

        string text = Text(document.WithOutputs(new Dictionary<int, CellOutputs> { [1] = new([], 1) }));

        Assert.Equal(
            "{\n  \"nbformat\": 4,\n  \"cells\": [\n    {\n      \"cell_type\": \"code\",\n      \"source\": \"1\",\n      \"outputs\": [],\n      \"execution_count\": 1\n    }\n  ]\n}",
            text);
    }

    [Fact]
    public void WithOutputs_SameOutputsWrittenOtherwise_KeepTheirBytes()
    {
        const string Joined = "[{\"output_type\": \"stream\",  \"text\": \"a\\n<\\u00e9>\", \"name\": \"stdout\"}]";
        NotebookDocument document = Load(Fill(Pretty, Joined, "7"));

        Assert.Equal(Fill(Pretty, Joined, "7"), Text(document.WithOutputs(Printed)));
    }

    [Fact]
    public void WithOutputs_CellThatWasNotRun_KeepsItsOutputs()
    {
        string text = Fill(Pretty, "[{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"old\"}]", "3");

        Assert.Equal(text, Text(Load(text).WithOutputs(new Dictionary<int, CellOutputs>())));
    }

    [Fact]
    public void Cells_HaveTheirSourceTagsAndLanguage()
    {
        NotebookDocument document = new Notebook().Markdown("# A").Code("int a;\nint b;", "parameters")
            .With("polyglot_notebook", new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "csharp" }).Save(folder);

        Assert.Equal([CellKind.Markdown, CellKind.Code], document.Cells.Select(cell => cell.Kind));
        Assert.Equal("int a;\nint b;", document.Cells[1].Source);
        Assert.Equal(["parameters"], document.Cells[1].Tags);
        Assert.Equal(("csharp", "C#"), (document.Cells[1].Language, document.Language));
    }

    [Theory]
    [InlineData("{\"cells\": [\n,]}", "FILE(2): this is not JSON, so the file is not a notebook.")]
    [InlineData("", "FILE(1): this is not JSON, so the file is not a notebook.")]
    [InlineData("{\"cells\": [], \"cells\": []}", "FILE: two members have the same name, so the file is not a notebook.")]
    [InlineData("[1]", "FILE is not a notebook: it should be a JSON object.")]
    [InlineData("null", "FILE is not a notebook: it should be a JSON object.")]
    [InlineData("{}", "FILE is not a notebook: it has no number 'nbformat'.")]
    [InlineData("{\"nbformat\": 4}", "FILE has no cells, so there is nothing to run.")]
    [InlineData("{\"nbformat\": 4, \"cells\": []}", "FILE has no cells, so there is nothing to run.")]
    [InlineData("{\"nbformat\": 3}", "FILE has nbformat 3, but only nbformat 4 can be run. Open it in Jupyter or VS Code and save it again.")]
    [InlineData("{\"nbformat\": 5}", "FILE has nbformat 5, but only nbformat 4 can be run. It is newer than this program.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "FILE: cell 1 is not a JSON object.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{}]}", "FILE: cell 1 has no 'cell_type'.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"x\"}]}", "FILE: cell 1 has the cell_type 'x'; it should be code, markdown or raw.")]
    [InlineData(
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\", \"source\": \"\"}, {\"cell_type\": \"code\"}]}",
        "FILE: cell 2 has no source: it should be a text or a list of texts.")]
    public void Load_WhatIsNoNotebook_SaysWhatIsWrong(string text, string message)
    {
        string path = folder.Write("n.ipynb", text);

        DataException error = Assert.Throws<DataException>(() => NotebookDocument.Load(path));

        Assert.Equal(message.Replace("FILE", path, StringComparison.Ordinal), error.Message);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Load_NoSuchFileOrAFolder_SaysSo()
    {
        Assert.Equal(
            $"There is no notebook {folder.File("x.ipynb")}.",
            Assert.Throws<DataException>(() => NotebookDocument.Load(folder.File("x.ipynb"))).Message);
        Assert.StartsWith(
            $"{folder.Path} is a folder; ",
            Assert.Throws<DataException>(() => NotebookDocument.Load(folder.Path)).Message,
            StringComparison.Ordinal);
    }

    private NotebookDocument Load(string text)
    {
        File.WriteAllText(folder.File("n.ipynb"), text, new UTF8Encoding(false));
        return NotebookDocument.Load(folder.File("n.ipynb"));
    }

    private static string Fill(string template, string outputs, string count) =>
        template.Replace("OUTPUTS", outputs, StringComparison.Ordinal).Replace("COUNT", count, StringComparison.Ordinal);

    private static string Text(byte[] bytes) => new UTF8Encoding(false).GetString(bytes);
}
