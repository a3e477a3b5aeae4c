namespace Segmentation;

/// <summary>The numbers that satisfy a rule.</summary>
/// <param name="Traits">Those of columns.</param>
/// <param name="Clauses">Those of the segment itself, a clause each.</param>
internal sealed record RuleSupport(IReadOnlyList<Trait> Traits, IReadOnlyList<string> Clauses);

/// <summary>A segment as the rules see it: where it stands on what they ask, and the numbers that say so.</summary>
internal sealed class SegmentStandings
{
    private const int MostTraitsOfARole = 2;
    private const int MostOtherTraits = 3;
    private const int MostTraitsOfTheSegment = 2;

    private readonly SegmentFacts facts;
    private readonly Trait[] traits;
    private readonly IReadOnlyDictionary<string, ColumnRole> roles;
    private readonly ILookup<ColumnRole, Trait> all;
    private readonly Dictionary<ColumnRole, (Standing Standing, Trait[] Traits)> byRole = [];

    public SegmentStandings(SegmentFacts facts)
    {
        this.facts = facts;
        roles = ColumnRoles.Of(PlaybookKnowledge.ColumnsOf(facts.Profile));
        traits = [.. Trait.Of(facts.Profile).OrderByDescending(trait => trait.Strength)];
        all = traits.ToLookup(RoleOf);
        if (!HoldsAllCustomers)
        {
            AddRoles(traits.Where(trait => trait.Clustered || trait.StandsOut).ToLookup(RoleOf));
        }
    }

    private bool HoldsAllCustomers => facts.Profile.Share == 1;

    /// <summary>
    /// The numbers that satisfy all conditions, or null when one is not satisfied. Where no condition is about columns,
    /// the columns that set the segment apart most stand for them.
    /// </summary>
    public RuleSupport? Satisfying(IReadOnlyList<RuleCondition> conditions)
    {
        List<Trait> evidence = [];
        List<string> clauses = [];
        foreach (RuleCondition condition in conditions)
        {
            Answer answer = Of(condition);
            if (!IsSatisfied(condition, answer))
            {
                return null;
            }

            evidence.AddRange(answer.Traits.Where(trait => !evidence.Any(known => known.Evidence == trait.Evidence)));
            clauses.AddRange(answer.Clause is string clause && !clauses.Contains(clause) ? [clause] : []);
        }

        return evidence.Count == 0 && conditions.All(condition => condition.Subject.Kind >= SubjectKind.Size)
            ? new(Strongest(traits.Where(trait => trait.Clustered), MostTraitsOfTheSegment), clauses)
            : new(evidence, clauses);
    }

    /// <summary>Limits need a number, unless the condition asks in so many words for what was not measured.</summary>
    private static bool IsSatisfied(RuleCondition condition, Answer answer) =>
        (condition.Standing == Standing.Any || (condition.Standing & answer.Standing) != Standing.None)
        && (condition.Standing != Standing.Any || answer.Numbers.Count > 0)
        && answer.Numbers.All(condition.Allows);

    private Answer Of(RuleCondition condition) => condition.Subject.Kind switch
    {
        SubjectKind.Role => OfRole(condition.Subject.Role, condition.Standing == Standing.Any),
        SubjectKind.Size => new(
            Standing.None, [], [facts.Profile.Size], $"it has {NumberText.Customers(facts.Profile.Size)}"),
        SubjectKind.Share => new(
            Standing.None, [], [facts.Profile.Share], $"it holds {NumberText.Percent(facts.Profile.Share)} of all customers"),
        SubjectKind.Stability => OfStability(),
        SubjectKind.Value => OfValue(),
        _ => OfColumn(condition.Subject),
    };

    /// <summary>Limits apply to every column of the role, whichever of them say where it stands.</summary>
    private Answer OfRole(ColumnRole role, bool whateverItsStanding)
    {
        (Standing standing, Trait[] own) = whateverItsStanding
            ? (Standing.Unknown, Strongest(all[role], MostTraitsOfARole))
            : byRole.GetValueOrDefault(role, (Standing.Unknown, []));
        return new(standing, own, [.. all[role].Select(trait => trait.Evidence.Value)], null);
    }

    private Answer OfColumn(RuleSubject subject)
    {
        Trait? trait = PlaybookColumns.TraitOf(subject, facts.Profile, traits);
        return trait is null ? new(Standing.Unknown, [], [], null)
            : !HoldsAllCustomers && (trait.Clustered || trait.StandsOut) ? Measured(OwnStandingOf(trait), [trait])
            : Measured(Standing.Unknown, [trait]);
    }

    private Answer OfStability() => facts.Recovery is not ClusterRecovery recovery
        ? new(Standing.Unknown, [], [], null)
        : new(
            recovery.Grade switch
            {
                StabilityGrade.Unstable => Standing.Unstable,
                StabilityGrade.Doubtful => Standing.Doubtful,
                StabilityGrade.Stable => Standing.Stable,
                _ => Standing.HighlyStable,
            },
            [],
            [recovery.MeanJaccard],
            FormattableString.Invariant($"its mean Jaccard over {NumberText.Counted(facts.Samples ?? 0, "bootstrap sample")} is {StabilityText.Jaccard(recovery.MeanJaccard)}"));

    private Answer OfValue() => facts.Worth is not { Mean: double mean } worth
        ? new(Standing.Unknown, [], [], null)
        : new(
            LevelOf(worth) | (worth.WorthGrowing ? Standing.Growing : Standing.None)
                | (worth.Shrinks ? Standing.Shrinking : Standing.None),
            [],
            [mean],
            $"its customers are worth {NumberText.Of(mean)} of '{PlainText.OneLine(facts.Value!.Column, 60)}' each{ValueText.KnownInterval(worth.Lower, worth.Upper)} "
                + $"against {NumberText.Of(facts.Value.Mean ?? mean)} over all"
                + (worth.Change is double change ? $", and that changed by {NumberText.Of(change)}{ValueText.KnownInterval(worth.ChangeLower, worth.ChangeUpper)}" : string.Empty));

    private static Standing LevelOf(SegmentValue worth) => worth.Standing.Level switch
    {
        ValueLevel.Low => Standing.Low,
        ValueLevel.Average => Standing.Average,
        ValueLevel.High => Standing.High,
        _ => Standing.Unknown,
    };

    private void AddRoles(ILookup<ColumnRole, Trait> telling)
    {
        // Age is no better high than low: it is always worth saying, whether or not a rule on age fires too.
        List<Trait> different =
            [.. telling[ColumnRole.Other].Concat(telling[ColumnRole.Age]).Where(trait => trait.StandsOut)];
        foreach (IGrouping<ColumnRole, Trait> role in telling.Where(group => group.Key != ColumnRole.Other))
        {
            Trait[] outstanding = [.. role.Where(trait => trait.StandsOut)];
            Trait[] strongestOfEachSign = [.. outstanding.DistinctBy(SignOf)];
            if (strongestOfEachSign.Length > 1)
            {
                different.AddRange(outstanding.Except(different));
                byRole[role.Key] = (Standing.Different, strongestOfEachSign);
            }
            else
            {
                Trait[] support = outstanding.Length > 0 ? outstanding : [.. role];
                byRole[role.Key] = (StandingOf(support[0]), [.. support.Take(MostTraitsOfARole)]);
            }
        }

        if (different.Count > 0)
        {
            byRole[ColumnRole.Other] = (Standing.Different, Strongest(different, MostOtherTraits));
        }
    }

    private static Trait[] Strongest(IEnumerable<Trait> some, int most) =>
        [.. some.OrderByDescending(trait => trait.Strength).Take(most)];

    private static Answer Measured(Standing standing, Trait[] traits) =>
        new(standing, traits, [.. traits.Select(trait => trait.Evidence.Value)], null);

    private ColumnRole RoleOf(Trait trait) => trait.Evidence.Level is string level
        ? ColumnRoles.OfLevel(trait.Evidence.Column, level).Role
        : roles[trait.Evidence.Column];

    private static Standing OwnStandingOf(Trait trait) =>
        !trait.StandsOut ? Standing.Average : trait.Evidence.Effect > 0 ? Standing.High : Standing.Low;

    private Standing StandingOf(Trait trait) => !trait.StandsOut ? Standing.Average : SignOf(trait) > 0 ? Standing.High : Standing.Low;

    /// <summary>Which way the trait moves its role: many who say no to "Churn" make attrition low.</summary>
    private int SignOf(Trait trait)
    {
        bool isReversed = RoleOf(trait) != ColumnRole.Other && trait.Evidence.Level is string level
            && !ColumnRoles.OfLevel(trait.Evidence.Column, level).IsHigh;
        return Math.Sign(trait.Evidence.Effect) * (isReversed ? -1 : 1);
    }

    /// <summary>Where the segment stands on one subject.</summary>
    /// <param name="Standing">Its standing.</param>
    /// <param name="Traits">The columns that say so.</param>
    /// <param name="Numbers">The numbers that limits apply to.</param>
    /// <param name="Clause">The number in words where it is none of a column.</param>
    private sealed record Answer(Standing Standing, IReadOnlyList<Trait> Traits, IReadOnlyList<double> Numbers, string? Clause);
}
