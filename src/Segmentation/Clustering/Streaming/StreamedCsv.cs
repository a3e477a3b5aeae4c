using System.Text;

namespace Segmentation;

/// <summary>
/// The rows of a CSV file, read anew for each pass. Cells are numbers by the rules of
/// <see cref="CustomerTable.Load"/>, with three differences, because the types of columns cannot be found from cells
/// that are not kept: the features are read as numbers whatever else they may be; in a file delimited by semicolons
/// a number with a point or a comma is refused until <see cref="CsvOptions.DecimalSeparator"/> tells what it means; and the
/// id column is the one that is told, else the first whose name says so (CustomerID, customer_no; those of customers before
/// all others), whether or not its values repeat.
/// </summary>
/// <example>
/// <code>
/// StreamedCsv rows = new("customers.csv", ["Income", "Spending"]);
/// StreamedKMeansModel model = new StreamedKMeans(5).Fit(rows);
/// </code>
/// </example>
public sealed class StreamedCsv : IStreamedRows
{
    private readonly CsvOptions options;
    private readonly Encoding encoding;
    private readonly CsvDialect dialect;
    private readonly int columnCount;
    private readonly int[] features;
    private readonly int id = -1;

    /// <summary>Reads the file's header; its whole bytes once where its encoding is not told and has no mark.</summary>
    /// <param name="path">A file, not a pipe: it is read several times.</param>
    /// <param name="features">The columns to read as numbers, at least one, each once.</param>
    /// <param name="options">How to read it; null finds everything from the file.</param>
    /// <exception cref="DataException">The file is absent, cannot be read again, or lacks a column.</exception>
    public StreamedCsv(string path, IReadOnlyList<string> features, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        Name = path;
        FeatureNames = StreamedColumns.CheckedFeatures(features);
        this.options = options ?? new CsvOptions();
        using FileStream stream = InputFile.Open(path);
        if (!stream.CanSeek)
        {
            throw new DataException(path, null, "can be read only once, but is needed several times; write it to a file first.");
        }

        try
        {
            encoding = this.options.Encoding is Encoding told
                ? EncodingDetection.Strict(told)
                : EncodingDetection.Detect(stream, path).Encoding;
            dialect = CsvDialect.Find(stream, encoding, this.options);
            stream.Position = 0;
            using CsvRecords records = Records(stream);
            string[] names = CsvHeader.Read(records, path);
            columnCount = names.Length;
            this.features = [.. FeatureNames.Select(name => StreamedColumns.IndexOf(name, names, path))];
            IdName = this.options.IdColumn ?? names.Where(name => IdNames.IsId(name) && !FeatureNames.Contains(name)).MinBy(IdNames.Rank);
            id = IdName is null ? -1 : StreamedColumns.IndexOf(IdName, names, path);
        }
        catch (DecoderFallbackException)
        {
            throw WrongEncoding(0);
        }
        catch (IOException error)
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public string? IdName { get; }

    /// <inheritdoc/>
    public IStreamedRowReader Open() => new Reader(this);

    private CsvRecords Records(Stream stream) => CsvRecords.Open(stream, encoding, Name, dialect);

    private DataException WrongEncoding(int lastLine) => new(
        Name, null, $"is not valid {encoding.WebName}; the fault is after line {lastLine}. Set Encoding to what it is.");

    private sealed class Reader : IStreamedRowReader
    {
        private readonly StreamedCsv file;
        private readonly FileStream stream;
        private readonly CsvRecords records;
        private readonly StreamedNumber[] numbers;
        private readonly MissingTokenRule missingId;

        public Reader(StreamedCsv file)
        {
            this.file = file;
            numbers = [.. file.FeatureNames.Select(name => new StreamedNumber(name, file.options, file.dialect.Delimiter))];
            missingId = new MissingTokenRule(file.options, file.IdName ?? string.Empty);
            stream = InputFile.Open(file.Name);
            records = file.Records(stream);
            Next();
        }

        public string? Id => file.id < 0 || missingId.IsMissingText(records[file.id]) ? null : records[file.id];

        public string Place => $"{file.Name}({records.Line})";

        public bool Read(Span<double> values)
        {
            if (!Next())
            {
                return false;
            }

            if (records.CellCount != file.columnCount)
            {
                throw new DataException(
                    file.Name, records.Line, $"the row has {records.CellCount} cells, but the header has {file.columnCount}.");
            }

            for (int i = 0; i < values.Length; i++)
            {
                string text = records[file.features[i]];
                values[i] = numbers[i].Parse(text) ?? throw new DataException(file.Name, records.Line, numbers[i].WhyNot(text, records.Line));
            }

            return true;
        }

        public void Dispose()
        {
            records.Dispose();
            stream.Dispose();
        }

        private bool Next()
        {
            try
            {
                return records.Read();
            }
            catch (DecoderFallbackException)
            {
                throw file.WrongEncoding(records.LastLine);
            }
            catch (IOException error)
            {
                throw FileErrors.CannotRead(file.Name, error);
            }
        }
    }
}
