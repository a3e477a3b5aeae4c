namespace Segmentation;

/// <summary>
/// Whether conditions can hold together of any segment at all. Only what is certain counts: that two conditions on
/// different columns exclude each other depends on the customers and is not known here.
/// </summary>
internal static class JointConditions
{
    /// <summary>Why they never hold together, as a clause; null where they may.</summary>
    public static string? WhyNever(IReadOnlyList<RuleCondition> conditions) =>
        conditions.GroupBy(condition => condition.Subject.Text, StringComparer.OrdinalIgnoreCase)
            .Select(group => WhyNever(group.First().Subject, [.. group])).FirstOrDefault(reason => reason is not null)
        ?? LevelsThatExceedTheWhole(conditions)
        ?? NothingMeasured(conditions);

    private static string? WhyNever(RuleSubject subject, RuleCondition[] conditions)
    {
        Standing common = conditions.Aggregate(Standing.Any, (left, condition) => left & condition.Standing);
        if (common == Standing.None)
        {
            return $"{subject.Text} cannot be {string.Join(" and ", conditions.Where(condition => condition.Standing != Standing.Any)
                .Select(condition => string.Join(" or ", RuleWords.Of(condition.Standing))))} at once";
        }

        double atLeast = conditions.Max(condition => condition.AtLeast) ?? double.NegativeInfinity;
        double below = conditions.Min(condition => condition.Below) ?? double.PositiveInfinity;
        (double least, double most) = subject.Range;
        return atLeast >= below
                ? $"{subject.Text} cannot be at least {RuleCondition.Number(atLeast)} and below {RuleCondition.Number(below)} at once"
            : below <= least ? $"{subject.Text} is never below {RuleCondition.Number(least)}, but is asked to be below {RuleCondition.Number(below)}"
            : atLeast > most ? $"{subject.Text} is at most {RuleCondition.Number(most)}, but is asked to be at least {RuleCondition.Number(atLeast)}"
            : null;
    }

    private static string? LevelsThatExceedTheWhole(IReadOnlyList<RuleCondition> conditions) => conditions
        .Where(condition => condition.Subject.Kind == SubjectKind.Level && condition.AtLeast is not null)
        .GroupBy(condition => condition.Subject.Column!, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.GroupBy(condition => condition.Subject.Level!, StringComparer.OrdinalIgnoreCase)
            .Sum(level => level.Max(condition => condition.AtLeast!.Value)) > 1 + 1e-9)   // shares such as 0.1 are not exact
        .Select(group => $"the shares asked of the levels of column '{group.Key}' add up to more than 1")
        .FirstOrDefault();

    private static string? NothingMeasured(IReadOnlyList<RuleCondition> conditions) =>
        conditions.Count > 0 && conditions.All(condition => condition.Standing == Standing.Unknown)
            ? "every condition asks for something unknown, and a recommendation needs a number"
            : null;
}
