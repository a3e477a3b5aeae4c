using System.Text;

namespace Segmentation;

/// <summary>Some rows of a file that is scored.</summary>
/// <param name="Table">The columns that the model reads; a row with a problem has numbers that mean nothing.</param>
/// <param name="Ids">For each row its id; null where it has none.</param>
/// <param name="Problems">For each row why its cells cannot be used; null where they can.</param>
internal sealed record ScoringBlock(CustomerTable Table, string?[] Ids, IReadOnlyList<string>?[] Problems);

/// <summary>Reads the columns that a model needs from a CSV file, block by block.</summary>
internal sealed class ScoringRows : IDisposable
{
    private const int RowsPerBlock = 4 * FixedChunks.RowsPerChunk;

    private readonly string source;
    private readonly CsvRecords records;
    private readonly Encoding encoding;
    private readonly Queue<ScoringRecord> ahead = new();
    private readonly string[] names;
    private readonly string[] columns;
    private readonly int[] places;
    private readonly StreamedNumber[] numbers;
    private readonly MissingTokenRule missingId;
    private readonly int id;

    /// <summary>Reads the header.</summary>
    /// <exception cref="DataException">The file is empty, or lacks columns of the model.</exception>
    public ScoringRows(SegmentationModel model, Stream stream, string source, CsvOptions options, CancellationToken cancellationToken)
    {
        this.source = source;
        Stream whole = stream;
        Stream head = stream;
        if (!stream.CanSeek)
        {
            ScoringStream pipe = new(stream, cancellationToken);
            (whole, head) = (pipe, pipe.Head);
        }

        long start = head.Position;
        encoding = options.Encoding is Encoding told ? EncodingDetection.Strict(told) : EncodingDetection.Detect(head, source).Encoding;
        CsvDialect dialect = InEncoding(() => CsvDialect.Find(head, encoding, options));
        head.Position = start;
        records = InEncoding(() => CsvRecords.Open(whole, encoding, source, dialect));
        names = InEncoding(() => CsvHeader.Read(records, source));
        columns = [.. ScoringColumns.Sources(model.Preprocessor).Distinct(StringComparer.Ordinal)];
        ScoringColumns.CheckAreAmong(names, columns, source);
        places = [.. columns.Select(column => Array.IndexOf(names, column))];
        IdName = options.IdColumn ?? (names.Contains(model.IdColumn) ? model.IdColumn : names.FirstOrDefault(name => IdNames.IsId(name) && !columns.Contains(name)));
        id = IdName is null ? -1 : StreamedColumns.IndexOf(IdName, names, source);
        missingId = new MissingTokenRule(options, IdName ?? string.Empty);
        CsvOptions reading = options with { DecimalSeparator = FindDecimalSeparator(options, dialect.Delimiter) };
        numbers = [.. columns.Select(column => new StreamedNumber(column, reading, dialect.Delimiter))];
    }

    /// <summary>The column that identifies a row; null where rows are known by their number.</summary>
    public string? IdName { get; }

    /// <summary>The next rows; null at the end.</summary>
    /// <exception cref="DataException">The text is no CSV in its encoding, or does not tell its decimal separator.</exception>
    public ScoringBlock? Next()
    {
        List<double>[] cells = [.. columns.Select(_ => new List<double>())];
        List<string?> ids = [];
        List<IReadOnlyList<string>?> problems = [];
        while (ids.Count < RowsPerBlock && NextRecord() is ScoringRecord record)
        {
            ids.Add(Id(record));
            problems.Add(Read(record, cells));
        }

        return ids.Count == 0 ? null : new ScoringBlock(
            new CustomerTable(columns.Select((column, i) => new NumericColumn(column, cells[i].ToArray()))),
            [.. ids],
            [.. problems]);
    }

    public void Dispose() => records.Dispose();

    private string? Id(ScoringRecord record) =>
        id < 0 || id >= record.Cells.Length || missingId.IsMissingText(record.Cells[id]) ? null : record.Cells[id];

    /// <summary>Adds a row to the columns.</summary>
    /// <returns>What is wrong with its cells; null for nothing.</returns>
    private List<string>? Read(ScoringRecord record, List<double>[] columnCells)
    {
        bool isWhole = record.Cells.Length == names.Length;
        List<string>? problems = isWhole ? null : [$"the row has {(record.Cells.Length < names.Length ? "fewer" : "more")} cells than the header"];
        for (int i = 0; i < columns.Length; i++)
        {
            double? number = isWhole ? Number(i, record) : double.NaN;
            columnCells[i].Add(number ?? double.NaN);
            if (number is null)
            {
                (problems ??= []).Add($"{columns[i]} is not a number");
            }
        }

        return problems;
    }

    private double? Number(int column, ScoringRecord record)
    {
        string text = record.Cells[places[column]];
        double? number = numbers[column].Parse(text);
        return number is null && numbers[column].MayBeNumber(text)
            ? throw new DataException(source, record.Line, numbers[column].WhyNot(text, record.Line))
            : number;
    }

    private ScoringRecord? NextRecord() => ahead.TryDequeue(out ScoringRecord? record) ? record : ReadRecord();

    private ScoringRecord? ReadRecord() => InEncoding(records.Read)
        ? new ScoringRecord(records.Line, [.. Enumerable.Range(0, records.CellCount).Select(i => records[i])])
        : null;

    /// <summary>
    /// What the first rows tell, by the rule of <see cref="CustomerTable.Load"/>; null where they do not. Only where semicolons
    /// separate cells is there a question.
    /// </summary>
    private char? FindDecimalSeparator(CsvOptions options, char delimiter)
    {
        if (options.DecimalSeparator is char told)
        {
            return told;
        }

        if (delimiter != ';')
        {
            return null;
        }

        RawColumn[] raw = [.. names.Select(name => new RawColumn(name))];
        while (ahead.Count < RowsPerBlock && ReadRecord() is ScoringRecord record)
        {
            ahead.Enqueue(record);
            for (int i = 0; i < raw.Length && record.Cells.Length == raw.Length; i++)
            {
                raw[i].Add(record.Cells[i]);
            }
        }

        DecimalSeparator found = DecimalSeparatorRule.Find(options, delimiter, raw);
        return found.IsCertain ? found.Sign : null;
    }

    private T InEncoding<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw new DataException(
                source, null, $"is not valid {encoding.WebName}; the fault is after line {records?.LastLine ?? 0}. Set Encoding to what it is.");
        }
        catch (IOException error)
        {
            throw FileErrors.CannotRead(source, error);
        }
    }
}

/// <summary>A row of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record ScoringRecord(int Line, string[] Cells);
