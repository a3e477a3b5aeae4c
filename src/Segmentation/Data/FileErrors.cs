namespace Segmentation;

/// <summary>Turns what the file system throws into one line about the path that the user gave.</summary>
internal static class FileErrors
{
    public static DataException CannotWrite(string path, Exception error) => Explain(path, "written", error);

    public static DataException CannotRead(string path, Exception error) => Explain(path, "read", error);

    /// <summary>The exceptions that the file system throws, as opposed to mistakes in the program.</summary>
    public static bool IsFromFileSystem(Exception error) => error is IOException or UnauthorizedAccessException;

    private static DataException Explain(string path, string done, Exception error)
    {
        // .NET appends the path, here that of a temporary, to what the operating system says.
        string reason = error is UnauthorizedAccessException
            ? "permission denied"
            : error.Message.Split(" : '", 2)[0].TrimEnd('.');
        return new DataException($"{path} cannot be {done}: {reason}.", error);
    }
}
