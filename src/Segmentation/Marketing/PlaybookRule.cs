namespace Segmentation;

/// <summary>How a rule stands to the others.</summary>
public enum RuleUse
{
    /// <summary>It adds to what others recommend.</summary>
    Beside,

    /// <summary>Where it fires, the segment gets its recommendation and no other.</summary>
    Instead,

    /// <summary>It fires only where no other rule does.</summary>
    Otherwise,
}

/// <summary>A rule of a <see cref="Playbook"/>: when all conditions hold of a segment, it recommends an action.</summary>
public sealed record PlaybookRule
{
    internal PlaybookRule()
    {
    }

    /// <summary>Its name, shown with the recommendation.</summary>
    public required string Id { get; init; }

    /// <summary>Where it comes from: "built-in", or the name of the playbook's file.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it comes with the library.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>How it stands to the others; default <see cref="RuleUse.Beside"/>.</summary>
    public RuleUse Use { get; init; }

    /// <summary>What kind of advice it is.</summary>
    public required RecommendationFamily Family { get; init; }

    /// <summary>Where to reach the segment; null where that makes no difference.</summary>
    public string? Channel { get; init; }

    /// <summary>Which side it takes, for finding contradictions; null for none.</summary>
    public Stance? Stance { get; init; }

    /// <summary>What to do. {traits} stands for the evidence in a few words, {size} and {share} for those of the segment.</summary>
    public required string Action { get; init; }

    /// <summary>Why, as the beginning of a sentence that the evidence ends; it may have the same placeholders.</summary>
    public required string Reason { get; init; }

    /// <summary>How success is measured.</summary>
    public required string Measure { get; init; }

    /// <summary>The conditions in words, such as "role 'age' is low, below 35"; all must hold.</summary>
    public IReadOnlyList<string> Conditions => [.. When.Select(condition => condition.Text)];

    /// <summary>The file as it was given, for messages.</summary>
    internal string File { get; init; } = string.Empty;

    /// <summary>The conditions; the numbers that satisfy them become the evidence.</summary>
    internal IReadOnlyList<RuleCondition> When { get; init; } = [];
}
