namespace Segmentation.Tests.Marketing;

/// <summary>The fields that the built-in playbook knows beside shops, and what it says where it knows no column.</summary>
public sealed class PlaybookFieldTests
{
    private static readonly int[] Labels = [.. Enumerable.Range(0, 40).Select(i => i / 20)];

    [Fact]
    public void Recommend_BorrowersOfCashAdvances_AreNoQuietCustomersToReactivate()
    {
        string[] rules = Rules(Numbers(("PURCHASES", 50, 2000), ("CASH_ADVANCE", 3000, 10), ("CREDIT_LIMIT", 5000, 5100)), 1);

        Assert.Equal(9, rules.Count(rule => rule.StartsWith("cash-borrowers", StringComparison.Ordinal)));
        Assert.DoesNotContain(rules, rule => rule.StartsWith("quiet-buyers", StringComparison.Ordinal));
    }

    [Fact]
    public void Recommend_SubscribersWhoLeave_AdvisesOnLeavingContractAndCharges()
    {
        CustomerTable table = new(
        [
            new NumericColumn("tenure", Spread(5, 50)),
            new CategoricalColumn("Contract", [.. Labels.Select(label => label == 0 ? "Month-to-month" : "Two year")]),
            new NumericColumn("MonthlyCharges", Spread(90, 20)),
            new CategoricalColumn("Churn", [.. Labels.Select((label, i) => label == 0 && i % 20 < 15 ? "Yes" : "No")]),
        ]);

        IReadOnlyList<Recommendation> advice = Playbook.BuiltIn.Recommend(Profiles(table, "tenure", "Contract", "MonthlyCharges"));

        Assert.Superset(
            new HashSet<string> { "leavers-retention", "free-to-leave-retention", "high-charges-pricing", "high-charges-short-contract-engagement", "new-customers-retention" },
            advice.Where(item => item.Segment == 1).Select(item => item.Rule).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "stayers-engagement", "bound-retention", "low-charges-assortment", "loyal-engagement" },
            advice.Where(item => item.Segment == 2).Select(item => item.Rule).ToHashSet());
        Assert.Contains("Churn is Yes for 75% of this segment", advice.First(item => item.Rule == "leavers-retention").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Recommend_Wholesale_KnowsVolumeSmallAndMixedAccounts()
    {
        CustomerTable volume = Numbers(("Fresh", 900, 100), ("Milk", 800, 90), ("Grocery", 990, 80));
        CustomerTable mixed = Numbers(("Fresh", 900, 100), ("Milk", 80, 900), ("Grocery", 90, 800));

        Assert.Contains("volume-buyers-pricing", Rules(volume, 1));
        Assert.Contains("small-accounts-channel", Rules(volume, 2));
        Assert.Contains("mixed-basket-assortment", Rules(mixed, 1));
        Assert.DoesNotContain("volume-buyers-pricing", Rules(mixed, 1));
    }

    [Fact]
    public void Recommend_Services_KnowsUseComplaintsAndSatisfaction()
    {
        CustomerTable table = Numbers(("Visits per month", 9, 1), ("Complaints", 1, 6), ("Satisfaction score", 9, 3));

        Assert.Superset(new HashSet<string> { "heavy-users-engagement", "content-engagement" }, Rules(table, 1).ToHashSet());
        Assert.Superset(new HashSet<string> { "light-users-engagement", "complainers-retention", "discontent-retention" }, Rules(table, 2).ToHashSet());
    }

    [Fact]
    public void Advise_ColumnsThatNoRuleKnows_SaysSoOnce()
    {
        CustomerTable table = Numbers(("Income", 10, 90), ("Wingspan", 1, 2), ("Altitude", 5, 7));

        Assert.Equal(
            [
                "The playbook knows 1 of the 3 columns that made the segments (Income). What Wingspan and Altitude mean for a customer it does not know, "
                    + "so its advice says at most that they stand out; 'segment playbook' shows how to add rules.",
            ],
            Playbook.BuiltIn.Advise(Profiles(table)).Warnings);
    }

    [Theory]
    [InlineData("Wingspan", "The playbook knows nothing of the column that made the segments. What Wingspan means for a customer it does not know, so its advice says at most that it stands out; 'segment playbook' shows how to add rules.")]
    [InlineData("Annual Income (k$)", null)]
    public void Advise_OneColumn_SaysOnlyWhatItDoesNotKnow(string column, string? expected) =>
        Assert.Equal(expected, Playbook.BuiltIn.Advise(Profiles(Numbers((column, 1, 9)))).Warnings.SingleOrDefault());

    private static string[] Rules(CustomerTable table, int segment) =>
        [.. Playbook.BuiltIn.Recommend(Profiles(table)).Where(item => item.Segment == segment).Select(item => item.Rule)];

    private static IReadOnlyList<SegmentProfile> Profiles(CustomerTable table, params string[] clustered) =>
        new SegmentProfiler(clustered.Length > 0 ? clustered : [.. table.Columns.Select(column => column.Name)]).Profile(table, Labels);

    private static CustomerTable Numbers(params (string Name, double First, double Second)[] columns) =>
        new(columns.Select(column => new NumericColumn(column.Name, Spread(column.First, column.Second))));

    private static double[] Spread(double first, double second) =>
        [.. Labels.Select((label, i) => (label == 0 ? first : second) * (1 + (0.01 * (i % 3))))];
}
