namespace Segmentation;

/// <summary>
/// The data are at fault: a file that cannot be read, a cell that is not what its column needs, a table that an
/// analysis cannot use. The message says what is wrong, where, and what would be right; it is fit to be shown to
/// a user as it is.
/// </summary>
public class DataException : Exception
{
    /// <summary>Makes an error about data that have no file, such as a table built in memory.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an error caused by another one.</summary>
    public DataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an error about a place in a file; the message becomes <c>file(line): message</c>.</summary>
    /// <param name="file">The file's name as the caller gave it.</param>
    /// <param name="line">The line, counted from 1; null when the whole file is meant.</param>
    /// <param name="message">What is wrong there, and what would be right.</param>
    public DataException(string file, int? line, string message)
        : base(line is int number ? $"{file}({number}): {message}" : $"{file}: {message}")
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, or null when the data have none.</summary>
    public string? File { get; }

    /// <summary>The line in the file, counted from 1, or null when no single line is at fault.</summary>
    public int? Line { get; }
}
