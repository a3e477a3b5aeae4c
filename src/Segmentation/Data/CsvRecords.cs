using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Segmentation;

/// <summary>The records of a CSV text one after the other, blank lines left out, each with its line number.</summary>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>A longer cell is refused, for behind an unclosed quote it would fill the memory.</summary>
    private const int LongestCell = 1 << 20;

    private readonly WatchingReader reader;
    private readonly CsvParser parser;
    private readonly string source;
    private readonly char delimiter;
    private readonly int linesBefore;

    /// <param name="reader">Stands where the first record begins; it is not closed.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="delimiter">The character between cells.</param>
    /// <param name="linesBefore">The lines that were read before.</param>
    public CsvRecords(TextReader reader, string source, char delimiter, int linesBefore)
    {
        this.reader = new WatchingReader(reader, source);
        this.source = source;
        this.delimiter = delimiter;
        this.linesBefore = LastLine = linesBefore;
        parser = new CsvParser(this.reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            BufferSize = 1 << 16,
        });
    }

    /// <summary>The records of a file, the lines before them skipped.</summary>
    /// <param name="stream">Stands where the file begins; it is not closed.</param>
    /// <param name="encoding">The file's.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="dialect">The file's.</param>
    public static CsvRecords Open(Stream stream, Encoding encoding, string source, CsvDialect dialect)
    {
        StreamReader reader = CsvDialect.OpenText(stream, encoding);
        for (int line = 0; line < dialect.LinesBefore; line++)
        {
            reader.ReadLine();
        }

        return new CsvRecords(reader, source, dialect.Delimiter, dialect.LinesBefore);
    }

    /// <summary>The line on which the current record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The line on which the current record ends, from 1.</summary>
    public int LastLine { get; private set; }

    /// <summary>The blank lines between the records so far.</summary>
    public int BlankLines { get; private set; }

    /// <summary>The number of cells in the current record.</summary>
    public int CellCount => parser.Count;

    /// <summary>A cell of the current record.</summary>
    public string this[int index] => parser[index];

    /// <summary>Moves to the next record; false at the end of the text.</summary>
    public bool Read()
    {
        int blank = 0;
        bool first = Line == 0;
        while (ReadLine())
        {
            if (!IsBlank())
            {
                BlankLines += first ? 0 : blank;
                return true;
            }

            blank++;
        }

        return false;
    }

    public void Dispose() => parser.Dispose();

    private bool ReadLine()
    {
        Line = LastLine + 1;
        try
        {
            if (!parser.Read())
            {
                return false;
            }
        }
        catch (MaxFieldSizeException)
        {
            throw CellTooLong();
        }

        LastLine = linesBefore + parser.RawRow;
        if (reader.IsAtEnd || LastLine > Line)
        {
            ThrowIfQuoteIsOpen();
        }

        return true;
    }

    private bool IsBlank() =>
        parser.Count == 1 && string.IsNullOrWhiteSpace(parser[0]) && !parser.RawRecord.Contains('"', StringComparison.Ordinal);

    /// <summary>Whether a quote that opens the cell would close further on is not known, for nothing more is read.</summary>
    private DataException CellTooLong() => UnclosedQuote.Find(parser.RawRecord, delimiter) is int lines
        ? new(source, Line + lines, $"a cell that opens here with a quote is longer than {LongestCell} characters; the quote may never be closed.")
        : new(source, Line, $"a cell is longer than {LongestCell} characters.");

    private void ThrowIfQuoteIsOpen()
    {
        if (UnclosedQuote.Find(parser.RawRecord, delimiter) is int lines)
        {
            throw new DataException(source, Line + lines, "a quote opens here and is never closed.");
        }
    }

    /// <summary>
    /// Knows when the text has ended, for an unclosed quote swallows everything up to there, and refuses the NUL
    /// characters that binary files have.
    /// </summary>
    private sealed class WatchingReader(TextReader inner, string source) : TextReader
    {
        public bool IsAtEnd { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            int read = inner.Read(buffer, index, count);
            IsAtEnd = read == 0;
            if (buffer.AsSpan(index, read).Contains('\0'))
            {
                throw EncodingDetection.Binary(source);
            }

            return read;
        }
    }
}
