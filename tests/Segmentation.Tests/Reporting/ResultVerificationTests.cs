using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

public sealed class ResultVerificationTests : IDisposable
{
    private const string Sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Of_ManifestWrittenByHand_AgreesWithThePublishedHash()
    {
        folder.Write("a.txt", "abc");
        WriteManifest(Entry("a.txt", 3, Sha256OfAbc));

        ResultVerification verified = ResultVerification.Of(folder.Path, Token);

        Assert.True(verified.IsWhole);
        Assert.Equal(ResultFileState.Whole, Assert.Single(verified.Files).State);
        Assert.Equal("9.9.9", verified.Manifest.ToolVersion);
    }

    [Theory]
    [InlineData("abd", ResultFileState.Changed)]
    [InlineData("abcd", ResultFileState.Changed)]
    [InlineData(null, ResultFileState.Missing)]
    public void Of_FileThatIsNotAsWritten_IsNotWhole(string? text, ResultFileState state)
    {
        if (text is not null)
        {
            folder.Write("a.txt", text);
        }

        WriteManifest(Entry("a.txt", 3, Sha256OfAbc));

        ResultVerification verified = ResultVerification.Of(folder.Path, Token);

        Assert.False(verified.IsWhole);
        Assert.Equal(state, Assert.Single(verified.Files).State);
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("x/../../a.txt")]
    public void Of_NameThatLeavesTheFolder_IsRefused(string name)
    {
        string manifest = WriteManifest(Entry(name, 3, Sha256OfAbc));

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal(
            $"{manifest}: the manifest is damaged: it lists '{name}', which is not the name of a file in its folder.",
            error.Message);
    }

    [Fact]
    public void Of_UnknownVersion_NamesBoth()
    {
        string manifest = folder.Write("manifest.json", """{ "tool": "segment", "manifestVersion": 2 }""");

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal($"{manifest}: the manifest's version is 2, but this segment reads version 1 only.", error.Message);
    }

    [Fact]
    public void Of_BrokenJson_NamesTheLine()
    {
        string manifest = folder.Write("manifest.json", "{\n\"tool\": \"seg");

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal($"{manifest}(2): the manifest is damaged: it is not valid JSON.", error.Message);
    }

    [Theory]
    [InlineData("""{ "tool": "segment", "manifestVersion": 1, "toolVersion": "1", "options": {} }""", "'files' is missing or is not a list")]
    [InlineData("""{ "tool": "segment", "manifestVersion": 1, "toolVersion": "1", "options": 1, "files": [] }""", "'options' is missing or is not an object")]
    [InlineData("""{ "tool": "segment", "manifestVersion": 1, "toolVersion": "1", "options": {}, "files": [1] }""", "'name' is missing or is not text")]
    public void Of_MemberMissing_NamesIt(string json, string what)
    {
        string manifest = folder.Write("manifest.json", json);

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal($"{manifest}: the manifest is damaged: {what}.", error.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{ "tool": 1 }""")]
    public void Of_JsonOfSomethingElse_IsNotOurs(string json)
    {
        string manifest = folder.Write("manifest.json", json);

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal($"{manifest}: this is not a manifest that segment wrote.", error.Message);
    }

    [Fact]
    public void Of_HashThatIsNone_IsDamaged()
    {
        string manifest = WriteManifest(Entry("a.txt", 3, "abc"));

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal(
            $"{manifest}: the manifest is damaged: the length or the SHA-256 of 'a.txt' is not one.", error.Message);
    }

    [Fact]
    public void Of_SameFileTwice_IsDamaged()
    {
        WriteManifest($"{Entry("a.txt", 3, Sha256OfAbc)}, {Entry("a.txt", 3, Sha256OfAbc)}");

        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.EndsWith("it lists the file 'a.txt' twice.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoManifest_SaysSo()
    {
        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.Path, Token));

        Assert.Equal(
            $"{folder.Path} has no manifest.json: it is not a folder that 'segment run' finished writing.", error.Message);
    }

    [Fact]
    public void Of_NoFolder_SaysSo()
    {
        DataException error = Assert.Throws<DataException>(() => ResultVerification.Of(folder.File("none"), Token));

        Assert.Equal($"There is no folder {folder.File("none")}.", error.Message);
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        folder.Write("a.txt", "abc");
        WriteManifest(Entry("a.txt", 3, Sha256OfAbc));

        Assert.Throws<OperationCanceledException>(
            () => ResultVerification.Of(folder.Path, new CancellationToken(canceled: true)));
    }

    private string WriteManifest(string files) => folder.Write(
        "manifest.json",
        $$"""{ "manifestVersion": 1, "tool": "segment", "toolVersion": "9.9.9", "options": {}, "files": [{{files}}] }""");

    private static string Entry(string name, long length, string sha256) =>
        $$"""{ "name": "{{name}}", "bytes": {{length}}, "sha256": "{{sha256}}" }""";
}
