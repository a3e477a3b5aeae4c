using System.Runtime.InteropServices;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

/// <summary>A folder that one may not write. Root may write anywhere, so root looks at the files as another user.</summary>
public sealed class ReadOnlyFolderTests : IDisposable
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        SetMode(folder.Path, ReadOnly | UnixFileMode.UserWrite);
        folder.Dispose();
    }

    [Fact]
    public void AtomicFile_FolderCannotBeWritten_SaysSoInOneLine()
    {
        string path = folder.File("a.csv");

        string? message = MessageWithoutRights(() => AtomicFile.WriteText(path, writer => writer.Write("x")));

        Assert.Equal($"{path} cannot be written: permission denied.", message);
    }

    [Fact]
    public void AtomicFile_FileIsReadOnly_IsNotReplaced()
    {
        string path = folder.Write("a.csv", "old");
        SetMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        string? message = MessageWithoutRights(() => AtomicFile.WriteText(path, writer => writer.Write("x")));

        Assert.Equal($"{path} cannot be written: permission denied.", message);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void ResultFolder_FolderCannotBeWritten_SaysSoInOneLine()
    {
        string? message = MessageWithoutRights(() => ResultFolder.Open(folder.Path, ["a.csv"]).Dispose());

        Assert.Equal($"{folder.Path} cannot be written: permission denied.", message);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void ResultFolder_ParentCannotBeWritten_SaysSoInOneLine()
    {
        string path = folder.File("out");

        string? message = MessageWithoutRights(() => ResultFolder.Open(path, ["a.csv"]).Dispose());

        Assert.Equal($"{path} cannot be written: permission denied.", message);
    }

    /// <summary>
    /// The message of the action's <see cref="DataException"/>. Linux keeps the user for file access by thread, so the
    /// action gets a thread of its own.
    /// </summary>
    private string? MessageWithoutRights(Action action)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The rights to files are taken away in Linux's way.");
        SetMode(folder.Path, ReadOnly);
        string? message = null;
        Thread thread = new(() =>
        {
            if (Environment.IsPrivilegedProcess)
            {
                _ = SetFileUser(65534);
            }

            try
            {
                action();
            }
            catch (DataException error)
            {
                message = error.Message;
            }
        });
        thread.Start();
        thread.Join();
        return message;
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileUser(int user);
}
