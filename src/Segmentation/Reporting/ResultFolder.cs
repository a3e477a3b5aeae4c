using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>
/// Writes the files of a result as a whole. All are prepared first, then renamed into place, and the manifest last.
/// A run that is cancelled or fails before <see cref="Commit"/> leaves the folder as it was; one that is killed during
/// the renames leaves a result that <see cref="ResultVerification"/> knows as mixed, and the next run makes it whole.
/// </summary>
/// <remarks>
/// Files that earlier runs did not write are never touched. A file of the earlier result that this run does not write
/// would pass for a part of the new one: it is removed, unless someone has changed it since, see <see cref="Kept"/>.
/// </remarks>
/// <example><code>
/// using ResultFolder folder = ResultFolder.Open("out", ["segments.csv", "report.html"]);
/// folder.WriteText("segments.csv", writer => …);
/// folder.WriteText("report.html", writer => …);
/// folder.Commit(options);
/// </code></example>
public sealed class ResultFolder : IDisposable
{
    private readonly string path;
    private readonly string folder;
    private readonly IReadOnlyList<string> names;
    private readonly IReadOnlyList<string> madeFolders;
    private readonly PendingFolder pending;
    private readonly Dictionary<string, PendingFile> prepared = new(StringComparer.Ordinal);
    private readonly List<ResultFile> earlier = [];
    private readonly List<string> kept = [];
    private bool committed;

    private ResultFolder(string path, IReadOnlyList<string> names)
    {
        this.path = path;
        this.names = names;
        folder = Path.GetFullPath(path);
        madeFolders = FolderTree.Create(folder);
        try
        {
            pending = PendingFolder.Lock(folder);
        }
        catch
        {
            RemoveMadeFolders();
            throw;
        }
    }

    /// <summary>
    /// After <see cref="Commit"/>: files of the earlier result that this run did not write, and that were left because
    /// they had been changed since.
    /// </summary>
    public IReadOnlyList<string> Kept => kept;

    /// <summary>Makes the folder, with its parents, if it is missing; locks it against other runs.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="names">The names of the files that will be written, the manifest excepted.</param>
    /// <exception cref="DataException">
    /// The folder cannot be written, another run is writing there, or a file of one of these names is there that no
    /// earlier run wrote.
    /// </exception>
    public static ResultFolder Open(string path, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(path);
        string[] declared = Checked(names);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new DataException("The name of the output folder is empty.");
        }

        if (FolderTree.FileAbove(path) is string file)
        {
            throw new DataException(file == Path.GetFullPath(path)
                ? $"{path} is a file; give the name of a folder."
                : $"{path} cannot be written: {file} is a file, not a folder.");
        }

        try
        {
            ResultFolder opened = new(path, declared);
            try
            {
                opened.FindEarlierFiles();
                opened.RefuseForeignFiles();
                opened.pending.RemoveLeftovers();
                return opened;
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }
    }

    /// <summary>Whether a file was named when the folder was opened, and so is to be written.</summary>
    internal bool Declares(string name) => names.Contains(name);

    /// <summary>Prepares a file: written and forced to disk, but not yet in its place.</summary>
    /// <param name="name">One of the names given to <see cref="Open"/>; each is written once.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellationToken">Looked at before and after the content is written.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public void Write(string name, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!names.Contains(name) || prepared.ContainsKey(name))
        {
            throw new ArgumentException($"'{name}' was not declared when the folder was opened, or is written twice.", nameof(name));
        }

        try
        {
            prepared.Add(name, Prepare(name, name, write, cancellationToken));
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotWrite(Path.Combine(path, name), error);
        }
    }

    /// <summary>Prepares a text file: UTF-8 without a byte-order mark, lines ended by a line feed.</summary>
    /// <inheritdoc cref="Write"/>
    public void WriteText(string name, Action<TextWriter> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        Write(name, stream => AtomicFile.AsText(stream, write), cancellationToken);
    }

    /// <summary>Puts every file in its place, and the manifest last.</summary>
    /// <param name="options">Every option as it was resolved; goes into the manifest.</param>
    /// <param name="cancellationToken">Looked at before the first rename; after that the result is finished.</param>
    /// <exception cref="DataException">The files cannot be put in place.</exception>
    /// <exception cref="InvalidOperationException">A declared file was not written.</exception>
    public ResultManifest Commit(JsonObject options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (names.FirstOrDefault(name => !prepared.ContainsKey(name)) is string unwritten)
        {
            throw new InvalidOperationException($"The file '{unwritten}' was declared and not written.");
        }

        ResultManifest manifest = new(
            LibraryVersion.Text,
            options.DeepClone().AsObject(),
            [.. names.Select(name => prepared[name].Content)]);
        try
        {
            using PendingFile journal = Prepare(".manifest", ResultManifest.FileName, manifest.Write, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            PutInPlace(journal, manifest);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotWrite(path, error);
        }

        return manifest;
    }

    /// <summary>Unlocks the folder; without a <see cref="Commit"/>, removes what was prepared and what was made.</summary>
    public void Dispose()
    {
        foreach (PendingFile file in prepared.Values)
        {
            if (committed)
            {
                file.Abandon();
            }

            file.Dispose();
        }

        pending.Dispose();
        RemoveMadeFolders();
    }

    private static string[] Checked(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] declared = [.. names];
        foreach (string name in declared)
        {
            if (!ResultManifest.IsFileName(name) || declared.Count(other => other == name) > 1)
            {
                throw new ArgumentException(
                    $"'{name}' is not the name of a file of its own in the folder: no path, not hidden, not {ResultManifest.FileName}.",
                    nameof(names));
            }
        }

        return declared;
    }

    /// <summary>Collects what this tool wrote here: the last result, and a run that was killed during its renames.</summary>
    private void FindEarlierFiles()
    {
        foreach (string manifest in new[] { Path.Combine(path, ResultManifest.FileName), pending.JournalPath })
        {
            if (!File.Exists(manifest))
            {
                continue;
            }

            try
            {
                earlier.AddRange(ResultManifest.ReadFile(manifest).Files);
            }
            catch (DataException error)
            {
                throw new DataException($"{error.Message} Choose another folder or move that file away.", error);
            }
        }
    }

    private void RefuseForeignFiles()
    {
        foreach (string name in names.Append(ResultManifest.FileName))
        {
            string target = Path.Combine(path, name);
            bool isLink = new FileInfo(target).LinkTarget is not null;
            bool isOurs = name == ResultManifest.FileName || earlier.Exists(file => file.Name == name);
            if (isLink || Directory.Exists(target) || (File.Exists(target) && !isOurs))
            {
                throw new DataException(
                    $"{target} exists and was not written by segment: choose another folder or move it away.");
            }
        }
    }

    private PendingFile Prepare(
        string pendingName, string name, Action<Stream> write, CancellationToken cancellationToken) =>
        PendingFile.Prepare(pending.PathOf(pendingName), Path.Combine(folder, name), write, cancellationToken);

    private void PutInPlace(PendingFile journal, ResultManifest manifest)
    {
        journal.MoveTo(pending.JournalPath);
        committed = true;   // from here on a failure leaves everything for the next run to see
        journal.Abandon();
        DiskFlush.Folder(pending.Path);
        foreach (string name in names)
        {
            prepared[name].Rename();
        }

        RemoveStaleFiles(manifest);
        DiskFlush.Folder(folder);
        journal.Rename();
        DiskFlush.Folder(folder);
        foreach (string made in madeFolders)
        {
            DiskFlush.Folder(Path.GetDirectoryName(made)!);
        }
    }

    private void RemoveStaleFiles(ResultManifest manifest)
    {
        foreach (IGrouping<string, ResultFile> stale in earlier
            .Where(file => manifest.Files.All(written => written.Name != file.Name))
            .GroupBy(file => file.Name))
        {
            if (stale.Any(file => ResultVerification.StateOf(folder, file, default) == ResultFileState.Whole))
            {
                File.Delete(Path.Combine(folder, stale.Key));
            }
            else if (File.Exists(Path.Combine(folder, stale.Key)))
            {
                kept.Add(stale.Key);
            }
        }
    }

    private void RemoveMadeFolders()
    {
        foreach (string made in madeFolders)
        {
            FolderTree.DeleteIfEmpty(made);
        }
    }
}
