using System.Data.Common;

namespace Segmentation;

/// <summary>
/// Customers in rows: immutable typed columns in original units, of which one may be the id. Missing cells are known
/// as missing.
/// </summary>
public sealed partial class CustomerTable
{
    private readonly Column[] columns;
    private readonly Dictionary<string, Column> byName = new(StringComparer.Ordinal);

    /// <summary>Makes a table from columns of equal length.</summary>
    /// <param name="columns">The columns, each with its own name.</param>
    /// <param name="idColumn">The name of the column that identifies a row; null when none does.</param>
    /// <param name="loadReport">How the table was loaded; null for a table built in memory.</param>
    /// <exception cref="ArgumentException">
    /// Two columns share a name or differ in length, or the id column is not a <see cref="TextColumn"/> of kind Id.
    /// </exception>
    public CustomerTable(IEnumerable<Column> columns, string? idColumn = null, LoadReport? loadReport = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        this.columns = [.. columns];
        foreach (Column column in this.columns)
        {
            if (!byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"Two columns are called '{column.Name}'.", nameof(columns));
            }

            if (column.RowCount != this.columns[0].RowCount)
            {
                throw new ArgumentException(
                    $"Column '{column.Name}' has {column.RowCount} rows, but '{this.columns[0].Name}' has {this.columns[0].RowCount}.",
                    nameof(columns));
            }
        }

        if (idColumn is not null)
        {
            Id = this[idColumn] as TextColumn is { Kind: ColumnKind.Id } id
                ? id
                : throw new ArgumentException($"Column '{idColumn}' is not a column of ids.", nameof(idColumn));
        }

        LoadReport = loadReport;
    }

    /// <summary>Reads a CSV file. The type of a column comes from all its cells, never from the machine's culture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it; null finds everything from the file.</param>
    /// <exception cref="DataException">
    /// The name is empty; the file is absent, cannot be read, is binary, has no rows, a column name twice, a row of
    /// another length, an unclosed quote, or dates that could be day-month or month-day. The message names the file and
    /// the line.
    /// </exception>
    public static CustomerTable Load(string path, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return CsvReading.Load(path, options ?? new CsvOptions());
    }

    /// <summary>Reads CSV from a stream, from where it stands to its end; the stream stays open.</summary>
    /// <param name="stream">The bytes; they are copied to memory first where the stream cannot seek.</param>
    /// <param name="sourceName">What messages call the stream.</param>
    /// <param name="options">How to read it; null finds everything from the bytes.</param>
    /// <exception cref="DataException">As <see cref="Load"/>.</exception>
    public static CustomerTable Read(Stream stream, string sourceName, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(sourceName);
        return CsvReading.Read(stream, sourceName, options ?? new CsvOptions());
    }

    /// <summary>
    /// Reads the rest of a database query. Numbers, texts, dates, true and false are read as what they are; NULL, a blank
    /// text and NaN are missing; texts that are all ISO 8601 dates are dates. Whole numbers are ids where the column's
    /// name says so or one of them is beyond what a double holds exactly, and then stay exact. The reader of another table
    /// (<see cref="CreateDataReader"/>) tells which of its columns are ids, and which one identifies a row.
    /// </summary>
    /// <param name="reader">The query's rows; it stays open.</param>
    /// <param name="idColumn">
    /// The column that identifies a row; it is read as ids. Null takes the one that the reader of another table tells, else
    /// chooses as <see cref="CsvOptions.IdColumn"/> does. A <c>DataTable</c> forgets what a reader told: name the column
    /// where one stood between.
    /// </param>
    /// <exception cref="DataException">
    /// There are no rows, a column has no name or another's, or a value is infinite or of a type that no column holds.
    /// </exception>
    public static CustomerTable FromDataReader(DbDataReader reader, string? idColumn = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return DataReaderLoading.Load(reader, idColumn);
    }

    /// <summary>The number of rows.</summary>
    public int RowCount => columns.Length == 0 ? 0 : columns[0].RowCount;

    /// <summary>The columns in file order, the id included.</summary>
    public IReadOnlyList<Column> Columns => columns;

    /// <summary>The column that identifies a row, or null when none does.</summary>
    public TextColumn? Id { get; }

    /// <summary>How the table was loaded, or null when it was built in memory.</summary>
    public LoadReport? LoadReport { get; }

    /// <summary>The column of that name, compared letter by letter.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public Column this[string name] => byName.TryGetValue(name, out Column? column)
        ? column
        : throw new ArgumentException(
            $"No column named '{name}'.{Spelling.DidYouMean(name, byName.Keys)} Columns: {string.Join(", ", columns.Select(c => c.Name))}.",
            nameof(name));

    /// <summary>The line of each row in the file that the table was read from; null for a table that has no file.</summary>
    internal int[]? Lines { get; init; }

    /// <summary>The number of each row, from 1, in the table that these rows were taken from; null where they are all of a table, in its order.</summary>
    internal int[]? RowNumbers { get; init; }

    /// <summary>Whether there is a column of that name.</summary>
    public bool Contains(string name) => byName.ContainsKey(name);

    /// <summary>The numeric column of that name.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it is not numeric.</exception>
    /// <exception cref="DataException">The column would be numeric but for stray texts; the message names the first.</exception>
    public NumericColumn Numeric(string name)
    {
        if (this[name] is NumericColumn numeric)
        {
            return numeric;
        }

        if (LoadReport?.StrayTexts.FirstOrDefault(s => s.Column == name && s.Expected == ColumnKind.Numeric) is StrayText stray)
        {
            throw new DataException(LoadReport.Source, stray.Line, stray.Message);
        }

        string[] numbers = [.. columns.OfType<NumericColumn>().Select(column => column.Name)];
        string right = numbers.Length == 0 ? "No column is numeric." : $"Numeric columns: {string.Join(", ", numbers)}.";
        throw new ArgumentException($"Column '{name}' is not numeric but {KindInWords(this[name].Kind)}. {right}", nameof(name));
    }

    /// <summary>What identifies a row: its id, or its number from 1 where the table has no id column.</summary>
    /// <param name="row">0-based.</param>
    public string RowId(int row) =>
        Id?.TextAt(row) ?? (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A table with the given rows, in the given order; a row may be taken more than once.</summary>
    public CustomerTable Take(ReadOnlySpan<int> rows)
    {
        Column[] taken = new Column[columns.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = columns[i].Take(rows);
        }

        int[] places = new int[rows.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = PlaceNumber(rows[i]);
        }

        return Lines is null
            ? new CustomerTable(taken, Id?.Name, LoadReport) { RowNumbers = places }
            : new CustomerTable(taken, Id?.Name, LoadReport) { Lines = places };
    }

    /// <summary>How people find a row again: its id, or where it stands.</summary>
    internal string NameOf(int row) => Id?.TextAt(row) is string id ? $"{Id.Name} {id}" : PlaceOf(row);

    /// <summary>
    /// Where a row stands: the line of the file on which it begins, counted from 1 with the header, as in "line 17"; of a table
    /// that has no file its number in the table that was given, counted from 1, as in "row 16".
    /// </summary>
    internal string PlaceOf(int row) => FormattableString.Invariant($"{(Lines is null ? "row" : "line")} {PlaceNumber(row)}");

    /// <summary>The number of that place.</summary>
    internal int PlaceNumber(int row) => Lines?[row] ?? RowNumbers?[row] ?? row + 1;

    /// <summary>
    /// Writes the table as CSV with a header; missing cells are empty, and no text can run as a formula in a spreadsheet:
    /// one that could, be it an id such as "@x", begins with an apostrophe in the file (see <see cref="CsvCell.Text"/>).
    /// </summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CsvCell[] cells = [.. columns.Select(column => CsvCell.Text(column.Name))];
        CsvWriting.WriteRow(writer, cells);
        for (int row = 0; row < RowCount; row++)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i] is NumericColumn numeric ? numeric[row] : columns[i].TextAt(row);
            }

            CsvWriting.WriteRow(writer, cells);
        }
    }

    /// <summary>
    /// The table as the rows of a database query, for DataTable.Load and everything else that takes a reader: numbers are
    /// double, dates DateTime, everything else string, and missing cells DBNull. <c>GetDataTypeName</c> says "row id" for the
    /// column that identifies a row and "id" for other ids, so that <see cref="FromDataReader"/> gives them back as ids; a
    /// DataTable keeps nothing of that.
    /// </summary>
    public DbDataReader CreateDataReader() => new TableDataReader(this);

    private static string KindInWords(ColumnKind kind) => kind switch
    {
        ColumnKind.Categorical => "a column of categories",
        ColumnKind.Date => "a column of dates",
        ColumnKind.Id => "a column of ids",
        _ => "text",
    };
}
