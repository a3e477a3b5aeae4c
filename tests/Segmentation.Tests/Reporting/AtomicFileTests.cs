using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void WriteText_NewFile_HasExactlyTheBytesWritten()
    {
        string path = folder.File("a.csv");

        AtomicFile.WriteText(path, writer => writer.WriteLine("Größe"), Token);

        Assert.Equal(Encoding.UTF8.GetBytes("Größe\n"), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Write_ContentFailsHalfway_LeavesTheOldFileAndNoTemporary()
    {
        string path = folder.Write("a.csv", "old");

        void Write(TextWriter writer)
        {
            writer.Write(new string('x', 100_000));
            throw new InvalidDataException("row 7 is not one");
        }

        Assert.Throws<InvalidDataException>(() => AtomicFile.WriteText(path, Write, Token));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Write_CancelledWhileTheContentIsWritten_LeavesTheOldFileAndNoTemporary()
    {
        string path = folder.Write("a.csv", "old");
        using CancellationTokenSource source = new();

        void Write(TextWriter writer)
        {
            writer.Write("new");
            source.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() => AtomicFile.WriteText(path, Write, source.Token));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void WriteTexts_OneThatCannotBePrepared_LeavesTheOthersAsTheyWere()
    {
        string path = folder.Write("a.csv", "old");
        string nowhere = folder.File("no/such/b.csv");

        DataException error = Assert.Throws<DataException>(
            () => AtomicFile.WriteTexts([(path, writer => writer.Write("new")), (nowhere, writer => writer.Write("new"))], Token));

        Assert.Equal($"{nowhere} cannot be written: there is no folder {folder.File("no/such")}.", error.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void WriteTexts_ADeviceThatFails_LeavesTheFilesAsTheyWere()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        string path = folder.Write("a.csv", "old");

        Assert.Throws<DataException>(() => AtomicFile.WriteTexts([("/dev/full", writer => writer.Write("x")), (path, writer => writer.Write("new"))], Token));

        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void WriteTexts_SeveralFiles_AreAllThere()
    {
        AtomicFile.WriteTexts([(folder.File("a"), writer => writer.Write("1")), ("/dev/null", writer => writer.Write("x")), (folder.File("b"), writer => writer.Write("2"))], Token);

        Assert.Equal(["1", "2"], Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("./a.csv")]
    [InlineData("link.csv")]
    public void WriteTexts_TwoNamesOfOneFile_AreRefused(string other)
    {
        string path = folder.Write("a.csv", "old");
        File.CreateSymbolicLink(folder.File("link.csv"), "a.csv");

        DataException error = Assert.Throws<DataException>(
            () => AtomicFile.WriteTexts([(path, writer => writer.Write("1")), (folder.File(other), writer => writer.Write("2"))], Token));

        Assert.Equal($"{folder.File(other)} would be written twice; give each file a name of its own.", error.Message);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void Write_WhileTheContentIsWritten_TheOldFileIsStillThere()
    {
        string path = folder.Write("a.csv", "old");
        string? seen = null;

        AtomicFile.WriteText(path, writer =>
        {
            writer.Write("new");
            writer.Flush();
            seen = File.ReadAllText(path);
        }, Token);

        Assert.Equal("old", seen);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void Write_ExistingFile_KeepsItsPermissions()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no permission bits.");
        string path = folder.Write("a.csv", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite;
        SetMode(path, Mode);

        AtomicFile.WriteText(path, writer => writer.Write("new"), Token);

        Assert.Equal(Mode, ModeOf(path));
    }

    [Fact]
    public void Write_SymbolicLink_ReplacesWhatItPointsToAndStaysALink()
    {
        string real = folder.Write("real.csv", "old");
        string link = folder.File("link.csv");
        File.CreateSymbolicLink(link, "real.csv");

        AtomicFile.WriteText(link, writer => writer.Write("new"), Token);

        Assert.Equal("new", File.ReadAllText(real));
        Assert.Equal("real.csv", new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void Write_Device_IsNotReplaced()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");

        DataException error = Assert.Throws<DataException>(
            () => AtomicFile.WriteText("/dev/full", writer => writer.Write("x"), Token));

        Assert.Equal("/dev/full cannot be written: No space left on device.", error.Message);
        AtomicFile.WriteText("/dev/null", writer => writer.Write("x"), Token);
        Assert.Equal(string.Empty, File.ReadAllText("/dev/null"));
    }

    [Fact]
    public void Write_TargetIsAFolder_SaysSo()
    {
        DataException error = Assert.Throws<DataException>(() => AtomicFile.WriteText(folder.Path, _ => { }, Token));

        Assert.Equal($"{folder.Path} is a folder; give the name of a file.", error.Message);
    }

    [Fact]
    public void Write_FolderMissing_NamesIt()
    {
        string path = folder.File("no/such/a.csv");

        DataException error = Assert.Throws<DataException>(() => AtomicFile.WriteText(path, _ => { }, Token));

        Assert.Equal($"{path} cannot be written: there is no folder {folder.File("no/such")}.", error.Message);
    }

    [Fact]
    public void Write_EmptyName_SaysSo()
    {
        DataException error = Assert.Throws<DataException>(() => AtomicFile.WriteText(" ", _ => { }, Token));

        Assert.Equal("The name of the output file is empty.", error.Message);
    }

    [Fact]
    public void Write_LinksInACircle_SaysSo()
    {
        File.CreateSymbolicLink(folder.File("a"), "b");
        File.CreateSymbolicLink(folder.File("b"), "a");

        DataException error = Assert.Throws<DataException>(() => AtomicFile.WriteText(folder.File("a"), _ => { }, Token));

        Assert.StartsWith($"{folder.File("a")} cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData(22, true)]    // EINVAL: a pipe or a device
    [InlineData(95, true)]    // EOPNOTSUPP
    [InlineData(5, false)]    // EIO: the disk failed
    [InlineData(28, false)]   // ENOSPC: delayed allocation found the disk full
    [InlineData(122, false)]  // EDQUOT
    public void DiskFlush_ErrorOfTheOperatingSystem_IsToleratedOnlyWhereNothingCanBeForced(int error, bool tolerated)
    {
        Assert.Equal(tolerated, DiskFlush.IsUnsupported(error));
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
}
