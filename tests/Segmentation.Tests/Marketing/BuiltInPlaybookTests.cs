namespace Segmentation.Tests.Marketing;

public sealed class BuiltInPlaybookTests
{
    private static readonly Standing[] Standings = [Standing.Unknown, Standing.Low, Standing.Average, Standing.High, Standing.Different];

    private static readonly ColumnRole[] SituationRoles =
        [ColumnRole.AbilityToPay, ColumnRole.Activity, ColumnRole.Recency, ColumnRole.Age, ColumnRole.Borrowing];

    [Fact]
    public void BuiltIn_EveryCombinationOfStandings_HasOneSituationAtMost()
    {
        // A rule with one condition adds to a situation; so do those on other roles.
        PlaybookRule[] situations =
        [
            .. Playbook.BuiltIn.Rules.Where(rule => rule.When.Count > 1 && rule.When.All(condition =>
                condition.Subject.Kind == SubjectKind.Role && SituationRoles.Contains(condition.Subject.Role))),
        ];
        Assert.Equal((9 * 9) + 6 + 8 + 8, situations.Length);   // nine in every family, three in those that they support

        foreach (Dictionary<ColumnRole, Standing> segment in Combinations(SituationRoles))
        {
            RecommendationFamily[] families = [.. situations.Where(rule => Fires(rule, segment)).Select(rule => rule.Family).Order()];

            Assert.Distinct(families);
            if (segment[ColumnRole.Borrowing] != Standing.High && IsOneOf(segment[ColumnRole.Recency], Standing.Unknown, Standing.Average) && IsOneOf(segment[ColumnRole.Age], Standing.Unknown, Standing.Average))
            {
                bool clear = IsOneOf(segment[ColumnRole.AbilityToPay], Standing.Low, Standing.High)
                    || IsOneOf(segment[ColumnRole.Activity], Standing.Low, Standing.High);
                bool average = segment[ColumnRole.Activity] == Standing.Average
                    && IsOneOf(segment[ColumnRole.AbilityToPay], Standing.Unknown, Standing.Average);
                Assert.Equal(clear || average ? Enum.GetValues<RecommendationFamily>() : [], families);
            }
        }
    }

    [Fact]
    public void BuiltIn_EveryCombinationOfStandings_HasNoContradiction()
    {
        // Every role that there is; limits are ignored, which can only make more rules fire. Conditions on the segment
        // itself stand in no rule with a stance.
        PlaybookRule[] taking = [.. Playbook.BuiltIn.Rules.Where(rule => rule.Stance is not null)];
        Assert.All(taking, rule => Assert.All(rule.When, condition => Assert.Equal(SubjectKind.Role, condition.Subject.Kind)));
        ColumnRole[] roles = [.. Enum.GetValues<ColumnRole>().Where(role => taking.Any(rule => rule.When.Any(condition => condition.Subject.Role == role)))];
        int opposed = 0;
        int combinations = 0;

        foreach (Dictionary<ColumnRole, Standing> segment in Combinations(roles))
        {
            PlaybookRule[] fired = [.. taking.Where(rule => Fires(rule, segment))];
            opposed += fired.Sum(rule => fired.Count(other => Stances.Oppose(rule, other)));
            combinations++;
        }

        Assert.Equal(Math.Pow(Standings.Length, roles.Length), combinations);
        Assert.Equal(0, opposed);
    }

    [Fact]
    public void BuiltIn_PairsOfRules_HaveNoPossibleContradiction() => Assert.Empty(Playbook.BuiltIn.PossibleContradictions());

    [Fact]
    public void BuiltIn_StancesOfBothSides_AreThere()
    {
        // Otherwise the two tests above could not fail.
        Stance[] stances = [.. Playbook.BuiltIn.Rules.Select(rule => rule.Stance).OfType<Stance>().Distinct()];

        Assert.All([Stance.Discount, Stance.FullPrice, Stance.Invest, Stance.Save], stance => Assert.Contains(stance, stances));
    }

    [Fact]
    public void BuiltIn_EveryFamilyAndKindOfColumn_IsCovered()
    {
        Assert.Equal(Enum.GetValues<RecommendationFamily>(), Playbook.BuiltIn.Rules.Select(rule => rule.Family).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<ColumnRole>(),
            Playbook.BuiltIn.Rules.SelectMany(rule => rule.When).Where(condition => condition.Subject.Kind == SubjectKind.Role)
                .Select(condition => condition.Subject.Role).Distinct().Order());
    }

    [Fact]
    public void BuiltIn_ChannelAdvice_NamesTheChannel() => Assert.All(
        Playbook.BuiltIn.Rules.Where(rule => rule.Family == RecommendationFamily.Channel), rule => Assert.NotNull(rule.Channel));

    [Fact]
    public void BuiltIn_EveryRule_SaysHowSuccessIsMeasured() => Assert.All(
        Playbook.BuiltIn.Rules, rule => Assert.EndsWith(".", rule.Measure, StringComparison.Ordinal));

    [Fact]
    public void With_ACopyOfTheBuiltIn_IsTheSameRulesUnderAnotherName()
    {
        Playbook copy = Playbooks.Of(Playbook.BuiltInJson, "copy.json");

        Playbook both = Playbook.BuiltIn.With(copy);

        Assert.Equal(Playbook.BuiltIn.Rules.Select(rule => rule.Id), both.Rules.Select(rule => rule.Id));
        Assert.All(both.Rules, rule => Assert.Equal(("copy.json", false), (rule.Source, rule.IsBuiltIn)));
    }

    private static bool Fires(PlaybookRule rule, Dictionary<ColumnRole, Standing> segment) =>
        rule.When.All(condition => (condition.Standing & segment[condition.Subject.Role]) != Standing.None);

    private static bool IsOneOf(Standing standing, params Standing[] others) => others.Contains(standing);

    private static IEnumerable<Dictionary<ColumnRole, Standing>> Combinations(ColumnRole[] roles)
    {
        int count = (int)Math.Pow(Standings.Length, roles.Length);
        for (int code = 0; code < count; code++)
        {
            int rest = code;
            Dictionary<ColumnRole, Standing> segment = [];
            foreach (ColumnRole role in roles)
            {
                segment[role] = Standings[rest % Standings.Length];
                rest /= Standings.Length;
            }

            yield return segment;
        }
    }
}
