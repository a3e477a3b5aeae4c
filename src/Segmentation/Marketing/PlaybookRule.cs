namespace Segmentation;

/// <summary>Where a segment stands on a role, over the columns that have the role.</summary>
[Flags]
internal enum Standing
{
    /// <summary>No column has the role, or what it shows may be chance.</summary>
    Unknown = 1,

    /// <summary>Half a standard deviation or more below all customers.</summary>
    Low = 2,

    /// <summary>Within half a standard deviation.</summary>
    Average = 4,

    /// <summary>Half a standard deviation or more above.</summary>
    High = 8,

    /// <summary>Clearly different, but neither good nor bad: the role is not known, or its columns disagree.</summary>
    Different = 16,
}

/// <summary>What must hold of a segment.</summary>
/// <param name="Role">What the column is about.</param>
/// <param name="Standing">One of these standings.</param>
/// <param name="Below">The mean, in original units, must be less than this; null for no limit.</param>
/// <param name="AtLeast">The mean, in original units, must be at least this; null for no limit.</param>
internal sealed record RuleCondition(ColumnRole Role, Standing Standing, double? Below = null, double? AtLeast = null);

/// <summary>A rule of the playbook: when all conditions hold, it recommends an action.</summary>
/// <param name="Id">Its name, shown with the recommendation.</param>
/// <param name="Family">What kind of advice it is.</param>
/// <param name="When">The conditions; the numbers that satisfy them become the evidence.</param>
/// <param name="Action">What to do; {traits} stands for the evidence in a few words.</param>
/// <param name="Because">
/// Why, as the beginning of a sentence that the evidence ends; {size} stands for the number of customers.
/// </param>
internal sealed record PlaybookRule(
    string Id, RecommendationFamily Family, IReadOnlyList<RuleCondition> When, string Action, string Because);
