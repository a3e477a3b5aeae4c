using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class NotebooksCommandTests : IDisposable
{
    private const string Broken = "{ \"cells\": [";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_WithoutOut_KeepsTheOutputsInTheFile()
    {
        string path = Write("a.ipynb", "1 + 1");

        Invocation invocation = await Invocation.RunAsync("notebooks", "run", path);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Matches($@"^{path}: 1 cell run, 0 skipped \(\d+\.\d s\)\n1 notebook: 1 cell run, 0 skipped\.\n$", invocation.Output);
        Assert.Equal("2", Outputs(path)[0]!["data"]!["text/plain"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_SetAndOut_WritesThereAndLeavesTheNotebook()
    {
        string path = Write("a.ipynb", "int seed = 1;", "seed");
        string before = File.ReadAllText(path);

        Invocation invocation = await Invocation.RunAsync(
            "notebooks", "run", path, "--set", "seed=20", "--out", folder.File("new/out"), "--html");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal("20", Outputs(folder.File("new/out/a.ipynb"), 1)[0]!["data"]!["text/plain"]![0]!.GetValue<string>());
        Assert.Contains("<details class=\"code\">", File.ReadAllText(folder.File("new/out/a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RelativeDataFile_StartsFromWhereTheUserIs()
    {
        string path = Write("a.ipynb", "string dataFile = \"\";", "dataFile");

        await Invocation.RunAsync("notebooks", "run", path, "--set", "dataFile=../x.csv", "--out", folder.File("out"));

        Assert.Equal(
            Path.GetFullPath("../x.csv"), Outputs(folder.File("out/a.ipynb"), 1)[0]!["data"]!["text/plain"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_SetFile_IsReadAndSetComesBeforeIt()
    {
        string path = Write("a.ipynb", "int a = 1; int b = 1;", "a * 10 + b");
        string values = folder.Write("v.json", "{ \"a\": 2, \"b\": 3 }");

        await Invocation.RunAsync("notebooks", "run", path, "--set-file", values, "--set", "b=4", "--out", folder.File("out"));

        Assert.Equal("24", Outputs(folder.File("out/a.ipynb"), 1)[0]!["data"]!["text/plain"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_FailingCell_KeepsItsErrorStopsThereAndExitsWith1()
    {
        string path = Write("a.ipynb", "Console.WriteLine(1);\nthrow new Exception(\"no\");", "2");
        string other = Write("b.ipynb", "3");

        Invocation invocation = await Invocation.RunAsync("notebooks", "run", path, other);

        Assert.Equal((1, $"segment: {path}: cell 1, line 2: System.Exception: no\n"), (invocation.ExitCode, invocation.Error));
        Assert.Contains("0 cells run, 0 skipped, stopped in cell 1 (", invocation.Output, StringComparison.Ordinal);
        Assert.Equal("Cell 1, line 2: System.Exception: no", Outputs(path)[1]!["evalue"]!.GetValue<string>());
        Assert.Empty(Outputs(path, 1));
        Assert.Empty(Outputs(other));
    }

    [Fact]
    public async Task Run_EndlessLoop_EndsByTimeoutWithOneMessage()
    {
        string path = Write("a.ipynb", "while (true) { }");

        Invocation invocation = await Invocation.RunAsync("notebooks", "run", path, "--timeout", "2.5");

        Assert.Equal(
            (1, $"segment: {path}: cell 1: it was stopped after 2.5 seconds. Give it more time with --timeout.\n"),
            (invocation.ExitCode, invocation.Error));
    }

    [Fact]
    public async Task Run_MisspeltParameter_RunsNothing()
    {
        string path = Write("a.ipynb", "int seed = 1;");

        Invocation invocation = await Invocation.RunAsync("notebooks", "run", path, "--set", "sed=2", "--out", folder.File("out"));

        Assert.Equal(
            new Invocation(1, "", $"segment: {path} has no parameter 'sed'. Did you mean 'seed'? Parameters: seed.\n"), invocation);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task Run_FileThatIsNoNotebook_IsLeftAsItWas()
    {
        string path = folder.Write("a.ipynb", Broken);

        Invocation invocation = await Invocation.RunAsync("notebooks", "run", path);

        Assert.Equal(
            new Invocation(1, "", $"segment: {path}(1): this is not JSON, so the file is not a notebook.\n"), invocation);
        Assert.Equal(Broken, File.ReadAllText(path));
    }

    [Fact]
    public async Task Run_Json_SaysWhatWasRunSkippedAndFailed()
    {
        string path = Write("a.ipynb", "1", "#!fsharp", "x");

        Invocation invocation = await Invocation.RunAsync("notebooks", "run", path, "--skip-unsupported", "--json");

        JsonNode notebook = JsonNode.Parse(invocation.Output)!["notebooks"]![0]!;
        Assert.Equal(1, invocation.ExitCode);
        Assert.Equal((path, path), (notebook["file"]!.GetValue<string>(), notebook["out"]!.GetValue<string>()));
        Assert.Equal((1, 1), (notebook["cellsRun"]!.GetValue<int>(), notebook["cellsSkipped"]!.GetValue<int>()));
        Assert.Equal(2, notebook["skipped"]![0]!["cell"]!.GetValue<int>());
        Assert.Equal((3, 1), (notebook["failed"]!["cell"]!.GetValue<int>(), notebook["failed"]!["line"]!.GetValue<int>()));
    }

    [Fact]
    public async Task ListParameters_ShowsThemAndRunsNothing()
    {
        string path = Write("a.ipynb", "string dataFile = \"a.csv\";\nint seed = Environment.TickCount;\nthrow new Exception();");

        Invocation text = await Invocation.RunAsync("notebooks", "run", path, "--list-parameters");
        Invocation json = await Invocation.RunAsync("notebooks", "run", path, "--list-parameters", "--json");

        Assert.Equal(
            $"\n{path}\nName      Type    Default\ndataFile  string  \"a.csv\"\nseed      int     Environment.TickCount\n", text.Output);
        Assert.Equal("int", JsonNode.Parse(json.Output)!["notebooks"]![0]!["parameters"]![1]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Verify_ChangedOutput_NamesTheCellAndExitsWith1()
    {
        string same = Write("a.ipynb", "1");
        string other = Write("b.ipynb", "1 + 1");
        await Invocation.RunAsync("notebooks", "run", same, other);
        File.WriteAllText(other, File.ReadAllText(other).Replace("\"2\"\n", "\"3\"\n", StringComparison.Ordinal));
        string before = File.ReadAllText(other);

        Invocation one = await Invocation.RunAsync("notebooks", "verify", same);
        Invocation both = await Invocation.RunAsync("notebooks", "verify", same, other);
        Invocation json = await Invocation.RunAsync("notebooks", "verify", same, other, "--json");

        Assert.Equal((0, ""), (one.ExitCode, one.Error));
        Assert.Equal(
            (1, $"segment: {other} gives other outputs than it has, in cell 1. If they are right, 'segment notebooks run' keeps them.\n"),
            (both.ExitCode, both.Error));
        Assert.Contains("  cell 1: output 1 (text/plain) is '2' instead of '3'.\n", both.Output, StringComparison.Ordinal);
        Assert.Equal([true, false], JsonNode.Parse(json.Output)!["notebooks"]!.AsArray().Select(each => each!["same"]!.GetValue<bool>()));
        Assert.Equal(before, File.ReadAllText(other));
    }

    [Theory]
    [InlineData("notebooks", "'notebooks' needs run|verify. Try 'segment notebooks --help'.")]
    [InlineData("notebooks rum", "ACTION should be run or verify, but is 'rum'. Did you mean 'run'?")]
    [InlineData("notebooks run FILE --set a", "--set should be name=value, but is 'a'.")]
    [InlineData("notebooks run FILE --set a=1 --set a=2", "--set gives 'a' more than once.")]
    [InlineData("notebooks run FILE --set seed=1", "--set needs --out DIR: the outputs of other values do not belong into the notebook itself.")]
    [InlineData("notebooks run FILE --set seed=1 --out DIR", "--out DIR is the folder of FILE, which would be replaced; give another one.")]
    [InlineData("notebooks run FILE --html", "--html needs --out DIR, where the pages go.")]
    [InlineData("notebooks run --html FILE", "--html should be report or slides, but is 'FILE'. Write the notebooks before the options.")]
    [InlineData("notebooks run FILE FILE --out x", "Two notebooks are called a.ipynb; in x one would replace the other.")]
    [InlineData("notebooks run FILE --timeout 0", "--timeout should be a number of seconds above 0, at most 86400, but is '0'.")]
    [InlineData("notebooks verify FILE --out x", "'notebooks verify' takes no --out: it runs the notebooks as they are.")]
    [InlineData("notebooks run none.ipynb", "There is no notebook none.ipynb.")]
    public async Task Line_ThatCannotBeRun_IsOneMessage(string line, string message)
    {
        string path = Write("a.ipynb", "int seed = 1;");

        Invocation invocation = await Invocation.RunAsync(Filled(line).Split(' '));

        Assert.Equal(new Invocation(1, "", $"segment: {Filled(message)}\n"), invocation);

        string Filled(string text) => text.Replace("FILE", path, StringComparison.Ordinal)
            .Replace("--out DIR is", "--out " + folder.Path + " is", StringComparison.Ordinal)
            .Replace("seed=1 --out DIR", "seed=1 --out " + folder.Path, StringComparison.Ordinal);
    }

    /// <summary>Writes a notebook of code cells, the first one tagged parameters.</summary>
    private string Write(string name, params string[] cells) => folder.Write(name, new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((source, index) => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["metadata"] = index == 0 ? new JsonObject { ["tags"] = new JsonArray("parameters") } : [],
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(new() { WriteIndented = true }));

    private static JsonArray Outputs(string path, int cell = 0) =>
        JsonNode.Parse(File.ReadAllText(path))!["cells"]![cell]!["outputs"]!.AsArray();
}
