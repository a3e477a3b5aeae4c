namespace Segmentation;

/// <summary>
/// The hidden folder inside a result's folder where a run prepares its files. Whoever holds its lock is the only run
/// that writes there; its manifest, once it stands, is the journal of a run that has begun to rename.
/// </summary>
internal sealed class PendingFolder : IDisposable
{
    private const string Name = ".segment-pending";
    private const string LockName = ".lock";
    private const int Attempts = 5;

    private readonly FileStream held;

    private PendingFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    public string JournalPath => PathOf(ResultManifest.FileName);

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder if need be and locks it.</summary>
    /// <exception cref="DataException">Another run holds the lock.</exception>
    public static PendingFolder Lock(string folder)
    {
        string path = System.IO.Path.Combine(folder, Name);
        for (int attempt = 1; ; attempt++)
        {
            string lockPath = System.IO.Path.Combine(path, LockName);
            try
            {
                Directory.CreateDirectory(path);
                FileStream held = new(
                    lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                if (File.Exists(lockPath))
                {
                    return new PendingFolder(path, held);
                }

                held.Dispose();   // its last owner removed it between our opening and our locking it
            }
            catch (IOException error) when (IsHeldByAnother(error))
            {
                throw new DataException(
                    $"Another run is writing into {folder}: wait for it to end, or choose another folder.", error);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another run, ending, may have removed the folder under our hands.
            }
        }
    }

    /// <summary>The names of the files that a run has prepared in a result's folder and not yet put in place.</summary>
    public static IReadOnlyList<string> FilesIn(string folder)
    {
        string path = System.IO.Path.Combine(folder, Name);
        return Directory.Exists(path)
            ? [.. Directory.GetFiles(path).Select(file => System.IO.Path.GetFileName(file)!)
                .Where(name => name != LockName).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Removes what a run that was interrupted had prepared; its journal stays until this run has its own.</summary>
    public void RemoveLeftovers()
    {
        foreach (string file in Directory.GetFiles(Path))
        {
            if (System.IO.Path.GetFileName(file) is not (LockName or ResultManifest.FileName))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Removes the lock, and the folder where nothing else is left in it.</summary>
    public void Dispose()
    {
        held.Dispose();
        FolderTree.DeleteIfEmpty(Path);
    }

    /// <summary>A sharing violation on Windows; EWOULDBLOCK, by its numbers on Linux and elsewhere, on Unix.</summary>
    private static bool IsHeldByAnother(IOException error) =>
        error.HResult is unchecked((int)0x80070020) or 11 or 35;
}
