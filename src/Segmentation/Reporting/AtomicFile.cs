using System.Security.Cryptography;
using System.Text;

namespace Segmentation;

/// <summary>
/// Writes one file so that, whatever happens, the old one or the new one is there, never a half: written beside its
/// target, forced to disk, renamed over it.
/// </summary>
/// <remarks>
/// An existing file's permissions are kept; its owner is whoever writes, and other hard links to it keep the old
/// content. A symbolic link stays a link: the file that it points to is replaced. A device, such as
/// /dev/stdout, has nothing to rename and is written straight. A process that is killed outright may leave a
/// <c>.segment-*.tmp</c> beside the target.
/// </remarks>
public static class AtomicFile
{
    /// <summary>UTF-8 without a byte-order mark.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file from bytes.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes the content; when it throws, nothing has changed.</param>
    /// <param name="cancellationToken">Looked at before and after the content is written; nothing has changed then.</param>
    /// <exception cref="DataException">The file cannot be written; one line says why.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new DataException("The name of the output file is empty.");
        }

        try
        {
            string target = Path.GetFullPath(path);
            if (IsDevice(target))
            {
                // Appended, because /dev/stdout may lead to a file that others have begun.
                using FileStream device = new(target, FileMode.Append, FileAccess.Write);
                write(device);
                return;
            }

            Replace(path, FollowLink(target), write, cancellationToken);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }
    }

    /// <summary>Writes a text file: UTF-8 without a byte-order mark, lines ended by a line feed.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteText(string path, Action<TextWriter> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        Write(path, stream => AsText(stream, write), cancellationToken);
    }

    internal static void AsText(Stream stream, Action<TextWriter> write)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    }

    private static void Replace(
        string path, string target, Action<Stream> write, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(target) ?? target;
        if (Directory.Exists(target) || Path.EndsInDirectorySeparator(target))
        {
            throw new DataException($"{path} is a folder; give the name of a file.");
        }

        if (!Directory.Exists(folder))
        {
            throw new DataException($"{path} cannot be written: there is no folder {folder}.");
        }

        if (File.Exists(target))
        {
            // A rename would replace even a file that is read-only.
            using FileStream writable = new(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }

        string temporary = Path.Combine(
            folder, $".segment-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.tmp");
        using PendingFile pending = PendingFile.Prepare(temporary, target, write, cancellationToken);
        pending.Rename();
        DiskFlush.Folder(folder);
    }

    private static string FollowLink(string target) => new FileInfo(target).LinkTarget is null
        ? target
        : File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName;

    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows()
        && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
        && !target.StartsWith("/dev/shm/", StringComparison.Ordinal)
        && File.Exists(target);
}
