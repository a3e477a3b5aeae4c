using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>How a file's text is cut into cells, found from its beginning.</summary>
/// <param name="Delimiter">The character between cells.</param>
/// <param name="LinesBefore">1 where the first line is Excel's <c>sep=;</c>, else 0.</param>
internal sealed partial record CsvDialect(char Delimiter, int LinesBefore)
{
    private const int SampleSize = 1 << 16;

    /// <summary>The caller's delimiter, else the one that the first line names, else the one that fits best.</summary>
    public static CsvDialect Find(Stream stream, Encoding encoding, CsvOptions options)
    {
        char[] buffer = new char[SampleSize];
        using StreamReader reader = OpenText(stream, encoding);
        int length = reader.ReadBlock(buffer);
        Match separator = SeparatorLine().Match(new string(buffer, 0, Math.Min(length, 16)));
        int linesBefore = separator.Success ? 1 : 0;
        ReadOnlySpan<char> sample = buffer.AsSpan(0, length)[separator.Length..];
        char? named = separator.Success ? separator.Groups[1].Value[0] : null;
        return new(options.Delimiter ?? named ?? DelimiterDetection.Find(sample, length < SampleSize), linesBefore);
    }

    /// <summary>A reader that leaves the stream open and skips a byte-order mark.</summary>
    public static StreamReader OpenText(Stream stream, Encoding encoding)
    {
        StreamReader reader = new(stream, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        if (reader.Peek() == '\uFEFF')
        {
            reader.Read();
        }

        return reader;
    }

    [GeneratedRegex(@"^""?sep=([^\r\n])""?(\r\n|\r|\n)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();
}
