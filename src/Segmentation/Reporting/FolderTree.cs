namespace Segmentation;

/// <summary>Makes a folder with its missing parents, and knows which ones it made.</summary>
internal static class FolderTree
{
    /// <summary>Makes the folder; gives the folders that were missing, the deepest first.</summary>
    public static IReadOnlyList<string> Create(string path)
    {
        List<string> missing = [];
        for (string? folder = path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        Directory.CreateDirectory(path);
        return missing;
    }

    /// <summary>The path itself or the nearest folder above it that is in truth a file, as a full path; null when none is.</summary>
    public static string? FileAbove(string path)
    {
        string? nearest = Path.GetFullPath(path);
        while (nearest is not null && !Path.Exists(nearest))
        {
            nearest = Path.GetDirectoryName(nearest);
        }

        return File.Exists(nearest) ? nearest : null;
    }

    /// <summary>Removes a folder unless something is in it, or it is gone, or one may not.</summary>
    public static void DeleteIfEmpty(string path)
    {
        try
        {
            Directory.Delete(path);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            // Then it stays; nothing depends on it.
        }
    }
}
