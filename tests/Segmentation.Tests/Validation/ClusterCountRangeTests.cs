namespace Segmentation.Tests.Validation;

/// <summary>How far a scan goes, and that its range changes nothing of its answer.</summary>
public sealed class ClusterCountRangeTests
{
    private static readonly ClusterCountScan Scan = new(k => new KMeans(k));

    [Theory]
    [InlineData(15, 1500, 0.030)]
    [InlineData(15, 1500, 0.038)]
    [InlineData(20, 1500, 0.030)]
    public void Run_MoreGroupsThanTheRange_FindsThemByItself(int groups, int rows, double deviation)
    {
        ClusterCountVerdict verdict = Scan.Run(Groups(groups, rows, deviation, seed: 31));

        Assert.Equal(groups, verdict.RecommendedCount);
        Assert.Equal(groups, verdict.ModelOf(groups)!.ClusterCount);
        Assert.Contains(verdict.Reasons, reason => reason.Contains("the others were not tested", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 10), verdict.Scores.Take(10).Select(score => score.ClusterCount));
    }

    [Theory]
    [InlineData(2000, 2000, 2000, 2000, 100, 100, 100, 100)]
    [InlineData(2000, 100, 100, 100, 100, 100, 100, 100)]
    public void Run_GroupsOfVeryDifferentSizes_AreFoundThoughASampleHoldsFewOfTheSmall(params int[] sizes)
    {
        ClusterCountVerdict verdict = Scan.Run(Unequal(sizes, seed: 7));

        Assert.Equal(sizes.Length, verdict.RecommendedCount);
        Assert.Equal(100, verdict.ModelOf(8)!.Sizes.Min());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(20)]
    public void Run_AnyRangeThatHoldsTheAnswer_GivesIt(int maxClusters)
    {
        // Six groups of which two and two lie near each other: four are a fair answer too.
        double[][] centres = [[0, 0], [7, 0], [40, 0], [47, 0], [0, 40], [40, 40]];
        Random random = new(5);
        FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 180).Select(i => centres[i % 6].Select(value => value + Normal(random)).ToArray())]);

        ClusterCountVerdict verdict = (Scan with { MaxClusters = maxClusters }).Run(matrix);

        Assert.Equal(6, verdict.RecommendedCount);
    }

    [Fact]
    public void Winner_AnyNumbersThatLose_ChangeNothing()
    {
        ClusterCountScore four = Score(4, 0.6, 100, 0.5, 1.0, 0.9);
        ClusterCountScore six = Score(6, 0.7, 150, 0.6, 1.2, 0.85);
        ClusterCountScore eleven = Score(11, 0.5, 200, 0.7, 1.1, 0.5);

        Assert.Same(six, ClusterCountContest.Winner([four, six]));
        Assert.Same(six, ClusterCountContest.Winner([four, six, eleven]));
    }

    [Fact]
    public void Winner_NoneBeatsEveryOther_IsTheOneWithTheHighestSilhouette()
    {
        // 2 beats 3, 3 beats 4 and 4 beats 2, each by two criteria of three.
        ClusterCountScore two = Score(2, 0.6, 2, null, 1, null);
        ClusterCountScore three = Score(3, 0.5, 1, null, 3, null);
        ClusterCountScore four = Score(4, 0.4, 3, null, 2, null);

        Assert.Same(two, ClusterCountContest.Winner([four, three, two]));
    }

    [Fact]
    public void Run_OneMoreNumberAskedFor_TriesAndTestsItBeyondTheRange()
    {
        ClusterCountVerdict verdict = (Scan with { MaxClusters = 4, TryAlso = 9 }).Run(Groups(3, 300, 0.02, seed: 3));

        Assert.Equal(Enumerable.Range(1, 9), verdict.Scores.Select(score => score.ClusterCount));
        Assert.NotNull(verdict.Scores[8].UniformPValue);
        Assert.Equal(3, verdict.RecommendedCount);
    }

    [Fact]
    public void Run_ShortRange_IsKept()
    {
        ClusterCountVerdict verdict = (Scan with { MaxClusters = 5 }).Run(Groups(8, 400, 0.02, seed: 3));

        Assert.Equal(5, verdict.Scores[^1].ClusterCount);
    }

    [Theory]
    [InlineData(1, "There is only 1 row: there is nothing to divide.", 1)]
    [InlineData(3, "There are only 3 rows: of fewer than 20 no test can tell groups from chance.", 1)]
    [InlineData(12, "There are only 12 rows: of fewer than 20 no test can tell groups from chance.", 2)]
    public void Run_FewRows_SaysThatAndNothingOfSilhouettes(int rows, string reason, int count)
    {
        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([.. Enumerable.Range(0, rows).Select(i => new double[] { i % 2, i * 0.01 })]));

        Assert.Null(verdict.RecommendedCount);
        Assert.Equal(reason, verdict.Reasons[0]);
        Assert.DoesNotContain(verdict.Reasons, said => said.Contains("ilhouette", StringComparison.Ordinal));
        Assert.Equal(count, verdict.BestCount);
    }

    [Fact]
    public void Run_NoStructure_NamesTheBestCandidateWhatSpeaksAgainstItAndWhatWouldChangeThat()
    {
        ClusterCountVerdict verdict = Scan.Run(Segmentation.Tests.Clustering.Blobs.Noise(150, seed: 9));

        Assert.Null(verdict.RecommendedCount);
        ClusterCountDivision division = verdict.Division!;
        Assert.Equal(division.ClusterCount, verdict.BestCount);
        Assert.StartsWith($"Best candidate: k = {division.ClusterCount}; it fails ", division.For, StringComparison.Ordinal);
        Assert.StartsWith("Rows without groups of the same extent and values have silhouettes as high in ", division.Against[0], StringComparison.Ordinal);
        Assert.EndsWith("more rows alone only if the groups are there.", division.Change, StringComparison.Ordinal);
        Assert.All([division.For, .. division.Against, division.Change], sentence => Assert.Contains(sentence, verdict.Reasons));
    }

    private static ClusterCountScore Score(int k, double silhouette, double ratio, double? bouldin, double gap, double? strength) => new(
        k, 1, new SilhouetteEstimate(silhouette), ratio, bouldin, 10, Gap: gap, PredictionStrength: strength);

    /// <summary>Round groups in the unit square, their centres at least 5.2 deviations apart: the shape of the S and A sets of Fränti and Sieranoja (2018).</summary>
    private static FeatureMatrix Groups(int groups, int rows, double deviation, int seed)
    {
        Random random = new(seed);
        return Around(Apart(groups, 1, 5.2 * deviation, random), [.. Enumerable.Repeat(rows / groups, groups)], deviation, random);
    }

    private static FeatureMatrix Unequal(int[] sizes, int seed)
    {
        Random random = new(seed);
        return Around(Apart(sizes.Length, 40, 8, random), sizes, 1, random);
    }

    private static List<double[]> Apart(int count, double side, double distance, Random random)
    {
        List<double[]> centres = [];
        for (int tries = 0; centres.Count < count; tries++)
        {
            if (tries % 10_000 == 9_999)
            {
                centres.Clear();
            }

            double[] centre = [side * random.NextDouble(), side * random.NextDouble()];
            if (centres.All(other => SquaredDistance.Between(other, centre) >= distance * distance))
            {
                centres.Add(centre);
            }
        }

        return centres;
    }

    private static FeatureMatrix Around(List<double[]> centres, int[] sizes, double deviation, Random random) => FeatureMatrix.FromRows(
        [.. sizes.SelectMany((size, group) => Enumerable.Range(0, size).Select(_ => centres[group].Select(value => value + (deviation * Normal(random))).ToArray()))]);

    private static double Normal(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
}
