namespace Segmentation;

/// <summary>Reads the cells of a column of a file that is scored, and gives them away block by block.</summary>
internal abstract class ScoringCells(string column)
{
    /// <summary>The column's name.</summary>
    protected string Column => column;

    /// <summary>
    /// Whether the first rows have to tell how cells are spelt: the decimal separator where semicolons separate cells, the order
    /// of day and month where it is not told, and which columns of dates have the format that is told.
    /// </summary>
    public static bool NeedFirstRows(ColumnKind[] kinds, CsvOptions options, char delimiter) =>
        (delimiter == ';' && options.DecimalSeparator is null)
        || (kinds.Contains(ColumnKind.Date) && (options.DateOrder is null || options.DateFormat is not null));

    /// <summary>The options with what the first rows tell, by the rule of <see cref="CustomerTable.Load"/>.</summary>
    public static CsvOptions WithDecimalSeparator(CsvOptions options, char delimiter, RawColumn[] first)
    {
        DecimalSeparator found = DecimalSeparatorRule.Find(options, delimiter, first);
        return options with { DecimalSeparator = options.DecimalSeparator ?? (delimiter == ';' && found.IsCertain ? found.Sign : null) };
    }

    /// <summary>Adds a cell.</summary>
    /// <returns>Why it cannot be used, such as "Age is not a number"; null where it can, or is missing.</returns>
    /// <exception cref="DataException">It may mean two things.</exception>
    public abstract string? Add(string text, int line);

    /// <summary>What is wrong with a cell that cannot be used, and what would help.</summary>
    public abstract ScoringFault Fault(string text, int line);

    /// <summary>Adds a missing cell.</summary>
    public abstract void AddMissing();

    /// <summary>The cells since the last time.</summary>
    public abstract Column Take();
}
