using System.Security.Cryptography;

namespace Segmentation;

/// <summary>What became of a file of a result.</summary>
public enum ResultFileState
{
    /// <summary>It is there, with the bytes that were written.</summary>
    Whole,

    /// <summary>It is there with other bytes.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,
}

/// <summary>A file of a result, compared with what the manifest says of it.</summary>
/// <param name="File">What the manifest says.</param>
/// <param name="State">What was found.</param>
public sealed record VerifiedFile(ResultFile File, ResultFileState State);

/// <summary>
/// Whether the files in a folder are the ones that one run wrote: tells a whole result from a mixed or a damaged one.
/// Files that the manifest does not list are not looked at.
/// </summary>
public sealed class ResultVerification
{
    private ResultVerification(
        string folder, ResultManifest manifest, IReadOnlyList<VerifiedFile> files, IReadOnlyList<string> pending)
    {
        Folder = folder;
        Manifest = manifest;
        Files = files;
        PendingFiles = pending;
    }

    /// <summary>The folder as it was given.</summary>
    public string Folder { get; }

    /// <summary>The folder's manifest.</summary>
    public ResultManifest Manifest { get; }

    /// <summary>The files that the manifest lists, in its order.</summary>
    public IReadOnlyList<VerifiedFile> Files { get; }

    /// <summary>
    /// What a run that was interrupted, or is under way, has prepared but not put in place. It does no harm; the next
    /// run into the folder removes it.
    /// </summary>
    public IReadOnlyList<string> PendingFiles { get; }

    /// <summary>Whether every file is there with the bytes that were written.</summary>
    public bool IsWhole => Files.All(file => file.State == ResultFileState.Whole);

    /// <summary>What is wrong, in one sentence; null for a whole result.</summary>
    public string? Fault => IsWhole
        ? null
        : $"{Folder} is not a whole result: {string.Join(", ", Files.Where(file => file.State != ResultFileState.Whole)
            .Select(file => $"{file.File.Name} is {(file.State == ResultFileState.Changed ? "changed" : "missing")}"))}. "
            + $"Run 'segment {Manifest.Options["command"]?.ToString() ?? "run"}' again.";

    /// <summary>Reads the manifest of a folder and the files that it lists.</summary>
    /// <exception cref="DataException">
    /// The folder or its manifest is missing, damaged, of an unknown version or lists a file outside the folder; or a
    /// file cannot be read.
    /// </exception>
    public static ResultVerification Of(string folder, CancellationToken cancellationToken = default)
    {
        ResultManifest manifest = ResultManifest.Read(folder);
        List<VerifiedFile> files = [];
        foreach (ResultFile file in manifest.Files)
        {
            files.Add(new VerifiedFile(file, StateOf(folder, file, cancellationToken)));
        }

        return new ResultVerification(folder, manifest, files, PendingFolder.FilesIn(folder));
    }

    internal static ResultFileState StateOf(string folder, ResultFile file, CancellationToken cancellationToken)
    {
        FileInfo found = new(Path.Combine(folder, file.Name));
        if (!found.Exists)
        {
            return Directory.Exists(found.FullName) ? ResultFileState.Changed : ResultFileState.Missing;
        }

        if (found.Length != file.Length)
        {
            return ResultFileState.Changed;
        }

        try
        {
            using FileStream stream = found.OpenRead();
            return Sha256Of(stream, cancellationToken) == file.Sha256 ? ResultFileState.Whole : ResultFileState.Changed;
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(Path.Combine(folder, file.Name), error);
        }
    }

    private static string Sha256Of(Stream stream, CancellationToken cancellationToken)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = new byte[1 << 20];
        int count;
        while ((count = stream.Read(block)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(block.AsSpan(0, count));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
