namespace Segmentation;

/// <summary>
/// What of a table takes part: the rows that are used and why the others are not, the columns that customers are compared by
/// and, of the others, why they are not and what would take them in.
/// </summary>
/// <example><code>
/// foreach (string sentence in DataUse.Of(table, new Preprocessor()).Sentences)
/// {
///     Console.WriteLine(sentence);
/// }
/// </code></example>
public sealed class DataUse
{
    private DataUse(CustomerTable table, Preprocessor options, FittedPreprocessor fitted, PreparedData prepared)
    {
        RowsRead = table.RowCount;
        RowsUsed = prepared.Matrix.RowCount;
        Dropped = prepared.Dropped;
        Missing = options.Missing;
        IsByDefault = options.Features is null;
        HasEncodings = options.Encodings.Count > 0;
        Columns = [.. fitted.ColumnNames];
        Unused = [.. UnusedColumns.Of(table, options, fitted)];
        HasEveryNumber = Unused.All(column => column.Reason == UnusedReason.Id || table[column.Column] is not NumericColumn);
    }

    /// <summary>The table's rows.</summary>
    public int RowsRead { get; }

    /// <summary>Those of them that are clustered.</summary>
    public int RowsUsed { get; }

    /// <summary>The others, with what they lack.</summary>
    public IReadOnlyList<DroppedRow> Dropped { get; }

    /// <summary>The columns that customers are compared by.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether the columns were not named but found (<see cref="Preprocessor.Features"/> is null).</summary>
    public bool IsByDefault { get; }

    /// <summary>The table's other columns but its id, in table order.</summary>
    public IReadOnlyList<UnusedColumn> Unused { get; }

    /// <summary>
    /// All of this in a few sentences with their numbers: the rows, the columns, and where the columns were found and not
    /// named those that an analyst would miss.
    /// </summary>
    public IReadOnlyList<string> Sentences => [.. DataUseText.Of(this)];

    /// <summary>What becomes of rows that lack a feature.</summary>
    internal MissingValues Missing { get; }

    /// <summary>Whether columns were named with how they are encoded.</summary>
    internal bool HasEncodings { get; }

    /// <summary>Whether every numeric column that is no id is compared.</summary>
    internal bool HasEveryNumber { get; }

    /// <summary>Finds out what of a table would take part.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Preprocessor.Fit"/>.</exception>
    /// <exception cref="DataException">As for <see cref="Preprocessor.Fit"/>.</exception>
    public static DataUse Of(CustomerTable table, Preprocessor preprocessor)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(preprocessor);
        FittedPreprocessor fitted = preprocessor.Fit(table);
        return Of(
            table,
            preprocessor,
            fitted,
            preprocessor.Missing == MissingValues.KPod ? fitted.TransformPartly(table).FilledByMeans() : fitted.Transform(table));
    }

    /// <summary>As the other, of what was made already.</summary>
    internal static DataUse Of(CustomerTable table, Preprocessor options, FittedPreprocessor fitted, PreparedData prepared) =>
        new(table, options, fitted, prepared);
}
