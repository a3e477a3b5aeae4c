using System.Security.Cryptography;
using System.Text;

namespace Segmentation;

/// <summary>
/// Writes a file so that, whatever happens, the old one or the new one is there, never a half: written beside its target,
/// forced to disk, renamed over it. Of several files all are prepared before the first is renamed.
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
        WriteAll([(path, write)], cancellationToken);
    }

    /// <summary>Writes a text file: UTF-8 without a byte-order mark, lines ended by a line feed.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteText(string path, Action<TextWriter> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        Write(path, stream => AsText(stream, write), cancellationToken);
    }

    /// <summary>
    /// Writes several text files, in their order: where one of them cannot be prepared, none has changed. They are as those of
    /// <see cref="WriteText"/>.
    /// </summary>
    /// <param name="files">The name of each, and what writes its content.</param>
    /// <param name="cancellationToken">Looked at before and after each content is written; nothing has changed then.</param>
    /// <exception cref="DataException">One cannot be written, or two are the same.</exception>
    public static void WriteTexts(IReadOnlyList<(string Path, Action<TextWriter> Write)> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        CheckDiffer([.. files.Select(file => file.Path)]);
        WriteAll([.. files.Select(file => (file.Path, (Action<Stream>)(stream => AsText(stream, file.Write))))], cancellationToken);
    }

    /// <summary>Refuses names of which two lead to the same file, which could hold the one or the other only; a device takes both.</summary>
    /// <exception cref="DataException">Two do.</exception>
    public static void CheckDiffer(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        HashSet<string> targets = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (string path in paths.Where(path => !string.IsNullOrWhiteSpace(path)))
        {
            InOneLine(path, () =>
            {
                if (!IsDevice(path) && !targets.Add(FollowLink(path)))
                {
                    throw new DataException($"{path} would be written twice; give each file a name of its own.");
                }
            });
        }
    }

    internal static void AsText(Stream stream, Action<TextWriter> write)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    }

    private static void WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files, CancellationToken cancellationToken)
    {
        if (files.Any(file => string.IsNullOrWhiteSpace(file.Path)))
        {
            throw new DataException("The name of the output file is empty.");
        }

        List<(string Path, PendingFile Pending)> prepared = [];
        try
        {
            foreach ((string path, Action<Stream> write) in files.Where(file => !IsDevice(file.Path)))
            {
                InOneLine(path, () => prepared.Add((path, Prepare(path, write, cancellationToken))));
            }

            // What a device has taken cannot be taken back, so that it comes when all else is ready.
            foreach ((string path, Action<Stream> write) in files.Where(file => IsDevice(file.Path)))
            {
                InOneLine(path, () => WriteToDevice(path, write));
            }

            foreach ((string path, PendingFile pending) in prepared)
            {
                InOneLine(path, () =>
                {
                    pending.Rename();
                    DiskFlush.Folder(FolderOf(FollowLink(path)));
                });
            }
        }
        finally
        {
            prepared.ForEach(file => file.Pending.Dispose());
        }
    }

    private static PendingFile Prepare(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        string target = FollowLink(path);
        string folder = FolderOf(target);
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
        return PendingFile.Prepare(temporary, target, write, cancellationToken);
    }

    /// <summary>Appends, because /dev/stdout may lead to a file that others have begun.</summary>
    private static void WriteToDevice(string path, Action<Stream> write)
    {
        using FileStream device = new(Path.GetFullPath(path), FileMode.Append, FileAccess.Write);
        write(device);
    }

    /// <summary>Does what the file system may refuse, and says in one line why it did.</summary>
    private static void InOneLine(string path, Action act)
    {
        try
        {
            act();
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }
    }

    private static string FolderOf(string target) => Path.GetDirectoryName(target) ?? target;

    private static string FollowLink(string path)
    {
        string target = Path.GetFullPath(path);
        return new FileInfo(target).LinkTarget is null ? target : File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName;
    }

    private static bool IsDevice(string path)
    {
        string target = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows()
            && (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
            && !target.StartsWith("/dev/shm/", StringComparison.Ordinal)
            && File.Exists(target);
    }
}
