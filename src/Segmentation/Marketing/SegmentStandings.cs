namespace Segmentation;

/// <summary>A segment as the rules see it: for each role where it stands, and the numbers that say so.</summary>
internal sealed class SegmentStandings
{
    private const int MostTraitsOfARole = 2;
    private const int MostOtherTraits = 3;

    private readonly Dictionary<ColumnRole, (Standing Standing, Trait[] Traits)> byRole = [];

    public SegmentStandings(SegmentProfile profile)
    {
        ILookup<ColumnRole, Trait> traits = Trait.Of(profile)
            .Where(trait => trait.Clustered || trait.StandsOut)
            .OrderByDescending(trait => trait.Strength)
            .ToLookup(RoleOf);

        // Age is no better high than low: it is always worth saying, whether or not a rule on age fires too.
        List<Trait> different =
            [.. traits[ColumnRole.Other].Concat(traits[ColumnRole.Age]).Where(trait => trait.StandsOut)];
        foreach (IGrouping<ColumnRole, Trait> role in traits.Where(group => group.Key != ColumnRole.Other))
        {
            Trait[] outstanding = [.. role.Where(trait => trait.StandsOut)];
            if (outstanding.Select(trait => Math.Sign(trait.Evidence.Effect)).Distinct().Count() > 1)
            {
                different.AddRange(outstanding.Except(different));
                byRole[role.Key] = (Standing.Different, []);
            }
            else
            {
                Trait[] support = outstanding.Length > 0 ? outstanding : [.. role];
                byRole[role.Key] = (StandingOf(support[0]), [.. support.Take(MostTraitsOfARole)]);
            }
        }

        if (different.Count > 0)
        {
            byRole[ColumnRole.Other] =
                (Standing.Different, [.. different.OrderByDescending(trait => trait.Strength).Take(MostOtherTraits)]);
        }
    }

    /// <summary>The numbers that satisfy all conditions, or null when one is not satisfied.</summary>
    public IReadOnlyList<Trait>? Satisfying(IReadOnlyList<RuleCondition> conditions)
    {
        List<Trait> evidence = [];
        foreach (RuleCondition condition in conditions)
        {
            (Standing standing, Trait[] traits) = byRole.GetValueOrDefault(condition.Role, (Standing.Unknown, []));
            if (!condition.Standing.HasFlag(standing) || !traits.All(trait => WithinLimits(trait, condition)))
            {
                return null;
            }

            evidence.AddRange(traits);
        }

        return evidence;
    }

    private static bool WithinLimits(Trait trait, RuleCondition condition) =>
        !(trait.Evidence.Value >= condition.Below) && !(trait.Evidence.Value < condition.AtLeast);

    private static ColumnRole RoleOf(Trait trait) =>
        trait.Evidence.Level is null ? ColumnRoles.Of(trait.Evidence.Column) : ColumnRole.Other;

    private static Standing StandingOf(Trait trait) => trait switch
    {
        { StandsOut: false } => Standing.Average,
        { Evidence.Effect: > 0 } => Standing.High,
        _ => Standing.Low,
    };
}
