namespace Segmentation.Tests.Preparation;

public sealed class ValueAuditTests
{
    [Fact]
    public void Of_FeaturesThatAreNoAmounts_AreWarnedOfInTheOrderOfTheirHarm()
    {
        AuditFinding[] findings = [.. PreparationAudit.Of(Customers(), new()).Warnings.Where(finding => finding.Kind is >= AuditKind.Placeholders and <= AuditKind.MostlyZeros)];

        Assert.Equal(
            [(AuditKind.Placeholders, "Income"), (AuditKind.ImpossibleValues, "Age"), (AuditKind.Codes, "Region"), (AuditKind.Years, "Year_Birth"), (AuditKind.MostlyZeros, "Wine")],
            findings.Select(finding => (finding.Kind, finding.Columns[0])));
        Assert.Equal(4, findings[0].Numbers["count"]);
    }

    [Fact]
    public void Of_ColumnsThatAreNotCompared_AreNotWarnedOf()
    {
        PreparationAudit audit = PreparationAudit.Of(Customers(), new Preprocessor { Features = ["Spend", "Visits"] });

        Assert.DoesNotContain(audit.Findings, finding => finding.Kind is >= AuditKind.Placeholders and <= AuditKind.MostlyZeros);
    }

    [Fact]
    public void Of_CodesAsCategories_AreNoLongerWarnedOf()
    {
        Preprocessor preprocessor = new() { Encodings = new Dictionary<string, ColumnEncoding> { ["Region"] = ColumnEncoding.OneHot } };

        Assert.DoesNotContain(PreparationAudit.Of(Customers(), preprocessor).Findings, finding => finding.Kind == AuditKind.Codes);
    }

    [Fact]
    public void Of_FlagsAndPercentages_AreNotesAndAreNotAmongTheWarningsOfARun()
    {
        CustomerTable table = Customers();

        AuditFinding[] notes = [.. PreparationAudit.Of(table, new()).Findings.Where(finding => finding.Kind is AuditKind.Percentages or AuditKind.RareLevels)];

        Assert.Equal(["Marital", "online %"], notes.SelectMany(note => note.Columns));
        Assert.All(notes, note => Assert.False(note.IsWarning));
        Assert.DoesNotContain(TableSummary.Of(table).Findings, finding => finding.IsNote);
    }

    [Fact]
    public void Run_FileOfTransactions_WarnsOfThatFirstAndOnce()
    {
        string rows = string.Concat(Enumerable.Range(0, 120).Select(i => $"{i % 6},{(i * i % 37) + (i % 2 * 100)},{i * 7 % 23}\n"));

        SegmentationResult result = new SegmentationPipeline { ClusterCount = 2, MaxClusters = 2, StabilitySamples = 0 }.Run(Csv.Read("CustomerID,Amount,Items\n" + rows));

        Assert.StartsWith("120 rows of 6 customers: these look like transactions", result.Warnings[0], StringComparison.Ordinal);
        Assert.Single(result.Warnings, warning => warning.Contains("look like transactions", StringComparison.Ordinal));
    }

    /// <summary>Three hundred customers with a fault in most columns.</summary>
    private static CustomerTable Customers()
    {
        double Of(int row, int from, int count, int step) => from + (row * row * step % count);
        NumericColumn Numbers(string name, Func<int, double> cell) => new(name, [.. Enumerable.Range(0, 300).Select(cell)]);
        return new(
        [
            Numbers("Spend", row => Of(row, 10, 887, 7)),
            Numbers("Visits", row => Of(row, 1, 41, 3)),
            Numbers("Income", row => row < 4 ? 666_666 : Of(row, 20_000, 60_013, 101)),
            Numbers("Age", row => row == 9 ? 131 : Of(row, 18, 61, 5)),
            Numbers("Region", row => row % 5),
            Numbers("Year_Birth", row => Of(row, 1950, 47, 11)),
            Numbers("Wine", row => row % 10 < 9 ? 0 : Of(row, 1, 50, 13)),
            Numbers("online %", row => Of(row, 0, 101, 17)),
            new CategoricalColumn("Marital", [.. Enumerable.Range(0, 300).Select(row => row == 0 ? "YOLO" : row % 2 == 0 ? "Married" : "Single")]),
        ]);
    }
}
