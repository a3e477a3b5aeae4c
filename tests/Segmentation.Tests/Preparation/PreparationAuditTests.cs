namespace Segmentation.Tests.Preparation;

public sealed class PreparationAuditTests
{
    private static readonly Preprocessor WithGender = new() { Features = ["Gender", MallFile.Age, MallFile.Income, MallFile.Spending] };

    [Fact]
    public void Of_MallWithStandardisedGender_WarnsThatItDominates()
    {
        AuditFinding finding = PreparationAudit.Of(MallFile.Load(), WithGender).Findings[0];

        Assert.Equal(AuditKind.DominatingColumn, finding.Kind);
        Assert.Equal(["Gender"], finding.Columns);

        // NumPy: the split by gender takes 0.2526 of the variance, the best split by age 0.2298.
        Assert.Equal(0.2526, finding.Numbers["splitShare"], 5e-5);
        Assert.Equal(0.2298, finding.Numbers["bestOtherSplitShare"], 5e-5);
        Assert.StartsWith(
            "'Gender' will likely decide the segments, many of which would hold only one of its values: a split by 'Gender = Male' takes away 25.3% of the variance that is clustered, the best split by a number ('Age') 23%.",
            finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MallWithStandardisedGender_ConfirmsTheWarningInTheProfiles()
    {
        SegmentationResult result = RunMall(WithGender);

        // scikit-learn 1.2.1 (n_init 50): four of the five clusters hold a single gender, the fifth 59% men in its optimum.
        Assert.Equal(4, result.Profiles.Count(HasOneGender));
        Assert.Equal(AuditKind.DominatingColumn, result.Audit.Findings[0].Kind);
        Assert.Equal(result.Audit.Findings[0].Message, result.Warnings[0]);
        Assert.All(result.Profiles, profile => Assert.True(profile.Categories.Single(category => category.Column == "Gender").Clustered));
    }

    [Fact]
    public void Run_MallWithTheWeightThatTheAuditSuggests_MixesTheGenders()
    {
        double weight = PreparationAudit.Of(MallFile.Load(), WithGender).Findings[0].Numbers["suggestedWeight"];
        Preprocessor lighter = WithGender with { Weights = new Dictionary<string, double> { ["Gender"] = weight } };

        SegmentationResult result = RunMall(lighter);

        Assert.Equal(0.67, weight);
        Assert.DoesNotContain(result.Audit.Findings, finding => finding.Kind == AuditKind.DominatingColumn);
        Assert.DoesNotContain(result.Profiles, HasOneGender);
    }

    [Theory]
    [InlineData(MissingValues.FillMean)]
    [InlineData(MissingValues.KPod)]
    public void Of_GenderWithGapsThatAreFilled_StillDominates(MissingValues missing)
    {
        CustomerTable mall = MallFile.Load();
        CustomerTable table = new([.. mall.Columns.Select(column => column.Name != "Gender"
            ? column
            : new CategoricalColumn("Gender", [.. Rows(mall.RowCount).Select(row => row % 40 == 0 ? null : column.TextAt(row))]))]);

        Assert.Equal(AuditKind.DominatingColumn, PreparationAudit.Of(table, WithGender with { Missing = missing }).Findings[0].Kind);
    }

    [Fact]
    public void Of_MallWithoutGender_HasNothingToSay() =>
        Assert.Empty(PreparationAudit.Of(MallFile.Load(), new() { Features = [MallFile.Age, MallFile.Income, MallFile.Spending] }).Findings);

    [Fact]
    public void Of_UnscaledIncomeInDollars_HasMostOfTheVariance()
    {
        double[] ages = [.. Rows(50).Select(i => 20.0 + (i % 10))];
        double[] incomes = [.. Rows(50).Select(i => 1000.0 * (i % 7))];
        CustomerTable table = new([new NumericColumn("Age", ages), new NumericColumn("Income", incomes)]);

        AuditFinding finding = Assert.Single(PreparationAudit.Of(table, new() { Scaling = Scaling.None }).Findings);

        Assert.Equal(AuditKind.MostOfTheVariance, finding.Kind);
        Assert.Equal(["Income"], finding.Columns);
        double age = Variance(ages);
        double income = Variance(incomes);
        Assert.Equal(income / (income + age), finding.Numbers["varianceShare"], 1e-12);
        Assert.Contains("of the variance that is clustered, the other column <0.1%: customers", finding.Message, StringComparison.Ordinal);
        Assert.Empty(PreparationAudit.Of(table, new()).Findings);
    }

    [Fact]
    public void Of_TwoColumnsOnALine_SayTheSameThing()
    {
        CustomerTable table = new(
        [
            new NumericColumn("Euro", [.. Rows(30).Select(i => (double)(i * i % 17))]),
            new NumericColumn("Cent", [.. Rows(30).Select(i => 3 - (100.0 * (i * i % 17)))]),
        ]);

        AuditFinding finding = Assert.Single(PreparationAudit.Of(table, new()).Findings);

        Assert.Equal((AuditKind.SameThing, -1), (finding.Kind, Math.Round(finding.Numbers["correlation"], 12)));
        Assert.Equal(["Euro", "Cent"], finding.Columns);
    }

    [Fact]
    public void Of_IdAmongTheFeatures_IsNamed()
    {
        CustomerTable table = new([new NumericColumn("CustomerID", [.. Rows(30).Select(i => (double)(i * 7 % 31))])]);

        AuditFinding finding = Assert.Single(PreparationAudit.Of(table, new() { Features = ["CustomerID"] }).Findings);

        Assert.Equal(AuditKind.IdAmongFeatures, finding.Kind);
    }

    [Fact]
    public void Of_OneFarCustomer_SaysHowMuchOfTheVarianceIsHis()
    {
        double[] revenue = [.. Rows(99).Select(i => (double)(i % 10)), -1000];
        CustomerTable table = new([new NumericColumn("Revenue", revenue)]);

        AuditFinding finding = Assert.Single(PreparationAudit.Of(table, new()).Findings);

        Assert.Equal(AuditKind.ExtremeOutliers, finding.Kind);
        Assert.Equal(Math.Pow(-1000 - revenue.Average(), 2) / (100 * Variance(revenue)), finding.Numbers["varianceShare"], 1e-9);
        Assert.StartsWith("1 of 100 customers (row 100) lies beyond ", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("% of its variance: it would likely be a segment of its own. Look at it first.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TheOnlyNumberConstantAmongTheRowsLookedAt_ComparesNothingWithIt()
    {
        // Of 20,010 rows every other one is looked at: those without complaints.
        CustomerTable table = new(
        [
            new CategoricalColumn("Gender", [.. Rows(20_010).Select(row => row / 2 % 2 == 0 ? "Female" : "Male")]),
            new NumericColumn("Complaints", [.. Rows(20_010).Select(row => row % 2 == 0 ? 0.0 : row % 5)]),
        ]);

        PreparationAudit audit = PreparationAudit.Of(table, new() { Features = ["Gender", "Complaints"] });

        Assert.DoesNotContain(audit.Findings, finding => finding.Kind == AuditKind.DominatingColumn);
        Assert.All(audit.Findings.SelectMany(finding => finding.Numbers.Values), number => Assert.True(double.IsFinite(number)));
    }

    [Fact]
    public void Of_LogNormalAmounts_SuggestsTheLogarithmAndIsContentWithIt()
    {
        // Normal quantiles have no skewness; amounts are e to their power.
        double[] amounts = [.. Rows(200).Select(i => Math.Exp(1.5 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 0.5) / 200)))];
        CustomerTable table = new([new NumericColumn("Revenue", amounts), new NumericColumn("Age", [.. Rows(200).Select(i => (double)(i * 37 % 50))])]);

        AuditFinding finding = PreparationAudit.Of(table, new()).Findings.Single(finding => finding.Kind == AuditKind.SkewedAmount);

        Assert.Equal(["Revenue"], finding.Columns);
        Assert.Equal(0, finding.Numbers["skewnessOfLog"], 1e-9);
        Assert.Contains("Consider --encode \"Revenue=log\".", finding.Message, StringComparison.Ordinal);
        Preprocessor logged = new() { Encodings = new Dictionary<string, ColumnEncoding> { ["Revenue"] = ColumnEncoding.Log } };
        Assert.Empty(PreparationAudit.Of(table, logged).Findings);
    }

    [Theory]
    [InlineData(MissingValues.DropRows, "which are left out for it")]
    [InlineData(MissingValues.FillMedian, "which get the median")]
    [InlineData(MissingValues.KPod, "which get the value of their segment's centroid")]
    public void Of_ColumnMostlyMissing_SaysWhatThatCosts(MissingValues missing, string cost)
    {
        CustomerTable table = new(
        [
            new NumericColumn("Fax", [.. Rows(40).Select(i => i < 30 ? double.NaN : i % 7)]),
            new NumericColumn("Age", [.. Rows(40).Select(i => (double)(i * 11 % 29))]),
        ]);

        AuditFinding finding = PreparationAudit.Of(table, new() { Features = ["Fax", "Age"], Missing = missing }).Findings.First(finding => finding.Kind == AuditKind.MostlyMissing);

        Assert.StartsWith("'Fax' is missing in 30 of 40 rows (75%), " + cost, finding.Message, StringComparison.Ordinal);
        Assert.Equal(
            missing == MissingValues.DropRows,
            PreparationAudit.Of(table, new() { Features = ["Fax", "Age"], Missing = missing }).Findings.Any(finding => finding.Kind == AuditKind.ManyRowsDropped));
    }

    [Fact]
    public void Of_RareLevels_NamesAndCountsThem()
    {
        CustomerTable table = new([new CategoricalColumn("City", [.. Rows(40).Select(i => i < 20 ? "A" : i < 37 ? "B" : i < 39 ? "C" : "D")])]);

        AuditFinding finding = Assert.Single(PreparationAudit.Of(table, new() { Features = ["City"] }).Findings);

        Assert.Equal("'C', 'D' of 'City' (3 customers) are rare and count as 'other'; 2 values have features of their own.", finding.Message);
        Assert.False(finding.IsWarning);
    }

    private static SegmentationResult RunMall(Preprocessor preprocessor) =>
        new SegmentationPipeline { Preprocessor = preprocessor, ClusterCount = 5, MaxClusters = 2 }.Run(MallFile.Load());

    private static bool HasOneGender(SegmentProfile profile) =>
        profile.Categories.Single(category => category.Column == "Gender").Levels.Any(level => level.Share == 1);

    private static IEnumerable<int> Rows(int count) => Enumerable.Range(0, count);

    private static double Variance(double[] values) => values.Average(value => Math.Pow(value - values.Average(), 2));
}
