namespace Segmentation;

/// <summary>A file that is read.</summary>
internal static class InputFile
{
    /// <summary>Opens a file, or a pipe with a name, to be read from its beginning to its end.</summary>
    /// <exception cref="DataException">It is not there, is a folder, or cannot be read; one line says which.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DataException(path, null, "is a folder, not a file.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException(path, null, "no such file.");
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }
}
