using System.Globalization;

namespace Segmentation.Tests.Exploration;

public sealed class FindingTests
{
    /// <summary>Five numbers with nothing remarkable about them.</summary>
    private static readonly double[] Plain = [2, 9, 4, 7, 5];

    [Fact]
    public void Of_PlainTable_FindsNothing()
    {
        Assert.Empty(FindingsOf(Numbers("Age", 31, 32, 33, 34, 35), Numbers("Income", 20, 50, 10, 40, 30)));
    }

    [Fact]
    public void Of_MallTable_FindsTheTwoLargeIncomesAndNothingElse()
    {
        IReadOnlyList<Finding> findings = TableSummary.Of(MallFile.Load()).Findings;

        Finding finding = Assert.Single(findings);
        Assert.Equal(FindingKind.Outliers, finding.Kind);
        Assert.Equal(
            "'Annual Income (k$)' has 2 of 200 values beyond Tukey's fences (-13.25 to 132.75).", finding.Message);
    }

    [Theory]
    [MemberData(nameof(EmptyTables))]
    public void Of_NoRows_FindsNothing(CustomerTable table)
    {
        TableSummary summary = TableSummary.Of(table);

        Assert.Equal(0, summary.RowCount);
        Assert.Equal(table.Columns.Count, summary.Columns.Count);
        Assert.Empty(summary.Findings);
    }

    public static TheoryData<CustomerTable> EmptyTables => new(
        new CustomerTable([]),
        new CustomerTable([Numbers("Age"), new CategoricalColumn("City", []), new TextColumn("Note", []), new DateColumn("Day", [])]));

    [Fact]
    public void Of_OneRow_FindsNothing()
    {
        Assert.Empty(FindingsOf(Numbers("Age", 31), new CategoricalColumn("City", ["Rome"])));
    }

    [Fact]
    public void Of_ConstantColumns_NamesTheirValues()
    {
        AssertFinds(
            [
                Numbers("x", Plain),
                Numbers("Points", 7, 7, double.NaN, 7, 7),
                Numbers("Rate", 0.3, 0.1 + 0.2, 0.3, 0.3, 0.3),
                new CategoricalColumn("Country", ["IT", "IT", "IT", "IT", "IT"]),
            ],
            FindingKind.ConstantColumn,
            "'Points' has the same value (7) in all 4 rows that have one, so it cannot tell customers apart.",
            "'Rate' has the same value (0.3) in all 5 rows that have one, so it cannot tell customers apart.",
            "'Country' has the same value ('IT') in all 5 rows that have one, so it cannot tell customers apart.");
    }

    [Fact]
    public void Of_MissingCells_CountsThem()
    {
        AssertFinds(
            [
                Numbers("x", Plain),
                Numbers("Age", 31, double.NaN, 33, 34, 35),
                new CategoricalColumn("City", [null, null, null, null, null]),
            ],
            FindingKind.MissingValues,
            "'Age' is missing in 1 of 5 rows (20%).",
            "'City' is missing in all 5 rows.");
    }

    [Fact]
    public void Of_RepeatedRows_CountsRepeatsNotOriginals()
    {
        AssertFinds(
            [Numbers("Age", 30, 40, 30, 30, double.NaN, double.NaN), Numbers("Spend", 1.5, 2.5, 1.5, 1.5, 7, 7), new CategoricalColumn("City", ["A", "A", "A", "A", null, null])],
            FindingKind.DuplicateRows,
            "3 rows repeat an earlier one in every column: row 3, for example, is equal to row 1.");
    }

    [Fact]
    public void Of_RowsThatDifferInTheIdAlone_AreRepeats()
    {
        CustomerTable table = new(
            [
                new TextColumn("Customer", ["a", "b", "c"], ColumnKind.Id),
                Numbers("Age", 30, 40, 40),
                new DateColumn("Joined", [DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch]),
                new TextColumn("Note", ["x", "y", "y"]),
            ],
            "Customer");

        AssertFinds(
            table,
            FindingKind.DuplicateRows,
            "1 row repeats an earlier one in every column but 'Customer': row 3, for example, is equal to row 2.");
    }

    [Fact]
    public void Of_NumericIdThatTellsRowsApart_DoesNotHideRepeats()
    {
        AssertFinds(
            [Numbers("CustomerID", 1, 2, 3), Numbers("Age", 30, 40, 40), Numbers("Spend", 5, 6, 6)],
            FindingKind.DuplicateRows,
            "1 row repeats an earlier one in every column but 'CustomerID': row 3, for example, is equal to row 2.");
    }

    [Fact]
    public void Of_RowsThatDifferByOneCell_AreNotRepeats()
    {
        Assert.Empty(FindingsOf(
            Numbers("Age", 30, 40, 30, 40), new CategoricalColumn("City", ["A", "A", "B", "B"])));
    }

    [Fact]
    public void Of_RepeatedIds_CountsThemWithAnExample()
    {
        CustomerTable table = new(
            [
                new TextColumn("Customer", ["7", "07", "9", null, "9", "7", null, "9", .. Enumerable.Range(10, 60).Select(i => $"{i}")], ColumnKind.Id),
                Numbers("x", [.. Enumerable.Range(0, 68).Select(i => i * i / 2.0)]),
            ],
            "Customer");

        AssertFinds(
            table,
            FindingKind.DuplicateIds,
            "2 ids stand in more than one row of 'Customer': '7', for example, in 2 rows.");
    }

    [Fact]
    public void Of_CorrelatedPair_GivesBothMeasuresAndTheRows()
    {
        AssertFinds(
            [Numbers("x", 1, 2, 3, 4, 5, 6), Numbers("y", 1, 8, 27, 64, 125, double.NaN), Numbers("z", 3, 1, 2, 5, 4, 3)],
            FindingKind.StrongCorrelation,
            "'x' and 'y' say nearly the same: Pearson 0.943, Spearman 1.000 over 5 rows. Clustering on both counts it twice.");
    }

    [Fact]
    public void Of_CorrelationOfFourRows_IsNoFinding()
    {
        Assert.Empty(FindingsOf(Numbers("x", 1, 2, 3, 4), Numbers("y", 2, 3, 4, 5)));
    }

    [Fact]
    public void Of_ColumnThatLooksLikeAnId_IsOnlyThat()
    {
        double[] numbers = [.. Enumerable.Range(1, 30).Select(i => (double)i)];

        Finding finding = Assert.Single(FindingsOf(Numbers("Row", numbers), Numbers("Half", [.. numbers.Select(i => i + 0.5)])));

        Assert.Equal(FindingKind.LooksLikeId, finding.Kind);
        Assert.Equal(["Row"], finding.Columns);
        Assert.Equal(
            "'Row' looks like an id: its 30 values are all different whole numbers between 1 and 30. Do not cluster on it.",
            finding.Message);
    }

    [Fact]
    public void Of_SkewedColumns_SuggestsALogarithmWhereThereIsOne()
    {
        AssertFinds(
            [
                Numbers("Spend", 1, 2, 3, 4, 5, 100),
                Numbers("Visits", 0, 1, 2, 3, 4, 99),
                Numbers("Balance", -99, -4, -3, -2, -1, 0),
            ],
            FindingKind.SkewedColumn,
            "'Spend' has a long tail of high values: skewness 2.44, mean 19.1667, median 3.5. Look at its histogram; its logarithm may cluster better.",
            "'Visits' has a long tail of high values: skewness 2.44, mean 18.1667, median 2.5. Look at its histogram; the logarithm of 1 + x may cluster better.",
            "'Balance' has a long tail of low values: skewness -2.44, mean -18.1667, median -2.5. Look at its histogram.");
    }

    [Fact]
    public void Of_SkewnessWithinTwoStandardErrors_IsNoFinding()
    {
        NumericColumn column = Numbers("x", 1, 2, 3, 9);

        Assert.True(NumericSummary.Of(column).Skewness > 1);
        Assert.DoesNotContain(FindingsOf(column), finding => finding.Kind == FindingKind.SkewedColumn);
    }

    [Fact]
    public void Of_RareYes_IsNeitherSkewedNorAnOutlier()
    {
        NumericColumn column = Numbers("Newsletter", [1, .. Enumerable.Repeat(0.0, 30)]);

        Assert.Equal(1, NumericSummary.Of(column).Outliers);
        Assert.All(FindingsOf(column), finding => Assert.Equal(FindingKind.DuplicateRows, finding.Kind));
    }

    [Fact]
    public void Of_MachineWithDecimalCommas_WritesTheSameMessages()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("en-US") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            AssertFinds(
                [Numbers("x", -1.5, -1.5)],
                FindingKind.ConstantColumn,
                "'x' has the same value (-1.5) in all 2 rows that have one, so it cannot tell customers apart.");
            AssertFinds(
                [Numbers("x", -2.5, 1, 2, 3, 4, 20)],
                FindingKind.Outliers,
                "'x' has 1 of 6 values beyond Tukey's fences (-2.5 to 7.5).");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Of_AMillionEqualRows_IsBoundedAndSaysThatTheColumnsAreConstant()
    {
        const int rowCount = 1_000_000;
        double[] zeros = new double[rowCount];
        CustomerTable table = new([Numbers("x", zeros), Numbers("y", zeros), Numbers("z", zeros)]);

        IReadOnlyList<Finding> findings = TableSummary.Of(table).Findings;

        // One combination leaves nothing but repeats.
        Assert.All(findings, finding => Assert.Equal(FindingKind.ConstantColumn, finding.Kind));
        Assert.Equal(3, findings.Count);
    }

    [Fact]
    public void Of_AMillionDifferentRows_AreNotRepeatsThoughSomeHashesMeet()
    {
        const int rowCount = 1_000_000;
        double[] tens = [.. Enumerable.Range(0, rowCount).Select(i => i % 1000 * 10.0)];
        double[] thousands = [.. Enumerable.Range(0, rowCount).Select(i => i / 1000 * 1000.0)];

        Assert.Empty(FindingsOf(Numbers("x", tens), Numbers("y", thousands)));
    }

    private static NumericColumn Numbers(string name, params double[] values) => new(name, values);

    private static IReadOnlyList<Finding> FindingsOf(params Column[] columns) => TableSummary.Of(new CustomerTable(columns)).Findings;

    private static void AssertFinds(Column[] columns, FindingKind kind, params string[] messages) =>
        AssertFinds(new CustomerTable(columns), kind, messages);

    private static void AssertFinds(CustomerTable table, FindingKind kind, params string[] messages) =>
        Assert.Equal(messages, TableSummary.Of(table).Findings.Where(f => f.Kind == kind).Select(f => f.Message));
}
