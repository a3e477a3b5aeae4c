using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Clustering.Kernels;

public sealed class OptimalIntervalsTests
{
    /// <summary>Up to 12 values, often equal, with weights from 1 to 4.</summary>
    private static readonly Gen<(double[] Values, double[] Weights)> FewValues =
        from count in Gen.Choose(1, 12)
        from places in Gen.Elements(3, 40, 1_000_000)
        from values in Gen.Choose(-places, places).ArrayOf(count)
        from weights in Gen.Choose(1, 4).ArrayOf(count)
        select (values.Select(value => value / 8.0).ToArray(), weights.Select(weight => (double)weight).ToArray());

    [Fact]
    public void Of_TenValues_GivesTheOptimumWorkedByHand()
    {
        // The groups are four times -1, three times 2, and 4, 5, 6 with squared deviations 1 + 0 + 1.
        OptimalIntervals optimum = Solve([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], 3);

        Assert.Equal([-1.0, 2, 5], optimum.Centroids(3));
        Assert.Equal(2.0, optimum.Inertia(3));
        // One group: the values add up to -4 + 6 + 15 = 17 and their squares to 4 + 12 + 77 = 93.
        Assert.Equal(17 / 10.0, Assert.Single(optimum.Centroids(1)), 1e-15);
        Assert.Equal(93 - (17 * 17 / 10.0), optimum.Inertia(1), 1e-13);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Of_FewValues_EqualsTheBestOfAllPartitions() =>
        Prop.ForAll(FewValues.ToArbitrary(), few =>
        {
            OptimalIntervals optimum = Solve(few.Values, few.Values.Length, few.Weights);

            Assert.Equal(few.Values.Distinct().Count(), optimum.MaxClusters);
            double[] least = LeastOfAllPartitions(few.Values, few.Weights);
            for (int clusterCount = 1; clusterCount <= optimum.MaxClusters; clusterCount++)
            {
                // Twelve numbers of up to seven digits: rounding is far below 1e-12 of the inertia of one cluster.
                Assert.Equal(least[clusterCount - 1], optimum.Inertia(clusterCount), 1e-12 * (1 + least[0]));
            }
        }).Holds();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_HundredsOfValues_EqualsThePlainDynamicProgram(int seed)
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => Math.Pow(random.NextDouble(), seed) * 100)];

        OptimalIntervals optimum = Solve(values, 30);

        double[] plain = PlainDynamicProgram(values, 30);
        Assert.All(
            Enumerable.Range(1, 30),
            clusterCount => Assert.Equal(1.0, optimum.Inertia(clusterCount) / plain[clusterCount - 1], 1e-10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Inertia_AgainstManyRestarts_IsNeverHigher(int seed)
    {
        FeatureMatrix matrix = Line(300, seed);
        OptimalIntervals optimum = OptimalIntervals.Of(matrix, 12, CancellationToken.None)!;

        Assert.All(Enumerable.Range(1, 12), clusterCount => Assert.InRange(
            optimum.Inertia(clusterCount), 0, new KMeans(clusterCount) { Restarts = 50, Seed = seed }.Fit(matrix).Inertia * (1 + 1e-12)));
    }

    [Fact]
    public void Centroids_GivenToKMeans_AreAlreadyItsResult()
    {
        FeatureMatrix matrix = Line(500, seed: 4);
        OptimalIntervals optimum = OptimalIntervals.Of(matrix, 7, CancellationToken.None)!;
        double[] centroids = optimum.Centroids(7);

        KMeansModel model = new KMeans(7).FitFrom(matrix, new FeatureMatrix(["x"], centroids));

        Assert.Equal(centroids.Order(), centroids);
        Assert.Equal(1.0, model.Inertia / optimum.Inertia(7), 1e-12);
        Assert.All(
            centroids.Zip(model.Centroids.Values.ToArray().Order()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Of_WeightedRows_IsAsThoughRowsWereRepeated()
    {
        double[] values = [3, 1, 7, 7.5, 2, 9, 20];
        double[] weights = [1, 3, 2, 5, 1, 4, 2];

        OptimalIntervals weighted = Solve(values, 5, weights);
        OptimalIntervals repeated = Solve([.. values.SelectMany((value, i) => Enumerable.Repeat(value, (int)weights[i]))], 5);

        Assert.All(Enumerable.Range(1, 5), clusterCount =>
        {
            Assert.Equal(repeated.Centroids(clusterCount), weighted.Centroids(clusterCount));
            Assert.Equal(repeated.Inertia(clusterCount), weighted.Inertia(clusterCount));
        });
    }

    [Fact]
    public void Of_AsManyClustersAsDifferentValues_HasNoInertia()
    {
        OptimalIntervals optimum = Solve([5.3, 0.1, 5.3, 1e7, -2, 0.1, -2], 9);

        Assert.Equal(4, optimum.MaxClusters);
        Assert.Equal([-2, 0.1, 5.3, 1e7], optimum.Centroids(4));
        Assert.Equal(0.0, optimum.Inertia(4));
    }

    [Fact]
    public void Of_EqualValues_IsOneCluster()
    {
        OptimalIntervals optimum = Solve([4, 4, 4], 3);

        Assert.Equal(1, optimum.MaxClusters);
        Assert.Equal([4.0], optimum.Centroids(1));
        Assert.Equal(0.0, optimum.Inertia(1));
    }

    [Fact]
    public void Of_TwoEquallyGoodPartitions_TakesTheOneWithTheShorterLastInterval()
    {
        Assert.Equal([0.5, 2], Solve([0, 1, 2], 2).Centroids(2));
    }

    [Theory]
    [InlineData(1e12)]
    [InlineData(-1e15)]
    public void Of_ValuesMovedFarAway_KeepsTheIntervals(double offset)
    {
        // Multiples of 1/8 below 16 can be told apart even at 1e15.
        double[] values = [.. Enumerable.Range(0, 60).Select(i => i * i % 101 / 8.0)];

        OptimalIntervals optimum = Solve(values, 8);
        OptimalIntervals moved = Solve([.. values.Select(value => value + offset)], 8);

        Assert.All(Enumerable.Range(1, 8), clusterCount => Assert.All(
            optimum.Centroids(clusterCount).Zip(moved.Centroids(clusterCount)),
            pair => Assert.Equal(pair.First, pair.Second - offset, 0.07))); // half of 1/8, the distance of doubles there
    }

    [Fact]
    public void Of_TightGroupsFarApart_SplitsWithinThem()
    {
        // The square of the groups' distance, 1e18, is 1e35 times those within the first: doubles alone would be blind there.
        double[] values = [1, 1 + 1e-9, 1 + 4e-9, 1e9, 1e9 + 1e-6, 1e9 + 5e-6];

        OptimalIntervals optimum = Solve(values, 5);

        // The wider group is cut at its wider gap, then at the other; only then is it worth while to cut the tight one.
        Assert.Equal(values[5], optimum.Centroids(3)[2]);
        Assert.Equal(values[3..6], optimum.Centroids(4)[1..]);
        Assert.Equal(values[2..6], optimum.Centroids(5)[1..]);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e150)]
    public void Of_ValuesOfAnySize_GivesTheSameIntervals(double unit)
    {
        Assert.Equal([1.5 * unit, 5 * unit, 9 * unit], Solve([1 * unit, 2 * unit, 5 * unit, 9 * unit], 3).Centroids(3));
    }

    [Fact]
    public void Of_MoreThanAGigabyteOfStarts_IsLeftToTheCaller()
    {
        double[] values = [.. Enumerable.Range(0, 17_000).Select(i => (double)i)];

        Assert.Null(OptimalIntervals.Of(new FeatureMatrix(["x"], values), 17_000, CancellationToken.None));
        Assert.NotNull(OptimalIntervals.Of(new FeatureMatrix(["x"], values), 3, CancellationToken.None));
    }

    [Fact]
    public async Task Of_CancelledOnTheWay_Stops()
    {
        // 1,000,000 values and 100 clusters take many seconds; finished work would not throw.
        FeatureMatrix matrix = Line(1_000_000, seed: 1);
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAsync<OperationCanceledException>(() => Task.Run(() => OptimalIntervals.Of(matrix, 100, source.Token)));
    }

    private static OptimalIntervals Solve(double[] values, int maxClusters, double[]? weights = null) =>
        OptimalIntervals.Of(new FeatureMatrix(["x"], values, weights), maxClusters, CancellationToken.None)!;

    private static FeatureMatrix Line(int rows, int seed)
    {
        Random random = new(seed);
        return new FeatureMatrix(["x"], Enumerable.Range(0, rows).Select(_ => random.NextDouble() + random.Next(6)).ToArray());
    }

    /// <summary>For 1, 2, … n groups the least inertia of all ways to cut the sorted values, equal ones too.</summary>
    private static double[] LeastOfAllPartitions(double[] values, double[] weights)
    {
        (double Value, double Weight)[] sorted = [.. values.Zip(weights).OrderBy(pair => pair.First)];
        double[] least = [.. Enumerable.Repeat(double.PositiveInfinity, sorted.Length)];
        for (uint cuts = 0; cuts < 1u << (sorted.Length - 1); cuts++)
        {
            double inertia = 0;
            int start = 0;
            for (int end = 0; end < sorted.Length; end++)
            {
                if (end == sorted.Length - 1 || (cuts & (1u << end)) != 0)
                {
                    inertia += SquaredDeviations(sorted.AsSpan(start..(end + 1)));
                    start = end + 1;
                }
            }

            int clusterCount = 1 + BitOperations.PopCount(cuts);
            least[clusterCount - 1] = Math.Min(least[clusterCount - 1], inertia);
        }

        return least;
    }

    /// <summary>Every start is tried for every end, and each interval's cost is added up anew.</summary>
    private static double[] PlainDynamicProgram(double[] values, int maxClusters)
    {
        (double Value, double Weight)[] sorted = [.. values.Order().Select(value => (value, 1.0))];
        double[,] costs = new double[sorted.Length, sorted.Length];
        for (int start = 0; start < sorted.Length; start++)
        {
            for (int end = start; end < sorted.Length; end++)
            {
                costs[start, end] = SquaredDeviations(sorted.AsSpan(start..(end + 1)));
            }
        }

        double[] best = [.. Enumerable.Range(0, sorted.Length).Select(end => costs[0, end])];
        List<double> inertias = [best[^1]];
        for (int cluster = 1; cluster < maxClusters; cluster++)
        {
            double[] fewer = best;
            best = [.. Enumerable.Range(0, sorted.Length).Select(end => end < cluster
                ? double.PositiveInfinity
                : Enumerable.Range(cluster, end - cluster + 1).Min(start => fewer[start - 1] + costs[start, end]))];
            inertias.Add(best[^1]);
        }

        return [.. inertias];
    }

    private static double SquaredDeviations(ReadOnlySpan<(double Value, double Weight)> rows)
    {
        double weight = 0;
        double sum = 0;
        foreach ((double value, double rowWeight) in rows)
        {
            weight += rowWeight;
            sum += rowWeight * value;
        }

        double squared = 0;
        foreach ((double value, double rowWeight) in rows)
        {
            squared += rowWeight * (value - (sum / weight)) * (value - (sum / weight));
        }

        return squared;
    }
}
