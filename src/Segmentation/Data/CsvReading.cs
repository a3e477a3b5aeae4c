using System.Diagnostics;
using System.Text;

namespace Segmentation;

/// <summary>Reads a table from a CSV file or stream.</summary>
internal static class CsvReading
{
    public static CustomerTable Load(string path, CsvOptions options)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new DataException("No file name is given.");
        }

        using FileStream stream = InputFile.Open(path);
        try
        {
            return Read(stream, path, options);
        }
        catch (IOException error)
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    public static CustomerTable Read(Stream stream, string source, CsvOptions options)
    {
        Stopwatch stopwatch = Stopwatch.StartNew();
        if (stream.CanSeek)
        {
            return Read(stream, source, options, stopwatch);
        }

        using MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.Position = 0;
        return Read(copy, source, options, stopwatch);
    }

    private static CustomerTable Read(Stream stream, string source, CsvOptions options, Stopwatch stopwatch)
    {
        long start = stream.Position;
        (Encoding encoding, string encodingName) = options.Encoding is Encoding told
            ? (EncodingDetection.Strict(told), $"{told.WebName} (as told)")
            : EncodingDetection.Detect(stream, source);
        CsvRecords? records = null;
        try
        {
            CsvDialect dialect = CsvDialect.Find(stream, encoding, options);
            if (PlainCsv.Read(stream, start, encoding, dialect, options, source) is CsvRows plain)
            {
                return ToTable(plain, dialect.Delimiter, source, encodingName, options, stopwatch);
            }

            stream.Position = start;
            using (records = CsvRecords.Open(stream, encoding, source, dialect))
            {
                return ToTable(ReadRows(records, source, options), dialect.Delimiter, source, encodingName, options, stopwatch);
            }
        }
        catch (DecoderFallbackException)
        {
            throw new DataException(
                source, null,
                $"is not valid {encoding.WebName}; the fault is after line {records?.LastLine ?? 0}. Set Encoding to what it is.");
        }
    }

    private static CsvRows ReadRows(CsvRecords records, string source, CsvOptions options)
    {
        LoadNotes notes = new();
        (string[] header, string[] names) = CsvHeader.Read(records, source, notes);
        CheckOptionNames(options, names, source);
        RawColumn[] raw = [.. names.Select(name => new RawColumn(name))];
        List<int> lines = ReadRows(records, raw, source);
        return lines.Count == 0
            ? throw new DataException(source, null, "the file has a header but no rows.")
            : new CsvRows(header, names, notes, [.. lines], records.BlankLines, new(raw));
    }

    /// <summary>Reads the rows into the columns.</summary>
    /// <returns>The line of each row.</returns>
    private static List<int> ReadRows(CsvRecords records, RawColumn[] columns, string source)
    {
        List<int> lines = [];
        while (records.Read())
        {
            if (records.CellCount != columns.Length)
            {
                string goesOn = records.LastLine > records.Line
                    ? $" It goes on to line {records.LastLine}: a quote may be left open."
                    : string.Empty;
                throw new DataException(
                    source, records.Line, $"the row has {Cells(records.CellCount)}, but the header has {columns.Length}.{goesOn}");
            }

            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].Add(records[i]);
            }

            lines.Add(records.Line);
        }

        return lines;
    }

    private static CustomerTable ToTable(
        CsvRows rows, char delimiter, string source, string encodingName, CsvOptions options, Stopwatch stopwatch)
    {
        LoadNotes notes = rows.Notes;
        options = options.WithIdAmong(rows.Names);
        if (rows.BlankLines > 0)
        {
            notes.Warn($"Blank lines between the rows were left out: {rows.BlankLines}.");
        }

        Queue<ColumnCells> kept = new(rows.Header.Length);
        for (int i = 0; i < rows.Header.Length; i++)
        {
            ColumnCells column = rows.Columns.Dequeue();
            if (IsKept(column, i, rows.Header, notes))
            {
                kept.Enqueue(column);
            }
        }

        // Where a column of numbers has been read, its decimal separator was certain, and the others are not asked.
        DecimalSeparator decimalSeparator = DecimalSeparatorRule.Find(options, delimiter, [.. kept.OfType<RawColumn>()]);
        ColumnInference inference = new(source, options, decimalSeparator, rows.Lines, notes);
        List<Column> columns = new(kept.Count);
        while (kept.TryDequeue(out ColumnCells? cells))
        {
            columns.Add(inference.Infer(cells));
        }

        LoadReport report = new(source, encodingName, delimiter, rows.Lines.Length, notes.MissingTokens, notes.Warnings)
        {
            StrayTexts = notes.StrayTexts,
            IdIsTold = options.IdColumn is not null,
            Elapsed = stopwatch.Elapsed,
        };
        return new CustomerTable(columns, options.IdColumn ?? IdColumnRule.Choose(columns), report) { Lines = rows.Lines };
    }

    private static bool IsKept(ColumnCells column, int index, string[] header, LoadNotes notes)
    {
        if (!string.IsNullOrWhiteSpace(header[index]))
        {
            return true;
        }

        bool hasValues = column is not RawColumn raw || !raw.Texts.All(string.IsNullOrWhiteSpace);
        notes.Warn(hasValues
            ? $"Column {index + 1} has no name and is called '{column.Name}'."
            : $"Column {index + 1} has neither a name nor a value and was left out.");
        return hasValues;
    }

    internal static void CheckOptionNames(CsvOptions options, string[] names, string source)
    {
        IEnumerable<string> told = [.. options.ColumnKinds.Keys, .. options.ColumnMissingTokens.Keys];
        told = options.IdColumn is null ? told : told.Append(options.IdColumn);
        if (told.FirstOrDefault(name => !names.Contains(name)) is string unknown)
        {
            throw new DataException(
                source, null, $"no column named '{unknown}'.{Spelling.DidYouMean(unknown, names)} Columns: {string.Join(", ", names)}.");
        }
    }

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";
}
