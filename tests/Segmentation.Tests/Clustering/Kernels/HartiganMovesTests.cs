namespace Segmentation.Tests.Clustering.Kernels;

public sealed class HartiganMovesTests
{
    [Fact]
    public void Centroids_WhereLloydIsStuckButARowGainsByMoving_MovesIt()
    {
        // Lloyd is settled with {0, 4} and {7}: 4 is nearer to 2 than to 7. Leaving saves 2/1 * 2² = 8 and entering costs
        // 1/2 * 3² = 4.5, so it moves: the means become 0 and 5.5.
        FeatureMatrix matrix = new(["x"], [0, 4, 7]);
        LloydIterations.Outcome stuck = new([0, 0, 1], [2, 7], [2, 1], [2, 1], 8, 2, true, false);

        Assert.Equal([0, 5.5], HartiganMoves.Centroids(matrix, stuck, CancellationToken.None)!);
    }

    [Fact]
    public void Centroids_ARowOfWeightTwo_CountsTwice()
    {
        // Leaving saves 3/1 * 2 * (4 - 8/3)² = 10.67, entering costs 1 * 2/3 * 3² = 6.
        FeatureMatrix matrix = new FeatureMatrix(["x"], [0, 4, 7]).WithRowWeights([1, 2, 1]);
        LloydIterations.Outcome stuck = new([0, 0, 1], [8 / 3.0, 7], [2, 1], [3, 1], 32 / 3.0, 2, true, false);

        double[]? moved = HartiganMoves.Centroids(matrix, stuck, CancellationToken.None);

        Assert.Equal(0, moved![0], 1e-12);
        Assert.Equal(5, moved[1], 1e-12);
    }

    [Fact]
    public void Centroids_AtTheOptimum_IsNull()
    {
        FeatureMatrix matrix = new(["x"], [0, 1, 10, 11]);
        LloydIterations.Outcome best = new([0, 0, 1, 1], [0.5, 10.5], [2, 2], [2, 2], 1, 2, true, false);

        Assert.Null(HartiganMoves.Centroids(matrix, best, CancellationToken.None));
    }
}
