namespace Segmentation;

/// <summary>Why customers are not compared by a column.</summary>
public enum UnusedReason
{
    /// <summary>It lacks so many cells that it would cost most of the rows.</summary>
    Sparse,

    /// <summary>It would be numbers or dates but for a few cells.</summary>
    StrayTexts,

    /// <summary>Its cells are numbers with signs or words around them, such as "37 years" or "$1,200".</summary>
    DecoratedNumbers,

    /// <summary>It has two values and by its name says what became of a customer, such as "Churn".</summary>
    LikelyOutcome,

    /// <summary>It is a category, and numbers are compared unless one asks for more.</summary>
    Category,

    /// <summary>It is a date, and numbers are compared unless one asks for more.</summary>
    Date,

    /// <summary>It is left out on purpose, to be compared over the segments (<see cref="Preprocessor.LeftOutColumns"/>).</summary>
    Outcome,

    /// <summary>It is the same in every row that has it, or has no cell.</summary>
    Constant,

    /// <summary>It identifies rows.</summary>
    Id,

    /// <summary>It is free text, or has more than 20 values that are no numbers.</summary>
    Text,
}

/// <summary>A column by which customers are not compared, though nobody said so.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What shows it, as words to stand in brackets or after a colon: "3 values", "3 of 500 cells: '#VALUE!' in line 7".</param>
/// <param name="Option">What of the command would take it in, such as <c>--encode "Gender=onehot"</c>; null where nothing does.</param>
public sealed record UnusedColumn(string Column, UnusedReason Reason, string Detail, string? Option);
