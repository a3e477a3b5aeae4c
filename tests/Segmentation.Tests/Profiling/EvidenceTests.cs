namespace Segmentation.Tests.Profiling;

public sealed class EvidenceTests
{
    // 1 to 8: quartiles 2.75 and 6.25, sum of squares around 4.5 is 42, so the deviation is the root of 6.
    private static readonly CustomerTable Eight = new([new NumericColumn("Income", [1, 2, 3, 4, 5, 6, 7, 8])]);

    private static readonly int[] Halves = [0, 0, 0, 0, 1, 1, 1, 1];

    [Fact]
    public void Findings_ClusteredNumber_HasEffectSizesWorkedByHandAndNoTest()
    {
        IReadOnlyList<Evidence> findings = new SegmentProfiler(["Income"]).Profile(Eight, Halves)[1].Findings;

        Assert.Equal([EvidenceKind.Mean, EvidenceKind.AboveUpperQuartile], findings.Select(finding => finding.Kind));
        Assert.All(findings, finding => Assert.Equal((true, null, null), (finding.Clustered, finding.PValue, finding.AdjustedPValue)));

        // The mean is 6.5 against 4.5 of all and 2.5 of the rest.
        Assert.Equal((6.5, 4.5, 4), (findings[0].Value, findings[0].BaseValue, findings[0].Count));
        Assert.Equal(2 / Math.Sqrt(6), findings[0].Effect, 1e-14);
        Assert.Equal(4 / Math.Sqrt(6), findings[0].EffectFromRest!.Value, 1e-14);

        // 7 and 8 lie above 6.25: 2 of 4 against 2 of 8, and none of the rest.
        Assert.Equal((0.5, 0.25, 0.25, 0.5), (findings[1].Value, findings[1].BaseValue, findings[1].Effect, findings[1].EffectFromRest));
        Assert.Equal((2.0, 6.25, null), (findings[1].Lift, findings[1].Above, findings[1].LiftLowerBound));
        Assert.Equal(Math.PI / 6, findings[1].Strength, 1e-14);
    }

    [Fact]
    public void Describe_ClusteredNumber_SaysBothDifferencesAndThatThereIsNoTest()
    {
        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler(["Income"]).Profile(Eight, Halves);

        Assert.Equal(
            [
                "Income averages 2.5 in this segment against 4.5 overall (0.8 standard deviations below, 1.6 below the rest; 4 customers; clustered on: no test)",
                "Income lies below 2.75, the lower quartile, for 50% of this segment against 25% overall (25.0 percentage points more, 50.0 more than the rest; 2 of 4 customers; clustered on: no test)",
            ],
            profiles[0].Findings.Select(finding => finding.Describe()));
        Assert.Contains("Income lies above 6.25, the upper quartile, for 50% ", profiles[1].Findings[1].Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_MissingCells_AreOneOfTheirOwn()
    {
        // 60 of the first 100 customers have no phone, and all of the others have one.
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i / 100)];
        string?[] phones = [.. Enumerable.Range(0, 200).Select(i => i < 60 ? null : i % 2 == 0 ? "fixed" : "mobile")];

        IReadOnlyList<SegmentProfile> profiles =
            new SegmentProfiler([]).Profile(new CustomerTable([new CategoricalColumn("Phone", phones)]), labels);

        Evidence finding = Assert.Single(profiles[0].Findings);
        Assert.Equal((EvidenceKind.Missing, 0.6, 0.3, 100), (finding.Kind, finding.Value, finding.BaseValue, finding.Count));
        Assert.Equal((0.3, 0.6), (finding.Effect, finding.EffectFromRest));
        Assert.StartsWith(
            "Phone is missing for 60% of this segment against 30% overall (30.0 percentage points more, 60.0 more than the rest; 60 of 100 customers; lift 1.9",
            finding.Describe(),
            StringComparison.Ordinal);
        Assert.EndsWith("; adjusted p < 0.001)", finding.Describe(), StringComparison.Ordinal);
        Assert.Equal("More often no phone", profiles[0].Name);
        Assert.Empty(profiles[1].Findings);
    }

    [Fact]
    public void Findings_EveryCellOfASegmentMissing_SaysSoAndNothingElseOfTheColumn()
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i / 20)];
        CustomerTable table = new([new NumericColumn("Tenure", [.. labels.Select((label, i) => label == 0 ? double.NaN : i % 5)])]);

        SegmentProfile first = new SegmentProfiler([]).Profile(table, labels)[0];

        Evidence finding = Assert.Single(first.Findings);
        Assert.Equal((EvidenceKind.Missing, 1.0, 1.0 / 3, 1.0), (finding.Kind, finding.Value, finding.BaseValue, finding.EffectFromRest));
    }

    [Fact]
    public void Findings_Outliers_AreCountedBeyondTheFencesOfAll()
    {
        // 30 of the first 100 spend 40, all others 0 to 9. Quartiles 2 and 8, fences -7 and 17.
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i / 100)];
        CustomerTable table = new([new NumericColumn("Spend", [.. Enumerable.Range(0, 200).Select(i => i < 30 ? 40 : i % 10.0)])]);

        Evidence finding = new SegmentProfiler([]).Profile(table, labels)[0].Findings.Single(finding => finding.Kind == EvidenceKind.Outliers);

        Assert.Equal((0.3, 0.15, -7.0, 17.0), (finding.Value, finding.BaseValue, finding.Below, finding.Above));
        Assert.True(finding.LiftLowerBound > 1);
        Assert.StartsWith(
            "Spend is an outlier, below -7 or above 17, for 30% of this segment against 15% overall (15.0 percentage points more, 30.0 more than the rest; 30 of 100 customers; lift ",
            finding.Describe(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Profile_QuartilesThatCoincide_HaveNoOutliers()
    {
        CustomerTable table = new([new NumericColumn("Orders", [0, 0, 0, 0, 0, 0, 0, 9])]);

        Assert.All(new SegmentProfiler([]).Profile(table, Halves), profile => Assert.Null(profile.Numbers[0].Outliers));
    }

    [Fact]
    public void Findings_ManyColumns_TellEachColumnOnceBeforeAnyTwice()
    {
        double[] near = [1, 2, 3, 4, 2, 3, 4, 5];
        CustomerTable table = new([.. Eight.Columns, new NumericColumn("Visits", near)]);

        IReadOnlyList<Evidence> findings = new SegmentProfiler(["Income", "Visits"]).Profile(table, Halves)[0].Findings;

        // Visits: quartiles 2 and 4, only the 1 is below; its mean, 2.5 against 3, is 0.39 deviations of 1.31 away.
        Assert.Equal(
            [("Income", EvidenceKind.Mean), ("Visits", EvidenceKind.BelowLowerQuartile), ("Income", EvidenceKind.BelowLowerQuartile)],
            findings.Select(finding => (finding.Column, finding.Kind)));
    }

    [Theory]
    [InlineData(0.5, true, null, true)]
    [InlineData(-0.5, true, null, true)]
    [InlineData(0.49, true, null, false)]
    [InlineData(2.0, false, 0.0099, true)]
    [InlineData(2.0, false, 0.01, false)]
    [InlineData(2.0, false, null, false)]
    public void StandsOut_Mean_NeedsAMaterialEffectAndNoChance(double effect, bool clustered, double? adjusted, bool expected)
    {
        Evidence evidence = new("Age", null, 50, 40, effect, 20) { Clustered = clustered, AdjustedPValue = adjusted };

        Assert.Equal(expected, evidence.StandsOut);
    }

    [Theory]
    [InlineData(0.5, 0.001, 1.2, true)]
    [InlineData(0.5, 0.001, 1.0, false)]
    [InlineData(0.5, 0.001, null, false)]
    [InlineData(0.5, 0.02, 1.2, false)]
    [InlineData(0.39, 0.001, 1.2, false)]
    public void StandsOut_Share_NeedsABoundOfTheLiftAboveOneToo(double share, double adjusted, double? bound, bool expected)
    {
        Evidence evidence = new("Region", "North", share, 0.3, share - 0.3, 200) { AdjustedPValue = adjusted, LiftLowerBound = bound };

        Assert.Equal(expected, evidence.StandsOut);
    }

    [Theory]
    [InlineData(0.0004, "adjusted p < 0.001")]
    [InlineData(0.0099, "adjusted p < 0.01")]
    [InlineData(0.2349, "adjusted p = 0.23")]
    public void Describe_TestedMean_EndsWithTheAdjustedPValue(double adjusted, string expected)
    {
        Evidence evidence = new("Age", null, 50, 40, 1, 1) { EffectFromRest = 1.2, AdjustedPValue = adjusted };

        Assert.Equal(
            $"Age averages 50 in this segment against 40 overall (1.0 standard deviations above, 1.2 above the rest; 1 customer; {expected})",
            evidence.Describe());
    }
}
