namespace Segmentation;

/// <summary>How a table was read from a file or a stream: what was found, and what a careful reader should know.</summary>
/// <param name="Source">The file's name, or a word for the stream.</param>
/// <param name="Encoding">The encoding as it was taken, such as "UTF-8" or "Windows-1252 (the file is not valid UTF-8)".</param>
/// <param name="Delimiter">The character between the cells.</param>
/// <param name="RowCount">The number of rows read.</param>
/// <param name="MissingTokens">For each column with missing cells, which texts were taken as missing and how often.</param>
/// <param name="Warnings">What needs attention, one sentence each.</param>
public sealed record LoadReport(
    string Source,
    string Encoding,
    char Delimiter,
    int RowCount,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> MissingTokens,
    IReadOnlyList<string> Warnings);
