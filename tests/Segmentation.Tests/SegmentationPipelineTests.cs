namespace Segmentation.Tests;

public sealed class SegmentationPipelineTests
{
    private static readonly SegmentationPipeline Mall = new()
    {
        Preprocessor = new() { Features = [MallFile.Income, MallFile.Spending], Scaling = Scaling.None },
        ClusterCount = 5,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_MallData_GivesThePublishedSegments(bool otherSpelling)
    {
        SegmentationResult result = Mall.Run(otherSpelling ? MallFile.LoadGenre() : MallFile.Load());

        // scikit-learn 1.2.1, see the reference file of the public data.
        Assert.Equal(44448.45544793369, result.Model.Inertia, 44448.45544793369 * 1e-9);
        Assert.Equal(0.553931997444648, result.Silhouette!.Mean.Value, 1e-9);
        Assert.Equal([81, 39, 35, 23, 22], result.Profiles.Select(profile => profile.Size));
        Assert.Equal(55.2962962962963, result.CentroidsInOriginalUnits.Row(0)[0], 1e-9);
        Assert.Equal("High income, low spending", result.Profiles[2].Name);
    }

    [Fact]
    public void Run_RowsShuffled_GivesTheSameBitsAndTheSegmentOfEachRow()
    {
        CustomerTable table = MallFile.Load();
        int[] shuffled = [.. Enumerable.Range(0, table.RowCount).OrderBy(row => row * 7919 % 211)];
        Assert.NotEqual(Enumerable.Range(0, table.RowCount), shuffled);

        SegmentationResult result = Mall.Run(table);
        SegmentationResult other = Mall.Run(table.Take(shuffled));

        Assert.Equal(SegmentationModel.Of(result).ToJson(), SegmentationModel.Of(other).ToJson());
        int[] segments = result.SegmentsInFileOrder();
        Assert.Equal(shuffled.Select(row => segments[row]), other.SegmentsInFileOrder());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        // More customers than one chunk of rows holds.
        CustomerTable table = SampleData.MallCustomers(customers: 9000);
        SegmentationPipeline one = new() { Algorithm = new(1) { Threads = 1 }, MaxClusters = 6, ClusterCount = 5 };

        SegmentationResult result = one.Run(table);
        SegmentationResult other = (one with { Algorithm = one.Algorithm with { Threads = threads } }).Run(table);

        Assert.Equal(SegmentationModel.Of(result).ToJson(), SegmentationModel.Of(other).ToJson());
        Assert.Equal(result.Silhouette!.Mean, other.Silhouette!.Mean);
    }

    [Fact]
    public void Run_NoClusterCount_TakesTheVerdicts()
    {
        SegmentationResult result = (Mall with { ClusterCount = null }).Run(MallFile.Load());

        Assert.Equal(5, result.Verdict.RecommendedCount);
        Assert.Equal(5, result.Profiles.Count);
    }

    [Fact]
    public void Run_CountThatTheScanTried_TakesItsIndices()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 4, MaxClusters = 5 }.Run(SampleData.MallCustomers(customers: 120));

        Assert.Same(result.Verdict.Trials[3].Silhouette, result.Silhouette);
        Assert.Equal(Silhouette.Of(result.Prepared.Matrix, result.Model.Labels).Widths, result.Silhouette!.Widths);
        Assert.Equal(CalinskiHarabasz.Of(result.Prepared.Matrix, result.Model.Labels), result.CalinskiHarabasz);
        Assert.Equal(DaviesBouldin.Of(result.Prepared.Matrix, result.Model.Labels), result.DaviesBouldin);
    }

    [Fact]
    public void Run_KPod_ComputesTheIndicesOfTheRowsAsItFilledThem()
    {
        CustomerTable mall = SampleData.MallCustomers(customers: 120);
        double[] income = mall.Numeric("Annual Income (k$)").Values.ToArray();
        income[3] = double.NaN;
        CustomerTable table = new([new NumericColumn("Income", income), mall["Spending Score (1-100)"]]);

        SegmentationResult result = new SegmentationPipeline { Preprocessor = new() { Missing = MissingValues.KPod }, ClusterCount = 4, MaxClusters = 5 }.Run(table);

        Assert.Equal(Silhouette.Of(result.Prepared.Matrix, result.Model.Labels).Widths, result.Silhouette!.Widths);
        Assert.Equal(CalinskiHarabasz.Of(result.Prepared.Matrix, result.Model.Labels), result.CalinskiHarabasz);
    }

    [Fact]
    public void Experiments_AskedTwice_AreTheSame()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 3, MaxClusters = 3 }.Run(SampleData.MallCustomers(customers: 60));

        Assert.Same(result.Experiments, result.Experiments);
        Assert.Equal(3, result.Experiments.Count);
    }

    [Fact]
    public void Run_MoreClustersThanTheScanTries_StillFitsThem()
    {
        SegmentationResult result = (Mall with { ClusterCount = 12, MaxClusters = 3 }).Run(MallFile.Load());

        Assert.Equal(12, result.Profiles.Count);
        Assert.Equal(12, result.Verdict.Scores.Count);
    }

    [Fact]
    public void Run_NoClearStructureAndNoClusterCount_IsADivisionThatSaysSo()
    {
        SegmentationResult result = new SegmentationPipeline().Run(Cloud());

        Assert.True(result.IsDivision);
        Assert.Equal(result.Verdict.Division!.ClusterCount, result.Profiles.Count);
        Assert.Equal("The data support no number of segments: this is a division, not a discovery.", ResultText.Sureness(result));
        Assert.Contains("a division, not a discovery", HtmlReport.Of(result), StringComparison.Ordinal);
        Assert.Contains("a division, not a discovery", MarkdownReport.Of(result), StringComparison.Ordinal);
        Assert.All(ResultText.AgainstDivision(result), sentence => Assert.Contains(sentence, result.Verdict.Reasons));
    }

    [Fact]
    public void Run_StructureRequiredAndNoneThere_RefusesWithTheVerdict()
    {
        NoStructureException error = Assert.Throws<NoStructureException>(() => new SegmentationPipeline { RequiresStructure = true }.Run(Cloud()));

        Assert.StartsWith("No clear structure: the silhouettes do not stand out from uniform rows", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"To divide the customers into {error.Verdict.BestCount} all the same, leave out --require-structure (RequiresStructure) or set the number of segments (--k).",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OneCluster_HasOneSegmentAndNoIndices()
    {
        SegmentationResult result = (Mall with { ClusterCount = 1, MaxClusters = 2 }).Run(MallFile.Load());

        Assert.Equal("All customers", Assert.Single(result.Profiles).Name);
        Assert.Null(result.Silhouette);
        Assert.Null(result.CalinskiHarabasz);
        Assert.Null(result.DaviesBouldin);
    }

    [Fact]
    public void Run_RowsThatLackAFeature_AreInNoSegmentAndNamed()
    {
        CustomerTable table = new(
            [
                new TextColumn("CustomerID", ["c", "b", "a", "d", "e"], ColumnKind.Id),
                new NumericColumn("Income", [1, double.NaN, 2, 11, 12]),
            ],
            "CustomerID");

        SegmentationResult result = (new SegmentationPipeline { ClusterCount = 2 }).Run(table);

        Assert.Equal([1, 0, 1, 2, 2], result.SegmentsInFileOrder());
        Assert.Equal("1 of 5 customers is in no segment, for it lacks Income: CustomerID b.", result.Warnings[0]);
    }

    [Fact]
    public void Run_MallData_NothingClaimsTheCautiousSegmentToBeMostlyFemale()
    {
        SegmentationResult result = Mall.Run(MallFile.Load());

        string[] claims =
        [
            .. result.Profiles.Select(profile => profile.Name),
            .. result.Profiles.Select(profile => profile.Describe()),
            .. result.Recommendations.SelectMany(recommendation => new[] { recommendation.Action, recommendation.Reason }),
        ];
        Assert.DoesNotContain(claims, claim => claim.Contains("ale", StringComparison.Ordinal) && claim.Contains("Gender", StringComparison.Ordinal));
        Assert.DoesNotContain(claims, claim => claim.Contains("emale", StringComparison.Ordinal));
    }

    [Fact]
    public void MaxClusters_BelowTwo_NamesItself() => Assert.Contains(
        "MaxClusters must be at least 2.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Mall with { MaxClusters = 1 }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ClusterCount_BelowOne_NamesItself() => Assert.Contains(
        "ClusterCount must be at least 1.",
        Assert.Throws<ArgumentOutOfRangeException>(() => Mall with { ClusterCount = 0 }).Message,
        StringComparison.Ordinal);

    private static CustomerTable Cloud()
    {
        Random random = new(3);
        return new([.. Enumerable.Range(1, 8).Select(i => new NumericColumn($"x{i}", [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())]))]);
    }
}
