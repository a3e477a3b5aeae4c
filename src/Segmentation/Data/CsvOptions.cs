using System.Text;

namespace Segmentation;

/// <summary>Which comes first in a date such as 03/04/2024.</summary>
public enum DateOrder
{
    /// <summary>The day: 03/04/2024 is the third of April.</summary>
    DayFirst,

    /// <summary>The month: 03/04/2024 is the fourth of March.</summary>
    MonthFirst,
}

/// <summary>What to do with the few texts in a column that is otherwise numbers or dates.</summary>
public enum StrayTextHandling
{
    /// <summary>
    /// The column stays text; the report warns with line numbers, and using the column as numbers is an error.
    /// </summary>
    Refuse,

    /// <summary>The texts become missing cells, and the report counts them and warns with line numbers.</summary>
    TreatAsMissing,
}

/// <summary>How a CSV file is to be read. Every option that is null is found from the file.</summary>
public sealed record CsvOptions
{
    /// <summary>The character between cells. Default null: the best of comma, semicolon, tab and pipe.</summary>
    public char? Delimiter
    {
        get;
        init => field = value is not ('"' or '\r' or '\n')
            ? value
            : throw new ArgumentException("Delimiter cannot be a quote or a line break.", nameof(Delimiter));
    }

    /// <summary>
    /// The file's encoding. Default null: a byte-order mark decides; else UTF-16 by its zero bytes; else UTF-8 when the
    /// whole file is valid UTF-8; else Windows-1252. The report says which one it was.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// The decimal separator, '.' or ','. Default null: the point, except that in a file delimited by semicolons a
    /// column such as "12,5" makes it the comma. "1,234" alone proves nothing and stays text, with a warning; so does
    /// "1.234" alone in a file delimited by semicolons, where it may be 1234.
    /// </summary>
    public char? DecimalSeparator
    {
        get;
        init => field = value is null or '.' or ','
            ? value
            : throw new ArgumentException("DecimalSeparator is '.' or ','.", nameof(DecimalSeparator));
    }

    /// <summary>
    /// The texts that mean "missing", in every column, compared without regard to case and surrounding blanks; a blank
    /// cell is always missing. Default null: NA, N/A, NaN, null, ? and - among numbers and dates; among texts only
    /// N/A, n/a, NaN, null, NULL, ? and - exactly so, because NA may be Namibia and Null a surname.
    /// </summary>
    public IReadOnlyList<string>? MissingTokens { get; init; }

    /// <summary>As <see cref="MissingTokens"/>, for single columns; it replaces the general rule there.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ColumnMissingTokens
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(ColumnMissingTokens));
    }
    = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What single columns hold, for when the file's own evidence is not what is meant.</summary>
    public IReadOnlyDictionary<string, ColumnKind> ColumnKinds
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(ColumnKinds));
    }
    = new Dictionary<string, ColumnKind>();

    /// <summary>
    /// The column that identifies a row; it is read as ids. Default null: of the columns of ids, those of customers before all
    /// others and those that only look like ids last, the first that is complete and without repeats; else the first with
    /// distinct ids in 90% of the rows; else, when there is only one column that is called an id or a code, that one if at
    /// least half of the rows have distinct ids.
    /// </summary>
    public string? IdColumn { get; init; }

    /// <summary>
    /// The <see cref="IdColumn"/> of a file that has it, where none is told, such as that of the customers whom a model was made
    /// from. Default null.
    /// </summary>
    public string? UsualIdColumn { get; init; }

    /// <summary>
    /// The .NET format of the dates, such as "dd.MM.yy". Default null: ISO 8601 and the common forms with a four-digit
    /// year. A year of two digits is one from 1950 to 2049; it is read only where this option asks for it.
    /// </summary>
    public string? DateFormat
    {
        get;
        init => field = value is null || !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new ArgumentException("DateFormat cannot be blank.", nameof(DateFormat));
    }

    /// <summary>
    /// Whether the day or the month stands first in dates such as 03/04/2024. Default null: a column must prove it by
    /// at least one date that fits one order only.
    /// </summary>
    public DateOrder? DateOrder
    {
        get;
        init => field = value is null || Enum.IsDefined(value.Value)
            ? value
            : throw new ArgumentException($"DateOrder {value} is unknown.", nameof(DateOrder));
    }

    /// <summary>
    /// What to do with the texts in a column of which at least half is numbers, or dates. Default
    /// <see cref="StrayTextHandling.Refuse"/>.
    /// </summary>
    public StrayTextHandling StrayTexts
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"StrayTexts {value} is unknown.", nameof(StrayTexts));
    }

    /// <summary>The options for a file with columns of these names.</summary>
    internal CsvOptions WithIdAmong(string[] names) =>
        IdColumn is null && names.Contains(UsualIdColumn) ? this with { IdColumn = UsualIdColumn } : this;
}
