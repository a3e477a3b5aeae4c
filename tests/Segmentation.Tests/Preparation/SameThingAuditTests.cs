namespace Segmentation.Tests.Preparation;

public sealed class SameThingAuditTests
{
    private static readonly string[] Regions = ["North", "South", "East", "West"];

    [Fact]
    public void Of_PairOfCategories_IsOneFindingAndNotOneForEachLevel()
    {
        CustomerTable table = new([Words("Region", row => Regions[row % 4]), Words("Code", row => $"R{row % 4}"), Numbers()]);

        AuditFinding finding = Assert.Single(SameThings(table, "Region", "Code", "Spend"));

        Assert.Equal(["Region", "Code"], finding.Columns);
        Assert.Equal(
            "'Region' and 'Code' say the same thing (correlations of 1.000 in size), so it counts twice: as much as a single feature of weight 1.41. Leave one out.",
            finding.Message);
    }

    [Fact]
    public void Of_OneLevelThatSeveralCategoriesShare_NamesTheLevels()
    {
        string[] Service(int row) => row % 4 == 0 ? ["No", "None", "None"] : [$"{row % 3}", row % 5 < 2 ? "Yes" : "No", row % 7 < 3 ? "Yes" : "No"];
        CustomerTable table = new([Words("Internet", row => Service(row)[0]), Words("Security", row => Service(row)[1]), Words("Backup", row => Service(row)[2]), Numbers()]);

        AuditFinding finding = Assert.Single(SameThings(table, "Internet", "Security", "Backup", "Spend"));

        Assert.Equal(["Internet", "Security", "Backup"], finding.Columns);
        Assert.StartsWith("'Internet = No', 'Security = None' and 'Backup = None' say the same thing (correlations of 1.000 in size), so it counts 3 times", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TwoBlocks_AreTwoFindings()
    {
        NumericColumn Line(string name, double slope, int step) => new(name, [.. Enumerable.Range(0, 120).Select(row => slope * (row * step % 11))]);
        CustomerTable table = new([Line("a", 1, 3), Line("b", 2, 3), Line("c", 1, 7), Line("d", -5, 7)]);

        Assert.Collection(
            SameThings(table, "a", "b", "c", "d"),
            finding => Assert.Equal(["a", "b"], finding.Columns),
            finding => Assert.Equal(["c", "d"], finding.Columns));
    }

    private static AuditFinding[] SameThings(CustomerTable table, params string[] features) =>
        [.. PreparationAudit.Of(table, new() { Features = features }).Findings.Where(finding => finding.Kind == AuditKind.SameThing)];

    private static CategoricalColumn Words(string name, Func<int, string> word) => new(name, [.. Enumerable.Range(0, 120).Select(word)]);

    private static NumericColumn Numbers() => new("Spend", [.. Enumerable.Range(0, 120).Select(row => (double)(row * 13 % 17))]);
}
