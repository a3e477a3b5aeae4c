using FsCheck;
using FsCheck.Fluent;
using Segmentation.Benchmarks;

namespace Segmentation.Tests.Clustering;

/// <summary>What more restarts are good for, and how low the default ends.</summary>
public sealed class KMeansRestartsTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void Fit_MoreRestarts_NeverEndHigher()
    {
        Gen<(int Seed, int Rows, int Clusters, int Kind)> cases =
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from rows in Gen.Frequency((9, Gen.Choose(30, 300)), (1, Gen.Choose(3001, 3500)))
            from clusters in Gen.Choose(2, 9)
            from kind in Gen.Elements(0, 1, 2, 6, 8)
            select (seed, rows, clusters, kind);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            FeatureMatrix matrix = RandomRows.Make(new Random(one.Seed), one.Rows, 3, one.Kind);
            if (DistinctRows.CountUpTo(one.Clusters, matrix) < one.Clusters)
            {
                return;
            }

            double before = double.PositiveInfinity;
            foreach (int restarts in new[] { 1, 2, 3, 5, 10 })
            {
                double inertia = new KMeans(one.Clusters) { Seed = one.Seed, Restarts = restarts, Swaps = 8, Threads = 1 }.Fit(matrix).Inertia;

                Assert.True(inertia <= before, $"{inertia} by {restarts} restarts, {before} by fewer");
                before = inertia;
            }
        }).Holds(cases: 60);
    }

    [Theory]
    [InlineData(700)]
    [InlineData(3500)]
    public void Fit_AnyNumberOfThreadsAndProgress_GivesTheSameBits(int rows)
    {
        FeatureMatrix matrix = Customers("cards", rows, 3);
        KMeansModel one = new KMeans(6) { Threads = 1 }.Fit(matrix);

        foreach (int threads in new[] { 2, 7 })
        {
            KMeansModel many = new KMeans(6) { Threads = threads }.Fit(matrix);
            Assert.Equal(one.Centroids.Values, many.Centroids.Values);
            Assert.Equal(one.Labels, many.Labels);
        }

        KMeansModel told = new KMeans(6).Fit(matrix, new Progress<ClusteringProgress>());
        Assert.Equal(one.Centroids.Values, told.Centroids.Values);
    }

    [Theory]
    [InlineData("cards", 500, 7)]
    [InlineData("cards", 1500, 10)]
    [InlineData("telecom", 700, 7)]
    [InlineData("telecom", 1200, 8)]
    [InlineData("wholesale", 440, 6)]
    [InlineData("wholesale", 2000, 10)]
    [InlineData("ratings", 900, 8)]
    [InlineData("recency", 700, 10)]
    [InlineData("recency", 3500, 7)]
    [InlineData("ages", 1200, 4)]
    [InlineData("unequal", 2000, 9)]
    [InlineData("correlated", 1000, 10)]
    public void Fit_CustomersOfManyShapes_IsAtOrBelowTheBestOfFiftySingleRestarts(string shape, int rows, int clusters)
    {
        FeatureMatrix matrix = Customers(shape, rows, seed: rows + clusters);
        KMeans single = new(clusters) { Restarts = 1, Swaps = 0 };
        double best = Enumerable.Range(1, 50).Min(seed => (single with { Seed = seed }).Fit(matrix).Inertia);

        double inertia = new KMeans(clusters).Fit(matrix).Inertia;

        Assert.True(inertia <= best * (1 + 1e-12), $"{inertia} against {best}");   // the same minimum, added up in another order
    }

    private static FeatureMatrix Customers(string shape, int rows, int seed)
    {
        double[] values = CustomerShapes.Rows(shape, rows, seed);
        return new FeatureMatrix([.. Enumerable.Range(1, values.Length / rows).Select(i => $"x{i}")], values);
    }
}
