namespace Segmentation.Tests.Clustering;

public sealed class KPrototypesTests
{
    [Fact]
    public void Fit_SixRows_HasTheMeansModesAndCostWorkedByHand()
    {
        // Clusters {1, 2, 3} (a, a, b) and {11, 13} (b, b): inertia 2 + 2, one mismatch, so 4 + 5 = 9 at gamma 5.
        MixedMatrix matrix = Mixed([1, 2, 3, 11, 13], ["a", "a", "b", "b", "b"]);

        KPrototypesModel model = new KPrototypes(2) { Gamma = 5 }.Fit(matrix);

        Assert.Equal([0, 0, 0, 1, 1], model.Labels.ToArray());
        Assert.Equal([2, 12], model.Centroids.Values.ToArray());
        Assert.Equal([["a"], ["b"]], model.Modes.Select(modes => modes.ToArray()));
        Assert.Equal((4, 1, 9), (model.Inertia, model.Mismatches, model.Cost));
        Assert.True(model.Converged);
    }

    [Fact]
    public void Fit_GammaZero_IsKMeansOnTheNumbers()
    {
        FeatureMatrix rows = Blobs.Noise(80, 4);
        MixedMatrix matrix = new(rows, [new CategoricalColumn("c", [.. Enumerable.Range(0, 80).Select(i => "abc"[i % 3].ToString())])]);

        KPrototypesModel model = new KPrototypes(4) { Gamma = 0 }.Fit(matrix);

        KMeansModel expected = new KMeans(4).Fit(rows);
        Assert.Equal(expected.Labels.ToArray(), model.Labels.ToArray());
        Assert.Equal(expected.Inertia, model.Inertia, 1e-9);   // sums in another order
    }

    [Fact]
    public void Fit_LargeGamma_GroupsByCategory()
    {
        MixedMatrix matrix = Mixed([1, 2, 9, 1.5, 8, 9], ["a", "a", "a", "b", "b", "b"]);

        KPrototypesModel model = new KPrototypes(2) { Gamma = 1000 }.Fit(matrix);

        Assert.Equal(0, model.Mismatches);
        Assert.Equal(model.Labels[0], model.Labels[2]);
        Assert.NotEqual(model.Labels[0], model.Labels[3]);
    }

    [Fact]
    public void Fit_NoGammaGiven_IsTheMeanOfTheDeviations()
    {
        // Population deviations of (0, 2, 0, 2) and (0, 0, 6, 6) are 1 and 3.
        MixedMatrix matrix = new(
            new FeatureMatrix(["x", "y"], [0, 0, 2, 0, 0, 6, 2, 6]), [new CategoricalColumn("c", ["a", "b", "a", "b"])]);

        Assert.Equal(2, new KPrototypes(2).Fit(matrix).Gamma);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Fit_FewRows_FindsTheBestOfAllPartitions(int seed)
    {
        FeatureMatrix rows = Blobs.Noise(9, seed);
        string[] cells = [.. Enumerable.Range(0, 9).Select(i => "abc"[(i * seed) % 3].ToString())];
        MixedMatrix matrix = new(rows, [new CategoricalColumn("c", cells)]);

        KPrototypesModel model = new KPrototypes(2) { Gamma = 0.7, Restarts = 50 }.Fit(matrix);

        double best = Enumerable.Range(1, (1 << 8) - 1).Min(bits => CostOf([.. Enumerable.Range(0, 9).Select(i => (bits >> i) & 1)]));
        Assert.Equal(best, model.Cost, 1e-12);

        double CostOf(int[] labels) => Enumerable.Range(0, 2).Sum(cluster =>
        {
            int[] own = [.. Enumerable.Range(0, 9).Where(i => labels[i] == cluster)];
            double squares = Enumerable.Range(0, 2).Sum(j => own.Sum(i => Math.Pow(rows.Row(i)[j] - own.Average(other => rows.Row(other)[j]), 2)));
            return squares + (0.7 * (own.Length - own.GroupBy(i => cells[i]).Max(group => group.Count())));
        });
    }

    [Fact]
    public void Fit_AnyRows_NeverRaisesTheCostAndAddsUp()
    {
        for (int seed = 1; seed <= 30; seed++)
        {
            MixedMatrix matrix = new(
                Blobs.Noise(50, seed), [new CategoricalColumn("c", [.. Enumerable.Range(0, 50).Select(i => i * seed % 7 == 0 ? null : $"{i * seed % 4}")])]);

            KPrototypesModel model = new KPrototypes(4) { Seed = seed, Restarts = 3 }.Fit(matrix);

            Assert.All(model.Costs.Zip(model.Costs.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-12)));   // sums of 50 squares
            Assert.Equal(model.Costs[^1], model.Cost, 1e-9);
            Assert.Equal(50, model.Sizes.Sum());
            Assert.Equal(model.Sizes.OrderDescending(), model.Sizes);
        }
    }

    [Fact]
    public void Fit_EveryThreadCount_GivesTheSameBits()
    {
        MixedMatrix matrix = new(
            RandomRows.Make(new Random(8), 200, 3, kind: 0), [new CategoricalColumn("c", [.. Enumerable.Range(0, 200).Select(i => $"{i % 5}")])]);

        KPrototypesModel one = new KPrototypes(5) { Threads = 1 }.Fit(matrix);
        KPrototypesModel four = new KPrototypes(5) { Threads = 4 }.Fit(matrix);

        Assert.Equal(one.Labels.ToArray(), four.Labels.ToArray());
        Assert.Equal(one.Centroids.Values.ToArray(), four.Centroids.Values.ToArray());
        Assert.Equal(one.Cost, four.Cost);
    }

    [Fact]
    public void Fit_EquallyFrequentLevels_TakesTheFirst()
    {
        KPrototypesModel model = new KPrototypes(1).Fit(Mixed([1, 2, 3, 4], ["b", "a", "b", "a"]));

        Assert.Equal("a", model.Modes[0][0]);
    }

    [Fact]
    public void Fit_MissingCells_EqualNoMode()
    {
        KPrototypesModel model = new KPrototypes(1) { Gamma = 1 }.Fit(Mixed([1, 2, 3, 4], [null, "a", null, "a"]));

        Assert.Equal(("a", 2), (model.Modes[0][0], model.Mismatches));
    }

    [Fact]
    public void Of_ATableWithDroppedRows_TakesTheSameRows()
    {
        CustomerTable table = new([new NumericColumn("x", [1, double.NaN, 3]), new CategoricalColumn("c", ["a", "b", "c"])]);

        MixedMatrix matrix = MixedMatrix.Of(new Preprocessor().Fit(table).Transform(table), table, "c");

        Assert.Equal(("a", "c"), (matrix.Categories[0].TextAt(0), matrix.Categories[0].TextAt(1)));
    }

    [Fact]
    public void Options_Impossible_AreRefused()
    {
        Assert.StartsWith(
            "Gamma is 0 or a positive number.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new KPrototypes(2) { Gamma = -1 }).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "ClusterCount must be at least 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new KPrototypes(0)).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Column 'c' has 1 rows, but there are 2 rows of numbers.",
            Assert.Throws<ArgumentException>(() => Mixed([1, 2], ["a"])).Message, StringComparison.Ordinal);
    }

    private static MixedMatrix Mixed(double[] numbers, string?[] cells) =>
        new(new FeatureMatrix(["x"], numbers), [new CategoricalColumn("c", cells)]);
}
