using System.Text;

namespace Segmentation;

/// <summary>Some rows of a file that is scored.</summary>
/// <param name="Table">The columns that the model reads; a row with a problem has numbers that mean nothing.</param>
/// <param name="Ids">For each row its id; null where it has none.</param>
/// <param name="Problems">For each row why its cells cannot be used; null where they can.</param>
/// <param name="Lines">The line on which each row begins.</param>
/// <param name="FirstFault">What is wrong with the first row that has a problem; null where none has.</param>
internal sealed record ScoringBlock(CustomerTable Table, string?[] Ids, IReadOnlyList<string>?[] Problems, int[] Lines, ScoringFault? FirstFault)
{
    /// <summary>Why a row has no segment, the first of the block that has none.</summary>
    public ScoringFault FaultOf(int row, ScoredCustomer customer) => Problems[row] is not null
        ? FirstFault!
        : ScoringFault.OfRow(Lines[row], customer.Problems[0], Table.Columns.Any(column => column.IsMissing(row)));
}

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
    private readonly ScoringCells[] cells;
    private readonly MissingTokenRule missingId;
    private readonly int id;
    private ScoringFault? fault;

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
        IdName = options.IdColumn ?? (names.Contains(model.IdColumn) ? model.IdColumn : names.Where(name => IdNames.IsId(name) && !columns.Contains(name)).MinBy(IdNames.Rank));
        id = IdName is null ? -1 : StreamedColumns.IndexOf(IdName, names, source);
        missingId = new MissingTokenRule(options, IdName ?? string.Empty);
        ColumnKind[] kinds = [.. columns.Select(column => ScoringColumns.KindOf(model.Preprocessor, column))];
        RawColumn[] first = FirstRows(ScoringCells.NeedFirstRows(kinds, options, dialect.Delimiter), out List<int> lines);
        CsvOptions reading = ScoringCells.WithDecimalSeparator(options, dialect.Delimiter, first);
        cells = [.. columns.Select((column, i) => kinds[i] switch
        {
            ColumnKind.Numeric => new ScoringNumbers(column, reading, dialect.Delimiter, source),
            ColumnKind.Date => (ScoringCells)new ScoringDates(column, reading, source, first.FirstOrDefault(raw => raw.Name == column), lines),
            _ => new ScoringLevels(column, reading, KnownLevels.Of(model.Preprocessor, column)),
        })];
    }

    /// <summary>The column that identifies a row; null where rows are known by their number.</summary>
    public string? IdName { get; }

    /// <summary>The next rows; null at the end.</summary>
    /// <exception cref="DataException">The text is no CSV in its encoding, or does not tell its decimal separator.</exception>
    public ScoringBlock? Next()
    {
        List<string?> ids = [];
        List<IReadOnlyList<string>?> problems = [];
        List<int> lines = [];
        fault = null;
        while (ids.Count < RowsPerBlock && NextRecord() is ScoringRecord record)
        {
            ids.Add(Id(record));
            problems.Add(Read(record));
            lines.Add(record.Line);
        }

        return ids.Count == 0 ? null : new ScoringBlock(
            new CustomerTable(cells.Select(column => column.Take())),
            [.. ids],
            [.. problems],
            [.. lines],
            fault);
    }

    public void Dispose() => records.Dispose();

    private string? Id(ScoringRecord record) =>
        id < 0 || id >= record.Cells.Length || missingId.IsMissingText(record.Cells[id]) ? null : record.Cells[id];

    /// <summary>Adds a row to the columns.</summary>
    /// <returns>What is wrong with its cells; null for nothing.</returns>
    private List<string>? Read(ScoringRecord record)
    {
        bool isWhole = record.Cells.Length == names.Length;
        List<string>? problems = isWhole ? null : [$"the row has {(record.Cells.Length < names.Length ? "fewer" : "more")} cells than the header"];
        fault ??= isWhole ? null : ScoringFault.OfRow(record.Line, problems![0], isMissing: false);
        for (int i = 0; i < columns.Length; i++)
        {
            if (!isWhole)
            {
                cells[i].AddMissing();
            }
            else if (cells[i].Add(record.Cells[places[i]], record.Line) is string problem)
            {
                (problems ??= []).Add(problem);
                fault ??= cells[i].Fault(record.Cells[places[i]], record.Line);
            }
        }

        return problems;
    }

    private ScoringRecord? NextRecord() => ahead.TryDequeue(out ScoringRecord? record) ? record : ReadRecord();

    private ScoringRecord? ReadRecord() => InEncoding(records.Read)
        ? new ScoringRecord(records.Line, [.. Enumerable.Range(0, records.CellCount).Select(i => records[i])])
        : null;

    /// <summary>The first rows, which are read all the same afterwards, and the line of each; none where they are not needed.</summary>
    private RawColumn[] FirstRows(bool areNeeded, out List<int> lines)
    {
        lines = [];
        RawColumn[] raw = areNeeded ? [.. names.Select(name => new RawColumn(name))] : [];
        while (areNeeded && ahead.Count < RowsPerBlock && ReadRecord() is ScoringRecord record)
        {
            ahead.Enqueue(record);
            if (record.Cells.Length == raw.Length)
            {
                lines.Add(record.Line);
                for (int i = 0; i < raw.Length; i++)
                {
                    raw[i].Add(record.Cells[i]);
                }
            }
        }

        return raw;
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
