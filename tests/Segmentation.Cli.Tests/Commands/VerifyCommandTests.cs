using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly string folder;

    public VerifyCommandTests()
    {
        folder = temporary.File("out");
        using ResultFolder result = ResultFolder.Open(folder, ["segments.csv", "report.html"]);
        result.WriteText("segments.csv", writer => writer.Write("abc"), TestContext.Current.CancellationToken);
        result.WriteText("report.html", writer => writer.Write("<p>"), TestContext.Current.CancellationToken);
        result.Commit(new JsonObject { ["k"] = 5 }, TestContext.Current.CancellationToken);
    }

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task Verify_WholeResult_ListsTheFilesAndExitsWith0()
    {
        Invocation invocation = await Invocation.RunAsync("verify", folder);

        string version = ResultVerification.Of(folder, TestContext.Current.CancellationToken).Manifest.ToolVersion;
        Assert.Equal(
            $"""
            File          State  Bytes
            segments.csv  ok         3
            report.html   ok         3
            {folder} is a whole result, written by segment {version}.

            """.ReplaceLineEndings("\n"),
            invocation.Output);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
    }

    [Fact]
    public async Task Verify_ChangedAndMissingFiles_NamesThemAndExitsWith1()
    {
        File.WriteAllText(Path.Combine(folder, "segments.csv"), "abd");
        File.Delete(Path.Combine(folder, "report.html"));

        Invocation invocation = await Invocation.RunAsync("verify", folder);

        Assert.Equal(
            $"segment: {folder} is not a whole result: segments.csv is changed, report.html is missing. "
            + $"Run 'segment run' again.{Environment.NewLine}",
            invocation.Error);
        Assert.Equal("File          State    Bytes\nsegments.csv  changed      3\nreport.html   missing      3\n", invocation.Output);
        Assert.Equal(1, invocation.ExitCode);
    }

    [Fact]
    public async Task Verify_Json_IsOneDocumentEvenWhenNotWhole()
    {
        File.WriteAllText(Path.Combine(folder, "segments.csv"), "abd");

        Invocation invocation = await Invocation.RunAsync("verify", folder, "--json");

        JsonNode document = JsonNode.Parse(invocation.Output)!;
        Assert.False(document["whole"]!.GetValue<bool>());
        Assert.Equal(5, document["options"]!["k"]!.GetValue<int>());
        Assert.Equal(["changed", "ok"], document["files"]!.AsArray().Select(file => file!["state"]!.GetValue<string>()));
        Assert.Empty(document["pending"]!.AsArray());
        Assert.Equal(1, invocation.ExitCode);
    }

    [Fact]
    public async Task Verify_LeftoversOfAnInterruptedRun_AreAWarning()
    {
        Directory.CreateDirectory(Path.Combine(folder, ".segment-pending"));
        File.WriteAllText(Path.Combine(folder, ".segment-pending", "segments.csv"), "half");

        Invocation invocation = await Invocation.RunAsync("verify", folder);

        Assert.Equal(
            $"segment: warning: a run into {folder} was interrupted or is under way; the next run removes what it left.\n",
            invocation.Error);
        Assert.Equal(0, invocation.ExitCode);
    }

    [Fact]
    public async Task Verify_FolderWithoutManifest_SaysSo()
    {
        Invocation invocation = await Invocation.RunAsync("verify", temporary.Path, "--json");

        Assert.Equal(
            $"segment: {temporary.Path} has no manifest.json: it is not a folder that 'segment run' finished writing."
            + Environment.NewLine,
            invocation.Error);
        Assert.Equal((1, ""), (invocation.ExitCode, invocation.Output));
    }
}
