using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Profiling.Rules;

public sealed class ThresholdTreeTests
{
    [Fact]
    public void Fit_ThreeClusters_MakesTheTreeWorkedByHand()
    {
        // Centroids (1, 0), (7, 0), (5, 10). By x2 the gap from 0 to 10 parts the third from the others without a mistake;
        // by x1, whose rows are 0 A, 1 C, 2 A, 4 B, 9 C, 10 B, every threshold from 1 to 7 has at least one (the C at 1 is
        // below 5). Below x2 = 5, the gap from 2 to 4 of x1 parts A from B without a mistake.
        FeatureMatrix matrix = FeatureMatrix.FromRows([0, 0], [2, 0], [10, 0], [4, 0], [1, 10], [9, 10]);
        KMeansModel model = Clusters.Model(matrix, [0, 0, 1, 1, 2, 2], [1, 0], [7, 0], [5, 10]);

        SegmentRules rules = new ThresholdTree().Fit(matrix, model);

        Assert.Equal([(1, 5, 6), (0, 3, 4)], Clusters.Splits(rules.Tree.Root));
        Assert.Equal((1, 1), (rules.Fidelity, rules.RelativeCost));
        Assert.Equal(
            ["x1 at most 3 and x2 at most 5 (2 of 2 right)", "x1 above 3 and x2 at most 5 (2 of 2 right)", "x2 above 5 (2 of 2 right)"],
            rules.Segments.Select(rule => rule.Describe()));
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(0, 1)]
    public void Fit_Logarithm_HasTheWidestGapOfTheClusteredSpace(double lowest, double plus)
    {
        // Both features part the clusters. The gap of Revenue is 2,000 in its unit but ln(4000 / 2000) < 1 clustered, that of Visits 5.
        CustomerTable table = new(
            [new NumericColumn("Revenue", [lowest, 2000, 4000, 5000]), new NumericColumn("Visits", [0, 1, 6, 7])]);
        FittedPreprocessor preprocessor = new(
            [new FittedFeature("Revenue", 0, 1) { Encoding = new LogEncoding("Revenue", plus) }, new FittedFeature("Visits", 0, 1)], Scaling.None);
        PreparedData prepared = preprocessor.Transform(table);
        double[] Mean(int one, int other) => [.. Enumerable.Range(0, 2).Select(i => (prepared.Matrix.Row(one)[i] + prepared.Matrix.Row(other)[i]) / 2)];
        KMeansModel model = Clusters.Model(prepared.Matrix, [0, 0, 1, 1], Mean(0, 1), Mean(2, 3));

        SegmentRules rules = new ThresholdTree().Fit(table, preprocessor, prepared, model);

        Assert.Equal([(1, 3, 4)], Clusters.Splits(rules.SmallestTree.Root));
    }

    [Fact]
    public void Fit_RowsThatNoThresholdParts_CountsTheMistakeWorkedByHand()
    {
        // In order: 0 A, 2 A, centroid 3, 6 B, 7 A, centroid 12, 14 B, 16 B. One mistake with 3 to 6 (the A at 7) and with
        // 7 to 12 (the B at 6), which is the wider gap; 10 is its roundest number near the middle.
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [2], [7], [6], [14], [16]);
        KMeansModel model = Clusters.Model(matrix, [0, 0, 0, 1, 1, 1], [3], [12]);

        SegmentRules rules = new ThresholdTree().Fit(matrix, model);

        Assert.Equal([(0, 10, 6)], Clusters.Splits(rules.Tree.Root));
        Assert.Equal(5 / 6.0, rules.Fidelity);
        Assert.Equal("x1 at most 10 (3 of 4 right)", rules.Of(1).Describe());
        Assert.Equal("x1 above 10 (2 of 2 right, 1 missed)", rules.Of(2).Describe());
        Assert.Equal((3 / 4.0, 1.0), (rules.Of(1).Precision!.Value, rules.Of(1).Recall));
        Assert.Equal((1.0, 2 / 3.0), (rules.Of(2).Precision!.Value, rules.Of(2).Recall));

        // To the centroids of the leaves 9 + 1 + 16 + 9 and 4 + 16; the B at 6 is 36 from its own.
        Assert.Equal((55, 55 / 82.0), (rules.Tree.Cost, rules.RelativeCost));
    }

    [Fact]
    public void Fit_SlantedBorder_GrowsTheLeafWorkedByHand()
    {
        // Centroids (0, 0) and (4, 4). One mistake is the fewest in either feature, four times with a gap of 1: the first
        // is x1 from 0 to 1. Then (3, 0) is in the leaf of B: cost 9 + (17 + 10 + 10) = 46 of an inertia of 38.
        // There x2 from 0 to 1 saves 17 - 9 = 8; no split by x1 saves anything (10 + 27 and 27 + 10 of 37).
        FeatureMatrix matrix = FeatureMatrix.FromRows([0, 0], [3, 0], [0, 3], [4, 4], [5, 1], [1, 5]);
        KMeansModel model = Clusters.Model(matrix, [0, 0, 0, 1, 1, 1], [0, 0], [4, 4]);

        SegmentRules rules = new ThresholdTree().Fit(matrix, model);

        Assert.Equal([(0, 0, 6)], Clusters.Splits(rules.SmallestTree.Root));
        Assert.Equal((5 / 6.0, 46, 46 / 38.0), (rules.SmallestTree.Fidelity, rules.SmallestTree.Cost, rules.SmallestTree.RelativeCost));
        Assert.Equal([(0, 0, 6), (1, 0, 4)], Clusters.Splits(rules.Tree.Root));
        Assert.Equal((1, 38, 1), (rules.Fidelity, rules.Tree.Cost, rules.RelativeCost));
        Assert.Equal("x1 at most 0, or x1 above 0 and x2 at most 0 (3 of 3 right)", rules.Of(1).Describe());
        Assert.Equal("x1 above 0 and x2 above 0 (3 of 3 right)", rules.Of(2).Describe());
    }

    [Theory]
    [InlineData(2, 0.0, 2)] // no room
    [InlineData(3, 0.3, 2)] // 8 of 38 is less than 0.3
    [InlineData(3, 0.2, 3)]
    public void Fit_Options_SayWhenTheTreeStopsToGrow(int maxLeaves, double minSaving, int leaves)
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0, 0], [3, 0], [0, 3], [4, 4], [5, 1], [1, 5]);
        KMeansModel model = Clusters.Model(matrix, [0, 0, 0, 1, 1, 1], [0, 0], [4, 4]);

        SegmentRules rules = new ThresholdTree { MaxLeaves = maxLeaves, MinSaving = minSaving }.Fit(matrix, model);

        Assert.Equal(leaves, rules.Tree.Leaves.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fit_FarApartClusters_MakesNoMistake(int seed)
    {
        FeatureMatrix matrix = Blobs.Make(rows: 400, clusters: 4, seed, distance: 40);
        KMeansModel model = new KMeans(4).Fit(matrix);

        SegmentRules rules = new ThresholdTree().Fit(matrix, model);

        Assert.Equal(4, rules.Tree.Leaves.Count);
        Assert.Equal((1, 1), (rules.Fidelity, rules.RelativeCost));
        Assert.All(rules.Segments, rule => Assert.Equal((rule.Size, rule.Size), (rule.Covered, rule.Right)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fit_SmallestTree_IsThatOfASlowSearchByDefinition(int kind)
    {
        Random random = new(100 + kind);
        for (int round = 0; round < 12; round++)
        {
            (FeatureMatrix matrix, KMeansModel model) = Clustered(random, kind, rows: 20 + random.Next(60));

            FittedThresholdTree tree = new ThresholdTree().Fit(matrix, model).SmallestTree;

            Assert.Equal(new SlowTree(matrix, model).Splits(), Clusters.Splits(tree.Root));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fit_EveryFurtherLeaf_LowersTheCostAndNeverBelowThatOfTheClusters(int kind)
    {
        Random random = new(200 + kind);
        (FeatureMatrix matrix, KMeansModel model) = Clustered(random, kind, rows: 300);
        double before = double.PositiveInfinity;
        for (int leaves = model.ClusterCount; leaves < 4 * model.ClusterCount; leaves++)
        {
            FittedThresholdTree tree = new ThresholdTree { MaxLeaves = leaves, MinSaving = 0 }.Fit(matrix, model).Tree;

            Assert.True(tree.Leaves.Count <= leaves);
            Assert.True(tree.Cost <= before, $"{tree.Cost:R} after {before:R}");
            Assert.True(tree.RelativeCost >= 1, $"{tree.RelativeCost:R}");
            before = tree.Cost;
        }
    }

    [Fact]
    public void Fit_FirstFurtherLeaf_SavesWhatASlowSearchByDefinitionSaves()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            (FeatureMatrix matrix, KMeansModel model) = Clustered(new Random(seed), kind: 0, rows: 80);
            ThresholdTree options = new() { MaxLeaves = model.ClusterCount + 1, MinSaving = 0 };

            SegmentRules rules = options.Fit(matrix, model);

            double saving = new SlowTree(matrix, model).LargestSaving(rules.SmallestTree);
            Assert.Equal(rules.SmallestTree.Cost - saving, rules.Tree.Cost, rules.Tree.Cost * 1e-12); // another order of sums
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        // More rows than one chunk holds.
        FeatureMatrix matrix = Blobs.Make(rows: 20_000, clusters: 5, seed: 1, distance: 3);
        KMeansModel model = new KMeans(5) { Restarts = 1 }.Fit(matrix);
        ThresholdTree options = new() { MaxLeaves = 15, MinSaving = 0 };

        FittedThresholdTree one = (options with { Threads = 1 }).Fit(matrix, model).Tree;
        FittedThresholdTree other = (options with { Threads = threads }).Fit(matrix, model).Tree;

        Assert.Equal(one.Root, other.Root);
        Assert.Equal(one.Cost, other.Cost);
    }

    [Fact]
    public void Fit_CentroidsThatAreTheSame_ShareALeafAndSaySo()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [0], [5]);
        KMeansModel model = Clusters.Model(matrix, [0, 1, 2], [0], [0], [5]);

        SegmentRules rules = new ThresholdTree().Fit(matrix, model);

        Assert.Equal(
            ["x1 at most 2 (1 of 2 right)", "No thresholds tell this segment (0 of its 1 found)", "x1 above 2 (1 of 1 right)"],
            rules.Segments.Select(rule => rule.Describe()));
        Assert.Equal(1, rules.RelativeCost); // 0 of an inertia of 0
    }

    [Fact]
    public void SegmentOf_EveryRow_GoesToTheLeafThatCountedIt()
    {
        (FeatureMatrix matrix, KMeansModel model) = Clustered(new Random(9), kind: 0, rows: 300);
        FittedThresholdTree tree = new ThresholdTree { MinSaving = 0 }.Fit(matrix, model).Tree;

        int[] segments = [.. Enumerable.Range(0, matrix.RowCount).Select(row => tree.SegmentOf(matrix.Row(row)))];

        Assert.Equal(
            Enumerable.Range(1, model.ClusterCount).Select(segment => tree.Leaves.Where(leaf => leaf.Segment == segment).Sum(leaf => leaf.Count)),
            Enumerable.Range(1, model.ClusterCount).Select(segment => segments.Count(other => other == segment)));
        Assert.Equal(tree.Fidelity, segments.Where((segment, row) => segment == model.Labels[row] + 1).Count() / 300.0);
        ArgumentException error = Assert.Throws<ArgumentException>(() => tree.SegmentOf([1]));
        Assert.StartsWith("The row has 1 numbers, but the tree 2 features.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ModelOfOtherRowsOrWeightedRows_SaysWhy()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [1], [5]);
        KMeansModel model = new KMeans(2).Fit(matrix);

        Assert.StartsWith(
            "The model has 3 labels, but there are 2 rows.",
            Assert.Throws<ArgumentException>(() => new ThresholdTree().Fit(FeatureMatrix.FromRows([0], [1]), model)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Rules count customers, so rows cannot carry weights.",
            Assert.Throws<ArgumentException>(() => new ThresholdTree().Fit(matrix.WithRowWeights([1, 2, 3]), model)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_OutOfRange_AreNamed()
    {
        Assert.StartsWith(
            "MaxLeaves must be at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ThresholdTree { MaxLeaves = 0 }).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "MinSaving must be from 0 to 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ThresholdTree { MinSaving = double.NaN }).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Threads must be at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ThresholdTree { Threads = 0 }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Cancelled_Stops()
    {
        (FeatureMatrix matrix, KMeansModel model) = Clustered(new Random(9), kind: 0, rows: 30);

        Assert.Throws<OperationCanceledException>(() => new ThresholdTree().Fit(matrix, model, new CancellationToken(canceled: true)));
    }

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, RandomRows.Kinds)];

    private static (FeatureMatrix Matrix, KMeansModel Model) Clustered(Random random, int kind, int rows)
    {
        FeatureMatrix matrix = RandomRows.Make(random, rows, features: 2, kind);
        int different = Enumerable.Range(0, rows).Select(row => string.Join(' ', matrix.Row(row).ToArray())).Distinct().Count();
        return (matrix, new KMeans(Math.Min(different, 2 + random.Next(5))) { Restarts = 1, Swaps = 0 }.Fit(matrix));
    }
}
