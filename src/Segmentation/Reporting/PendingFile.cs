using System.Security.Cryptography;

namespace Segmentation;

/// <summary>
/// A file complete and on the disk under a temporary name, waiting to be renamed over its target; removed when it is
/// disposed before that.
/// </summary>
internal sealed class PendingFile : IDisposable
{
    private string path;
    private readonly string target;
    private bool settled;

    private PendingFile(string path, string target)
    {
        this.path = path;
        this.target = target;
    }

    /// <summary>What was written: its name in the target's folder, its length and its hash.</summary>
    public ResultFile Content { get; private set; } = null!;

    /// <summary>Writes the temporary and forces it to the disk. It gets the target's permissions where there is one.</summary>
    public static PendingFile Prepare(
        string path, string target, Action<Stream> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        UnixFileMode? mode = !OperatingSystem.IsWindows() && File.Exists(target) ? File.GetUnixFileMode(target) : null;
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;   // private until the mode is set
        }

        using FileStream stream = new(path, options);
        PendingFile pending = new(path, target);
        try
        {
            if (mode is UnixFileMode known && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, known);
            }

            using SHA256 sha = SHA256.Create();
            using (CryptoStream hashing = new(stream, sha, CryptoStreamMode.Write, leaveOpen: true))
            {
                write(hashing);
            }

            cancellationToken.ThrowIfCancellationRequested();
            stream.Flush();
            DiskFlush.File(stream.SafeFileHandle);
            pending.Content = new ResultFile(
                Path.GetFileName(target), stream.Length, Convert.ToHexStringLower(sha.Hash!));
            return pending;
        }
        catch
        {
            try
            {
                stream.Dispose();   // on a full disk this fails too: it writes what is left in its buffer
            }
            finally
            {
                pending.Dispose();
            }

            throw;
        }
    }

    /// <summary>Puts the file in its target's place, in one step that either happens or does not.</summary>
    public void Rename()
    {
        File.Move(path, target, overwrite: true);
        settled = true;
    }

    /// <summary>Gives the temporary another name, where it waits on.</summary>
    public void MoveTo(string other)
    {
        File.Move(path, other, overwrite: true);
        path = other;
    }

    /// <summary>Leaves the temporary where it is, for the next run to find.</summary>
    public void Abandon() => settled = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!settled)
        {
            settled = true;
            File.Delete(path);
        }
    }
}
