using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Running;

public sealed class MagicTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Import_OfAScriptAndANotebook_RunsTheirCSharp()
    {
        folder.Write("setup.csx", "using System.IO;\nint a = 20;");
        new Notebook().Markdown("#!not code").Code("int b = a + 1;").Code("Console.WriteLine(b);").Save(folder, "other.ipynb");

        NotebookRun run = await RunAsync(new Notebook().Code("#!import setup.csx\n#!import \"other.ipynb\"\n#!csharp\nPath.GetFileName($\"x/{b}\")"));

        Assert.Equal("21", run.Result(1));
        Assert.Equal(new StreamOutput("stdout", "21\n"), run.Cells[0].Outputs.Outputs[0]);
    }

    [Fact]
    public async Task Reference_ToAFile_IsLoaded()
    {
        string dll = folder.File("Segmentation.dll");   // and not the one that this program has beside it
        File.Copy(typeof(Figure).Assembly.Location, dll);

        NotebookRun run = await RunAsync(new Notebook().Code("#r \"Segmentation.dll\"\ntypeof(Segmentation.KMeans).Assembly.Location"));

        Assert.Equal(dll, run.Result(1));
    }

    [Fact]
    public async Task Import_OfTheSetupThatTheBuildWrites_GivesTheLibraryAndTheNotebooksFolder()
    {
        string setup = Repository.PathOf("notebooks", "setup.csx");

        NotebookRun run = await RunAsync(new Notebook().Code($"#!import {setup}").Code("$\"{new KMeans(3).ClusterCount} {Environment.CurrentDirectory}\""));

        Assert.Equal($"3 {Repository.PathOf("notebooks")}", run.Result(2));
    }

    [Theory]
    [InlineData("int z = 1;\n#!import no.csx", "cell 1, line 2: there is no file no.csx in FOLDER.")]
    [InlineData("#!import setup.csx", "cell 1, line 1: there is no file setup.csx in FOLDER. The build of the library writes it: dotnet build -c Release.")]
    [InlineData("#!import self.csx", "cell 1, line 1: in FOLDER/self.csx, line 1: self.csx is imported by itself.")]
    [InlineData("#!import a.txt", "cell 1, line 1: a.txt cannot be imported: it should be a .csx or .ipynb file.")]
    [InlineData("#!import bad.csx", "cell 1: FOLDER/bad.csx, line 2, column 1: CS0103: The name 'x' does not exist in the current context")]
    [InlineData("#r \"no.dll\"", "cell 1, line 1: CS0006: Metadata file 'no.dll' could not be found")]
    [InlineData("int a;\n#!fsharp\nlet a = 1", "cell 1, line 2: '#!fsharp' cannot be run here; known are #!import FILE and #!csharp.")]
    [InlineData("#!time\n1", "cell 1, line 1: '#!time' cannot be run here; known are #!import FILE and #!csharp.")]
    public async Task Magic_ThatCannotBeDone_NamesTheCellAndTheLine(string code, string message)
    {
        folder.Write("self.csx", "#!import self.csx");
        folder.Write("bad.csx", "\nx();");
        folder.Write("a.txt", "");

        NotebookRun run = await RunAsync(new Notebook().Code(code));

        Assert.Equal(message.Replace("FOLDER", folder.Path, StringComparison.Ordinal), run.Failed!.Failure!.At(1));
    }

    [Fact]
    public async Task OtherLanguage_IsAnErrorThatNamesTheCell()
    {
        NotebookRun run = await RunAsync(InFSharp());

        Assert.Equal("cell 2: its language is 'fsharp', but only C# can be run here.", run.Failed!.Failure!.At(2));
    }

    [Fact]
    public async Task OtherLanguage_ToldToSkip_IsSkippedAndSaidSo()
    {
        NotebookRun run = await RunAsync(InFSharp().Code("#!pwsh\ndir").Code("2"), new NotebookRunner { SkipUnsupported = true });

        Assert.Equal(
            [CellState.Run, CellState.Skipped, CellState.Skipped, CellState.Run], run.Cells.Select(cell => cell.State));
        Assert.Equal(
            "Skipped: its language is 'fsharp', but only C# can be run here.", run.Result(2));
        Assert.Equal([1, null, null, 2], run.Cells.Select(cell => cell.Outputs.ExecutionCount));
    }

    private static Notebook InFSharp() => new Notebook().Code("1").Code("let a = 1")
        .With("dotnet_interactive", new JsonObject { ["language"] = "fsharp" });

    private Task<NotebookRun> RunAsync(Notebook notebook, NotebookRunner? runner = null) =>
        (runner ?? new()).RunAsync(notebook.Save(folder), cancellationToken: TestContext.Current.CancellationToken);
}
