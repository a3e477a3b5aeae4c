using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Running;

public sealed class PackageTests
{
    private const string Missing = "#r \"nuget: Segmentation.There.Is.No.Such.Package, 1.2.3\"";

    [Fact]
    public async Task Package_InTheFeed_IsRestoredAndUsed()
    {
        NotebookRun run = await new Notebook()
            .Code("#r \"nuget: MathNet.Numerics, 5.0.0\"\nusing MathNet.Numerics.Statistics;")
            .Code("new[] { 1.0, 2.0, 6.0 }.Median()").RunAsync();

        Assert.Equal("2", run.Result(2));
    }

    /// <summary>A plain version is the lowest that will do, as in .NET Interactive; 5.0.0 is the lowest there is above 4.9999.</summary>
    [Theory]
    [InlineData("5.0.0", "5.0.0")]
    [InlineData("[5.0.0]", "5.0.0")]
    [InlineData("4.9999.0", "5.0.0")]
    public async Task Package_OfAVersion_SaysWhichOneWasTaken(string version, string taken)
    {
        NotebookRun run = await new Notebook().Code($"#r \"nuget: MathNet.Numerics, {version}\"").RunAsync();

        Assert.Equal($"Installed packages: MathNet.Numerics, {taken}", run.Result(1));
    }

    [Fact]
    public async Task Package_OfAnExactVersionThatThereIsNot_IsNotReplaced()
    {
        NotebookRun run = await new Notebook().Code("#r \"nuget: MathNet.Numerics, [4.9999.0]\"").RunAsync();

        Assert.Equal(CellFailureKind.PackageUnavailable, run.Failed!.Failure!.Kind);
    }

    [Fact]
    public async Task Package_WithANativeLibrary_FindsIt()
    {
        NotebookRun run = await new Notebook()
            .Code("#r \"nuget: Microsoft.Data.Sqlite, 10.0.14\"\n#r \"nuget: SQLitePCLRaw.bundle_e_sqlite3, 3.0.3\"")
            .Code(
                """
                using Microsoft.Data.Sqlite;
                var connection = new SqliteConnection("Data Source=:memory:");
                connection.Open();
                var command = connection.CreateCommand();
                command.CommandText = "select 20 + 1";
                command.ExecuteScalar()
                """).RunAsync();

        Assert.Equal("21", run.Result(2));
    }

    [Fact]
    public async Task Package_NotInTheFeed_SkipsTheTaggedCellsOfItsSectionOnly()
    {
        NotebookRun run = await new Notebook()
            .Markdown("# Title")
            .Code("1")
            .Markdown("## With the package")
            .Code($"{Missing}\nConsole.WriteLine(1);", NotebookRunner.RequiresPackageTag)
            .Markdown("### Deeper")
            .Code("new Missing.Thing()", NotebookRunner.DependsOnPackageTag)
            .Code("2")
            .Markdown("## Another section")
            .Code("3", NotebookRunner.DependsOnPackageTag)
            .RunAsync();

        Assert.Equal([4, 6], run.Skipped.Select(cell => cell.Cell.Number));
        Assert.Equal([2, 7, 9], run.Cells.Where(cell => cell.State == CellState.Run).Select(cell => cell.Cell.Number));
        Assert.All(run.Skipped, cell => Assert.StartsWith(
            "the package 'Segmentation.There.Is.No.Such.Package, 1.2.3' could not be restored: NU1101: "
            + "Unable to find package Segmentation.There.Is.No.Such.Package.",
            cell.Failure!.Message,
            StringComparison.Ordinal));
        Assert.StartsWith("Skipped: the package 'Segm", run.Result(4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_NotInTheFeedInACellWithoutTheTag_StopsTheRun()
    {
        NotebookRun run = await new Notebook().Code(Missing, NotebookRunner.DependsOnPackageTag).RunAsync();

        Assert.Equal(CellFailureKind.PackageUnavailable, run.Failed!.Failure!.Kind);
    }

    [Fact]
    public async Task Package_FoundButFailingCell_IsNotSkipped()
    {
        NotebookRun run = await new Notebook()
            .Code("#r \"nuget: MathNet.Numerics, 5.0.0\"\nthrow new Exception(\"no\");", NotebookRunner.RequiresPackageTag).RunAsync();

        Assert.Equal("cell 1, line 2: System.Exception: no", run.Failed!.Failure!.At(1));
    }

    [Fact]
    public async Task Package_FeedsOfTheNotebooksFolder_AreTheOnesAsked()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "NuGet.Config",
            "<configuration><packageSources><clear/><add key=\"empty\" value=\"none\"/></packageSources></configuration>");
        Directory.CreateDirectory(folder.File("none"));
        NotebookDocument document = new Notebook()
            .Code("#r \"nuget: MathNet.Numerics.Data.Text, 5.0.0\"", NotebookRunner.RequiresPackageTag).Save(folder);

        NotebookRun run = await new NotebookRunner().RunAsync(document, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("source(s): empty", Assert.Single(run.Skipped).Failure!.Message, StringComparison.Ordinal);
    }
}
