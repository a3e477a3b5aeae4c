namespace Segmentation;

/// <summary>What kind of thing was noticed about a table.</summary>
public enum FindingKind
{
    /// <summary>A column has one value only.</summary>
    ConstantColumn,

    /// <summary>A column has missing cells.</summary>
    MissingValues,

    /// <summary>Rows are equal in every column, or in every column but the id.</summary>
    DuplicateRows,

    /// <summary>An id stands in more than one row.</summary>
    DuplicateIds,

    /// <summary>Two numeric columns are strongly correlated.</summary>
    StrongCorrelation,

    /// <summary>A numeric column leans far to one side.</summary>
    SkewedColumn,

    /// <summary>A numeric column has values beyond Tukey's fences.</summary>
    Outliers,

    /// <summary>A numeric column looks like an id.</summary>
    LooksLikeId,
}

/// <summary>Something about a table that a careful analyst would want to know, with its numbers.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Columns">The columns it is about; empty when the whole table is meant.</param>
/// <param name="Message">One sentence that carries its numbers.</param>
public sealed record Finding(FindingKind Kind, IReadOnlyList<string> Columns, string Message);
