using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

public sealed class ResultFolderTests : IDisposable
{
    /// <summary>SHA-256 of "abc": FIPS 180-2, appendix B.1.</summary>
    private const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly TemporaryFolder temporary = new();
    private readonly string output;

    public ResultFolderTests()
    {
        output = temporary.File("out");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Commit_TwoFiles_WritesThemAndAManifestOfTheirHashes()
    {
        Write(("a.txt", "abc"), ("b.txt", ""));

        string manifest = File.ReadAllText(Path.Combine(output, "manifest.json"));
        string version = JsonNode.Parse(manifest)!["toolVersion"]!.GetValue<string>();
        Assert.Matches(@"^\d+\.\d+\.\d+", version);
        Assert.Equal(
            $$"""
            {
              "manifestVersion": 1,
              "tool": "segment",
              "toolVersion": "{{version}}",
              "options": {
                "k": 5,
                "features": [
                  "Größe (k$)"
                ]
              },
              "files": [
                {
                  "name": "a.txt",
                  "bytes": 3,
                  "sha256": "{{Sha256OfAbc}}"
                },
                {
                  "name": "b.txt",
                  "bytes": 0,
                  "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            manifest);
        Assert.Equal("abc", Read("a.txt"));
        Assert.Equal(["a.txt", "b.txt", "manifest.json"], FilesIn(output));
        Assert.Empty(Directory.GetDirectories(output));
    }

    [Fact]
    public void Commit_SameContentTwice_GivesTheSameManifestBytes()
    {
        Write(("a.txt", "abc"));
        byte[] first = File.ReadAllBytes(Path.Combine(output, "manifest.json"));

        Write(("a.txt", "abc"));

        Assert.Equal(first, File.ReadAllBytes(Path.Combine(output, "manifest.json")));
    }

    [Fact]
    public void Commit_OverAnEarlierResult_ReplacesItAndLeavesForeignFilesAlone()
    {
        Write(("a.txt", "old"));
        File.WriteAllText(Path.Combine(output, "notes.txt"), "mine");

        Write(("a.txt", "new"));

        Assert.Equal("new", Read("a.txt"));
        Assert.Equal("mine", Read("notes.txt"));
    }

    [Fact]
    public void Open_FileThatNoRunWrote_IsRefusedBeforeAnythingIsWritten()
    {
        Directory.CreateDirectory(output);
        File.WriteAllText(Path.Combine(output, "report.html"), "mine");

        DataException error = Assert.Throws<DataException>(() => ResultFolder.Open(output, ["a.txt", "report.html"]));

        Assert.Equal(
            $"{Path.Combine(output, "report.html")} exists and was not written by segment: choose another folder or move it away.",
            error.Message);
        Assert.Equal(["report.html"], FilesIn(output));
        Assert.Empty(Directory.GetDirectories(output));
    }

    [Fact]
    public void Open_ManifestOfAnotherTool_IsRefused()
    {
        Directory.CreateDirectory(output);
        string manifest = Path.Combine(output, "manifest.json");
        File.WriteAllText(manifest, """{ "name": "web app" }""");

        DataException error = Assert.Throws<DataException>(() => ResultFolder.Open(output, ["a.txt"]));

        Assert.Equal(
            $"{manifest}: this is not a manifest that segment wrote. Choose another folder or move that file away.",
            error.Message);
    }

    [Fact]
    public void Open_LinkInPlaceOfAFile_IsRefusedSoThatNothingOutsideIsTouched()
    {
        Write(("a.txt", "abc"));
        string outside = temporary.Write("outside.txt", "mine");
        File.Delete(Path.Combine(output, "a.txt"));
        File.CreateSymbolicLink(Path.Combine(output, "a.txt"), outside);

        Assert.Throws<DataException>(() => ResultFolder.Open(output, ["a.txt"]));
        Assert.Equal("mine", File.ReadAllText(outside));
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("sub/a.txt")]
    [InlineData("sub\\a.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:a.txt")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("manifest.json")]
    public void Open_NameThatIsNoPlainFileName_IsAProgrammersMistake(string name)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ResultFolder.Open(output, [name]));

        Assert.StartsWith($"'{name}' is not the name of a file of its own in the folder", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesTheOldResultAsItWas()
    {
        Write(("a.txt", "old"));

        using (ResultFolder folder = ResultFolder.Open(output, ["a.txt"]))
        {
            folder.WriteText("a.txt", writer => writer.Write("new"), Token);
        }

        Assert.Equal("old", Read("a.txt"));
        Assert.True(ResultVerification.Of(output, Token).IsWhole);
        Assert.Empty(Directory.GetDirectories(output));
    }

    [Fact]
    public void Dispose_WithoutCommit_RemovesTheFoldersThatItMadeAndNoOthers()
    {
        string deep = Path.Combine(temporary.Path, "kept", "made", "out");
        Directory.CreateDirectory(temporary.File("kept"));

        using (ResultFolder folder = ResultFolder.Open(deep, ["a.txt"]))
        {
            folder.WriteText("a.txt", writer => writer.Write("new"), Token);
        }

        Assert.True(Directory.Exists(temporary.File("kept")));
        Assert.Empty(Directory.GetDirectories(temporary.File("kept")));
    }

    [Fact]
    public void Commit_CancelledBeforeTheRenames_LeavesTheOldResultAsItWas()
    {
        Write(("a.txt", "old"));
        using CancellationTokenSource source = new();

        using (ResultFolder folder = ResultFolder.Open(output, ["a.txt"]))
        {
            folder.WriteText("a.txt", writer => writer.Write("new"), source.Token);
            source.Cancel();
            Assert.Throws<OperationCanceledException>(() => folder.Commit([], source.Token));
        }

        Assert.Equal("old", Read("a.txt"));
        Assert.Equal(["a.txt", "manifest.json"], FilesIn(output));
        Assert.Empty(Directory.GetDirectories(output));
    }

    [Fact]
    public void Write_ContentFails_CanBeDisposedWithNothingLeftBehind()
    {
        using (ResultFolder folder = ResultFolder.Open(output, ["a.txt"]))
        {
            Assert.Throws<InvalidDataException>(
                () => folder.Write("a.txt", _ => throw new InvalidDataException("no such thing"), Token));
        }

        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void Commit_DeclaredFileNotWritten_IsAProgrammersMistake()
    {
        using ResultFolder folder = ResultFolder.Open(output, ["a.txt"]);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => folder.Commit([], Token));

        Assert.Equal("The file 'a.txt' was declared and not written.", error.Message);
    }

    [Fact]
    public void Open_WhileAnotherRunWritesThere_IsRefusedAndDoesNotDisturbIt()
    {
        using (ResultFolder first = ResultFolder.Open(output, ["a.txt"]))
        {
            first.WriteText("a.txt", writer => writer.Write("first"), Token);

            DataException error = Assert.Throws<DataException>(() => ResultFolder.Open(output, ["a.txt"]));

            Assert.Equal(
                $"Another run is writing into {output}: wait for it to end, or choose another folder.", error.Message);
            first.Commit([], Token);
        }

        Assert.Equal("first", Read("a.txt"));
        Assert.True(ResultVerification.Of(output, Token).IsWhole);
    }

    [Fact]
    public void Open_LeftoversOfARunKilledBeforeItsRenames_AreReportedAndThenRemoved()
    {
        Write(("a.txt", "old"));
        string pending = Path.Combine(output, ".segment-pending");
        Directory.CreateDirectory(pending);
        File.WriteAllText(Path.Combine(pending, "a.txt"), "half");
        File.WriteAllText(Path.Combine(pending, ".lock"), "");

        ResultVerification verified = ResultVerification.Of(output, Token);

        Assert.True(verified.IsWhole);
        Assert.Equal(["a.txt"], verified.PendingFiles);
        Write(("a.txt", "new"));
        Assert.Equal("new", Read("a.txt"));
        Assert.Empty(ResultVerification.Of(output, Token).PendingFiles);
        Assert.False(Directory.Exists(pending));
    }

    [Fact]
    public void Open_AfterARunKilledDuringItsRenames_KnowsTheFilesThatItHadPutInPlace()
    {
        KillDuringRenames(put: ("b.txt", "new"), notYet: ("c.txt", "new"));

        Write(("b.txt", "newer"), ("c.txt", "newer"));

        Assert.Equal("newer", Read("b.txt"));
        Assert.True(ResultVerification.Of(output, Token).IsWhole);
        Assert.False(Directory.Exists(Path.Combine(output, ".segment-pending")));
    }

    [Fact]
    public void Open_AfterARunKilledDuringItsRenamesAndACancelledOne_StillKnowsThem()
    {
        KillDuringRenames(put: ("b.txt", "new"), notYet: ("c.txt", "new"));

        ResultFolder.Open(output, ["b.txt"]).Dispose();
        Write(("b.txt", "newer"));

        Assert.Equal("newer", Read("b.txt"));
    }

    [Fact]
    public void Commit_FileOfTheEarlierResultThatThisRunDoesNotWrite_IsRemoved()
    {
        Write(("a.txt", "abc"), ("stale.txt", "abc"));

        Write(("a.txt", "abc"));

        Assert.Equal(["a.txt", "manifest.json"], FilesIn(output));
    }

    [Fact]
    public void Commit_StaleFileThatSomeoneChanged_IsKeptAndNamed()
    {
        Write(("a.txt", "abc"), ("stale.txt", "abc"));
        File.WriteAllText(Path.Combine(output, "stale.txt"), "my notes");

        using ResultFolder folder = ResultFolder.Open(output, ["a.txt"]);
        folder.WriteText("a.txt", writer => writer.Write("abc"), Token);
        folder.Commit([], Token);

        Assert.Equal(["stale.txt"], folder.Kept);
        Assert.Equal("my notes", Read("stale.txt"));
    }

    [Fact]
    public void Commit_RenameFails_LeavesAJournalFromWhichTheNextRunMakesTheResultWhole()
    {
        using (ResultFolder folder = ResultFolder.Open(output, ["a.txt", "b.txt"]))
        {
            folder.WriteText("a.txt", writer => writer.Write("1"), Token);
            folder.WriteText("b.txt", writer => writer.Write("2"), Token);
            Directory.CreateDirectory(Path.Combine(output, "b.txt"));
            Assert.Throws<DataException>(() => folder.Commit([], Token));
        }

        Assert.Equal(["a.txt"], FilesIn(output));
        Assert.Equal(["b.txt", "manifest.json"], ResultVerificationPending());
        Directory.Delete(Path.Combine(output, "b.txt"));
        Write(("a.txt", "3"), ("b.txt", "4"));
        Assert.True(ResultVerification.Of(output, Token).IsWhole);
    }

    [Fact]
    public void Open_PathIsAFile_SaysSo()
    {
        string file = temporary.Write("file", "");

        DataException error = Assert.Throws<DataException>(() => ResultFolder.Open(file, []));

        Assert.Equal($"{file} is a file; give the name of a folder.", error.Message);
    }

    [Fact]
    public void Open_FolderBelowAFile_NamesTheFile()
    {
        string file = temporary.Write("file", "");
        string below = Path.Combine(file, "out");

        DataException error = Assert.Throws<DataException>(() => ResultFolder.Open(below, []));

        Assert.Equal($"{below} cannot be written: {file} is a file, not a folder.", error.Message);
    }

    private void Write(params (string Name, string Text)[] files)
    {
        using ResultFolder folder = ResultFolder.Open(output, files.Select(file => file.Name));
        foreach ((string name, string text) in files)
        {
            folder.WriteText(name, writer => writer.Write(text), Token);
        }

        folder.Commit(new JsonObject { ["k"] = 5, ["features"] = new JsonArray("Größe (k$)") }, Token);
    }

    /// <summary>Makes the folder look as it does when the process dies between two renames of a first run.</summary>
    private void KillDuringRenames((string Name, string Text) put, (string Name, string Text) notYet)
    {
        Write(put, notYet);
        string pending = Path.Combine(output, ".segment-pending");
        Directory.CreateDirectory(pending);
        File.Move(Path.Combine(output, notYet.Name), Path.Combine(pending, notYet.Name));
        File.Move(Path.Combine(output, "manifest.json"), Path.Combine(pending, "manifest.json"));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(output, name));

    private string[] ResultVerificationPending() =>
        [.. FilesIn(Path.Combine(output, ".segment-pending")).Where(name => name != ".lock")];

    private static string[] FilesIn(string path) =>
        [.. Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
