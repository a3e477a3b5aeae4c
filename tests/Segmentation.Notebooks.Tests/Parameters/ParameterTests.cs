using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Parameters;

public sealed class ParameterTests : IDisposable
{
    private const string Cell =
        """
        string dataFile = Environment.GetEnvironmentVariable("SEGMENTATION_NO_SUCH_VARIABLE") is { Length: > 0 } set
            ? set
            : "../data/a.csv";
        var seed = 42;
        double share = 0.5;
        bool quick = false;
        string[] features = { "A" };
        int? k;
        var when = DateTime.UnixEpoch;
        string source = new System.Diagnostics.StackFrame(0, true).GetFileLineNumber().ToString();
        """;

    private const string Show = """$"{dataFile}|{seed}|{share}|{quick}|{string.Join("+", features)}|{k}|{source}" """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Parameters_HaveNameTypeAndDefault()
    {
        IReadOnlyList<NotebookParameter> parameters = ParameterCell.Of(Document())!.Parameters;

        Assert.Equal(
            ["string dataFile", "int seed", "double share", "bool quick", "string[] features", "int? k", "System.DateTime when", "string source"],
            parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));
        Assert.Equal(("\"../data/a.csv\"", "42", null), (parameters[0].Default, parameters[1].Default, parameters[5].Default));
    }

    [Fact]
    public async Task Set_EveryType_ReplacesTheCellsValuesAndKeepsItsLines()
    {
        NotebookRun run = await RunAsync(new()
        {
            ["dataFile"] = "b \"x\".csv",
            ["seed"] = "-7",
            ["share"] = "1e-3",
            ["quick"] = "true",
            ["features"] = "B, C",
            ["k"] = "5",
        });

        Assert.Equal($"{Path.Combine("/stand", "b \"x\".csv")}|-7|0.001|True|B+C|5|10", run.Result(3));
        Assert.StartsWith("Set for this run: dataFile = \"/stand/b \\\"x\\\".csv\"; seed = -7; ", run.Result(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_Nothing_LeavesTheCellAsItIs()
    {
        NotebookRun run = await RunAsync([]);

        Assert.Equal("../data/a.csv|42|0.5|False|A||10", run.Result(3));
        Assert.Empty(run.Cells[0].Outputs.Outputs);
    }

    [Fact]
    public async Task Set_TheSourceInTheFile_StaysAsItIs()
    {
        NotebookRun run = await RunAsync(new() { ["seed"] = "7" });

        string written = System.Text.Encoding.UTF8.GetString(run.ToBytes());
        Assert.Contains("var seed = 42;", written, StringComparison.Ordinal);
        Assert.Contains("Set for this run: seed = 7", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sead", "1", "FILE has no parameter 'sead'. Did you mean 'seed'? Parameters: dataFile, seed, share, quick, features, k, when, source.")]
    [InlineData("seed", "1.5", "The parameter 'seed' should be a whole number (int), but is '1.5'.")]
    [InlineData("k", "many", "The parameter 'k' should be a whole number (int?), but is 'many'.")]
    [InlineData("share", "0,5", "The parameter 'share' should be a number, such as 0.5 (double), but is '0,5'.")]
    [InlineData("quick", "yes", "The parameter 'quick' should be true or false (bool), but is 'yes'.")]
    [InlineData("features", "[1]", "A list of texts should look like [\"A\", \"B\"], but is '[1]'.")]
    [InlineData("when", "now", "The parameter 'when' is a System.DateTime; only string, int, long, double, bool and string[] can be set.")]
    public void Set_WhatCannotBeSet_SaysWhy(string name, string text, string message)
    {
        NotebookDocument document = Document();

        DataException error = Assert.Throws<DataException>(
            () => ParameterValues.Of(document, new Dictionary<string, string> { [name] = text }, "/stand"));

        Assert.Equal(message.Replace("FILE", document.Path, StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public void Set_NotebookWithoutTheCell_SaysSo()
    {
        NotebookDocument document = new Notebook().Code("int seed = 1;").Save(folder);

        DataException error = Assert.Throws<DataException>(
            () => ParameterValues.Of(document, new Dictionary<string, string> { ["seed"] = "2" }, "/stand"));

        Assert.Equal($"{document.Path} has no cell tagged 'parameters', so nothing can be set in it.", error.Message);
    }

    [Fact]
    public void Read_JsonFile_GivesTextsOfItsValues()
    {
        string path = folder.Write("v.json", """{ "seed": 7, "share": 0.25, "quick": true, "dataFile": "a\"b", "features": ["A", "B,C"] }""");

        IReadOnlyDictionary<string, string> values = ParameterValues.Read(path);

        Assert.Equal(["7", "0.25", "true", "a\"b", "[\"A\",\"B,C\"]"], values.Values);
    }

    [Theory]
    [InlineData("[1]", "FILE should be a JSON object such as { \"seed\": 7 }.")]
    [InlineData("{\n\"a\" 1}", "FILE(2): this is not JSON.")]
    [InlineData("{\"a\": null}", "FILE: the value of 'a' is null; leave it out to keep the notebook's own.")]
    [InlineData("{\"a\": {}}", "FILE: the value of 'a' is an object; it should be one value.")]
    public void Read_WhatIsNoSuchFile_SaysWhy(string text, string message)
    {
        string path = folder.Write("v.json", text);

        DataException error = Assert.Throws<DataException>(() => ParameterValues.Read(path));

        Assert.Equal(message.Replace("FILE", path, StringComparison.Ordinal), error.Message);
    }

    private NotebookDocument Document() =>
        new Notebook().Markdown("# Own data").Code(Cell, ParameterCell.Tag).Code(Show).Save(folder);

    private async Task<NotebookRun> RunAsync(Dictionary<string, string> values)
    {
        NotebookDocument document = Document();
        return await new NotebookRunner().RunAsync(
            document, ParameterValues.Of(document, values, "/stand"), cancellationToken: TestContext.Current.CancellationToken);
    }
}
