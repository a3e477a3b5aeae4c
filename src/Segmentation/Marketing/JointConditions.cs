namespace Segmentation;

/// <summary>
/// Whether conditions can hold together of any segment at all. Only what is certain counts: that two conditions on
/// different columns exclude each other depends on the customers and is not known here.
/// </summary>
internal static class JointConditions
{
    private const Standing Trend = Standing.Growing | Standing.Shrinking;

    /// <summary>Why they never hold together, as a clause; null where they may.</summary>
    public static string? WhyNever(IReadOnlyList<RuleCondition> conditions) =>
        conditions.GroupBy(condition => condition.Subject.Text, StringComparer.OrdinalIgnoreCase)
            .Select(group => WhyNever(group.First().Subject, [.. group])).FirstOrDefault(reason => reason is not null)
        ?? LevelsThatExceedTheWhole(conditions)
        ?? NothingMeasured(conditions);

    private static string? WhyNever(RuleSubject subject, RuleCondition[] conditions)
    {
        // A value is high or low, and besides it grows or shrinks: only what speaks of one of the two can exclude.
        foreach (RuleCondition[] alike in new[] { conditions.Where(IsOnTrend).ToArray(), [.. conditions.Where(IsOnLevel)] })
        {
            if (alike.Aggregate(Standing.Any, (left, condition) => left & condition.Standing) == Standing.None)
            {
                return $"{subject.Text} cannot be {string.Join(" and ", alike
                    .Select(condition => string.Join(" or ", RuleWords.Of(condition.Standing))))} at once";
            }
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

    private static bool IsOnTrend(RuleCondition condition) => (condition.Standing & ~Trend) == Standing.None;

    private static bool IsOnLevel(RuleCondition condition) => (condition.Standing & Trend) == Standing.None;

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
