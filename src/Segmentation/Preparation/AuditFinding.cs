namespace Segmentation;

/// <summary>What a preparation will do to the segments, the most serious first.</summary>
public enum AuditKind
{
    /// <summary>A column of two values, or a level of a category, will likely decide the segments alone.</summary>
    DominatingColumn,

    /// <summary>One column has most of the variance that is clustered.</summary>
    MostOfTheVariance,

    /// <summary>A feature looks like an id.</summary>
    IdAmongFeatures,

    /// <summary>A feature's column is missing in more than half of the rows.</summary>
    MostlyMissing,

    /// <summary>More than a fifth of the rows are left out because they lack a feature.</summary>
    ManyRowsDropped,

    /// <summary>A few rows hold much of a feature's variance.</summary>
    ExtremeOutliers,

    /// <summary>Two columns say the same thing, which counts twice.</summary>
    SameThing,

    /// <summary>A feature has a long tail that its logarithm would not have.</summary>
    SkewedAmount,

    /// <summary>Rare levels of a category share one feature.</summary>
    PooledLevels,

    /// <summary>Missing cells are filled.</summary>
    FilledCells,

    /// <summary>A column was left out without having been told to.</summary>
    LeftOut,
}

/// <summary>Something that a preparation will do to the segments.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Columns">The table's columns that it is about.</param>
/// <param name="Message">A sentence or two that carry their numbers and say what to do.</param>
/// <param name="Numbers">The numbers by name: shares from 0 to 1, counts, correlations, skewnesses, weights.</param>
public sealed record AuditFinding(
    AuditKind Kind, IReadOnlyList<string> Columns, string Message, IReadOnlyDictionary<string, double> Numbers)
{
    /// <summary>Whether it will likely harm the segments; what is not a warning is a note of what was done.</summary>
    public bool IsWarning => Kind < AuditKind.PooledLevels;
}
