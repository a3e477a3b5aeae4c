namespace Segmentation;

/// <summary>Where a segment stands on what a condition is about. Several together mean any of them.</summary>
[Flags]
internal enum Standing
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was not measured, or what it shows may be chance.</summary>
    Unknown = 1,

    /// <summary>Half a standard deviation (ten percentage points for a level) or more below all customers, and no chance.</summary>
    Low = 2,

    /// <summary>Within half a standard deviation.</summary>
    Average = 4,

    /// <summary>Half a standard deviation (ten percentage points for a level) or more above, and no chance.</summary>
    High = 8,

    /// <summary>Clearly different, but neither good nor bad: the role is not known, or its columns disagree.</summary>
    Different = 16,

    /// <summary>Of a segment's stability: mean Jaccard below 0.6.</summary>
    Unstable = 32,

    /// <summary>Of a segment's stability: from 0.6.</summary>
    Doubtful = 64,

    /// <summary>Of a segment's stability: from 0.75.</summary>
    Stable = 128,

    /// <summary>Of a segment's stability: from 0.85.</summary>
    HighlyStable = 256,

    /// <summary>Of a segment's value: it is improving, and the segment is large enough to be worth growing.</summary>
    Growing = 512,

    /// <summary>Of a segment's value: it is falling.</summary>
    Shrinking = 1024,

    /// <summary>The condition does not ask.</summary>
    Any = 2047,
}

/// <summary>The kinds of things that a condition can be about.</summary>
internal enum SubjectKind
{
    /// <summary>The columns that mean the same, whatever they are called.</summary>
    Role,

    /// <summary>The mean of a numeric column.</summary>
    Column,

    /// <summary>The share of a level of a categorical column.</summary>
    Level,

    /// <summary>The customers of the segment.</summary>
    Size,

    /// <summary>The segment's share of all customers.</summary>
    Share,

    /// <summary>What the segment's customers are worth.</summary>
    Value,

    /// <summary>How well bootstrap samples recover the segment.</summary>
    Stability,
}

/// <summary>What a condition is about.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Role">For a role, which.</param>
/// <param name="Column">For a column or a level, the column's name as the playbook has it.</param>
/// <param name="Level">For a level, which.</param>
internal sealed record RuleSubject(SubjectKind Kind, ColumnRole Role = ColumnRole.Other, string? Column = null, string? Level = null)
{
    /// <summary>The standings that the subject can have; none where only limits make sense.</summary>
    public Standing Standings => Kind switch
    {
        SubjectKind.Role when Role == ColumnRole.Other => Standing.Unknown | Standing.Different,
        SubjectKind.Role or SubjectKind.Column or SubjectKind.Level =>
            Standing.Unknown | Standing.Low | Standing.Average | Standing.High | Standing.Different,
        SubjectKind.Value =>
            Standing.Unknown | Standing.Low | Standing.Average | Standing.High | Standing.Growing | Standing.Shrinking,
        SubjectKind.Stability => Standing.Unknown | Standing.Unstable | Standing.Doubtful | Standing.Stable | Standing.HighlyStable,
        _ => Standing.None,
    };

    /// <summary>The smallest and the largest number that the subject can have.</summary>
    public (double Least, double Most) Range => Kind switch
    {
        SubjectKind.Role when Role == ColumnRole.Age => (0, 150),
        SubjectKind.Role when Role == ColumnRole.Recency => (0, double.PositiveInfinity),
        SubjectKind.Level or SubjectKind.Share or SubjectKind.Stability => (0, 1),
        SubjectKind.Size => (1, double.PositiveInfinity),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>The subject as a message names it; two conditions on one subject have the same text, whatever the case.</summary>
    public string Text => Kind switch
    {
        SubjectKind.Role => $"role '{RuleWords.Of(Role)}'",
        SubjectKind.Column => $"column '{Column}'",
        SubjectKind.Level => $"level '{Level}' of column '{Column}'",
        _ => $"the segment's {RuleWords.Of(Kind)}",
    };
}
