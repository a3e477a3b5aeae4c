using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>How a file's text is cut into cells, found from its beginning.</summary>
/// <param name="Delimiter">The character between cells.</param>
/// <param name="LinesBefore">The lines up to Excel's <c>sep=;</c>, blank ones included; 0 where there is none.</param>
internal sealed partial record CsvDialect(char Delimiter, int LinesBefore)
{
    private const int SampleSize = 1 << 16;

    /// <summary>The caller's delimiter, else the one that the first line with text names, else the one that fits best.</summary>
    public static CsvDialect Find(Stream stream, Encoding encoding, CsvOptions options)
    {
        char[] buffer = new char[SampleSize];
        using StreamReader reader = OpenText(stream, encoding);
        int length = reader.ReadBlock(buffer);
        Match separator = SeparatorLine().Match(new string(buffer, 0, length));
        int linesBefore = separator.Success ? separator.Groups["blank"].Captures.Count + 1 : 0;
        ReadOnlySpan<char> sample = buffer.AsSpan(0, length)[separator.Length..];
        char? named = separator.Success ? separator.Groups["sign"].Value[0] : null;
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

    [GeneratedRegex(
        @"^(?<blank>[^\S\r\n]*(\r\n|\r|\n))*""?sep=(?<sign>[^\r\n])""?(\r\n|\r|\n)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();
}
