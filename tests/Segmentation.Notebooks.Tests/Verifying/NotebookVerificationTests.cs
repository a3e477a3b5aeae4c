using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Verifying;

public sealed class NotebookVerificationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verify_OutputsOfALastRun_AreTheSame()
    {
        await KeepAsync(new Notebook().Code("1").Code("Console.Write(1);\n\"a\".Display();\nConsole.Write(2);"));

        NotebookVerification verification = await VerifyAsync(text => text
            .Replace("\"execution_count\": 1", "\"execution_count\": 12", StringComparison.Ordinal));

        Assert.Empty(verification.Differences);
        Assert.True(verification.IsSame);
    }

    [Theory]
    [InlineData("$\"in {new Random().Next(1000, 9999)} ms, {DateTime.Now:HH:mm:ss.fffff}\"")]
    [InlineData("Console.WriteLine($\"{new Random().NextDouble():0.000} s\");")]
    public async Task Verify_Durations_AreLeftAside(string code)
    {
        await KeepAsync(new Notebook().Code(code));

        NotebookVerification verification = await VerifyAsync();

        Assert.Empty(verification.Differences);
    }

    [Theory]
    [InlineData("\"20\"", "\"21\"", "output 1 (text/plain) is '20' instead of '21'.")]
    [InlineData("\"stdout\"", "\"stderr\"", "output 2 (stdout) instead of output 2 (stderr).")]
    [InlineData(
        "in another place where",
        "in another spot where",
        "output 2 (stdout) is '…of words in another place where it differs' instead of '…of words in another spot where it differs'.")]
    public async Task Verify_ChangedOutput_NamesTheCellAndWhatDiffers(string made, string committed, string message)
    {
        await KeepAsync(new Notebook().Markdown("a").Code(
            "20.Display();\nConsole.Write(\"a long line of words in \" + \"another place where it differs\");"));

        NotebookVerification verification = await VerifyAsync(text => text.Replace(made, committed, StringComparison.Ordinal));

        Assert.Equal(new OutputDifference(2, message), Assert.Single(verification.Differences));
    }

    [Fact]
    public async Task Verify_OutputsMissingOrNew_AreDifferences()
    {
        NotebookDocument document = await KeepAsync(new Notebook().Code("1"));
        string one = File.ReadAllText(document.Path);
        NotebookVerification missing = await VerifyAsync(text => text.Replace("\"source\": \"1\"", "\"source\": \"\"", StringComparison.Ordinal));
        File.WriteAllText(document.Path, one);

        NotebookVerification added = await VerifyAsync(text => text.Replace("\"source\": \"1\"", "\"source\": \"1.Display();1\"", StringComparison.Ordinal));

        Assert.Equal("output 1 (text/plain) is missing.", Assert.Single(missing.Differences).Message);
        Assert.Equal("output 2 (text/plain) was not there before.", Assert.Single(added.Differences).Message);
    }

    [Fact]
    public async Task Verify_CellSkippedNow_HasNothingToCompareAndSkippedThen_Differs()
    {
        const string Package = "#r \"nuget: Segmentation.There.Is.No.Such.Package, 1.2.3\"\nnew object()";
        await KeepAsync(new Notebook().Code(Package, NotebookRunner.RequiresPackageTag));

        NotebookVerification now = await VerifyAsync();
        NotebookVerification then = await VerifyAsync(text => text.Replace("#r \\u0022nuget", "//", StringComparison.Ordinal));

        Assert.True(now.IsSame);
        Assert.Equal(1, then.Run.RunCount);
        Assert.Single(then.Differences);
    }

    [Fact]
    public async Task Verify_FailingCell_IsNotTheSame()
    {
        new Notebook().Code("throw new Exception();").Save(folder);

        NotebookVerification verification = await VerifyAsync();

        Assert.False(verification.IsSame);
    }

    /// <summary>Runs a notebook and keeps its outputs.</summary>
    private async Task<NotebookDocument> KeepAsync(Notebook notebook)
    {
        NotebookDocument document = notebook.Save(folder);
        NotebookRun run = await new NotebookRunner().RunAsync(document, cancellationToken: TestContext.Current.CancellationToken);
        File.WriteAllBytes(document.Path, run.ToBytes());
        return document;
    }

    private async Task<NotebookVerification> VerifyAsync(Func<string, string>? change = null)
    {
        string path = folder.File("notebook.ipynb");
        if (change is not null)
        {
            string text = File.ReadAllText(path, Encoding.UTF8);
            Assert.NotEqual(text, change(text));
            File.WriteAllText(path, change(text));
        }

        return NotebookVerification.Of(await new NotebookRunner().RunAsync(
            NotebookDocument.Load(path), cancellationToken: TestContext.Current.CancellationToken));
    }
}
