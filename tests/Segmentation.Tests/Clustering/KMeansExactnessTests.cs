using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Clustering;

public sealed class KMeansExactnessTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void FitFrom_AnyRows_GivesTheLabelsAndTheInertiaOfPlainDoublePrecision()
    {
        Gen<(int Seed, int Rows, int Features, int Clusters, int Kind)> cases =
            from seed in Gen.Choose(0, int.MaxValue - 1)
            from rows in Gen.Frequency((3, Gen.Choose(1, 200)), (1, Gen.Choose(200, 2000)))
            from features in Gen.Frequency((3, Gen.Choose(1, 6)), (1, Gen.Choose(7, 40)))
            from clusters in Gen.Frequency((3, Gen.Choose(1, 8)), (1, Gen.Choose(9, 60)))
            from kind in Gen.Choose(0, RandomRows.Kinds - 1)
            select (seed, rows, features, clusters, kind);

        Prop.ForAll(cases.ToArbitrary(), FitsLikePlainLloyd).Holds(cases: 1000);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(8, 5)]
    [InlineData(0, 300)]
    public void FitFrom_RowsOfSeveralChunks_GivesTheLabelsOfPlainDoublePrecision(int kind, int clusters)
    {
        Random random = new(kind);
        FeatureMatrix matrix = RandomRows.Make(random, 20_000, 3, kind);
        FeatureMatrix start = RandomRows.Start(random, matrix, clusters)!;

        KMeansModel model = new KMeans(clusters) { MaxIterations = 1000 }.FitFrom(matrix, start);

        // Sums of chunks round otherwise than one long sum, so the inertia agrees to rounding, not to the bit.
        (int[] labels, _, double inertia, _) = PlainLloyd.Run(matrix, start);
        Assert.Equal(1, AdjustedRandIndex.Of(model.Labels, labels));
        Assert.Equal(inertia, model.Inertia, inertia * 1e-12);
    }

    private static bool FitsLikePlainLloyd((int Seed, int Rows, int Features, int Clusters, int Kind) options)
    {
        Random random = new(options.Seed);
        FeatureMatrix matrix = RandomRows.Make(random, options.Rows, options.Features, options.Kind);
        if (RandomRows.Start(random, matrix, options.Clusters) is not FeatureMatrix start)
        {
            return true;
        }

        using Crew crew = new(1);
        using RowBlocks rows = options.Seed % 2 == 0 ? RowBlocks.ToFill(matrix) : new RowBlocks(matrix, crew, CancellationToken.None);
        using LloydIterations lloyd = new(rows, options.Clusters, crew);
        LloydIterations.Outcome outcome = lloyd.Run(start.Values.ToArray(), 10_000, 0, null, CancellationToken.None);

        (int[] labels, double[] centroids, double inertia, int iterations) = PlainLloyd.Run(matrix, start);
        return outcome.Labels.AsSpan().SequenceEqual(labels)
            && outcome.Centroids.AsSpan().SequenceEqual(centroids)
            && outcome.Inertia == inertia
            && outcome.Iterations == iterations;
    }
}
