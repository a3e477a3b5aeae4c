using MathNet.Numerics.Random;

namespace Segmentation.Tests.Clustering.Kernels;

public sealed class FarRowsTests
{
    [Fact]
    public void Draw_RowsAtKnownDistances_ComesInProportionToTheirSquares()
    {
        // Around 0: squared distances 0, 1, 4 and 9, the last twice as heavy: shares 0, 1/23, 4/23, 18/23.
        FeatureMatrix matrix = new FeatureMatrix(["x"], [0, 1, -2, 3]).WithRowWeights([1, 1, 1, 2]);
        LloydIterations.Outcome outcome = new([0, 0, 0, 0], [0], [4], [5], 23, 1, true, false);
        FarRows far = new(matrix, outcome, Crew.OfOne, CancellationToken.None);
        Xoshiro256StarStar random = new(1);

        int[] drawn = [.. Enumerable.Range(0, 23_000).Select(_ => far.Draw(random))];

        // Standard errors are below 63 draws.
        Assert.DoesNotContain(0, drawn);
        Assert.Equal(1000, drawn.Count(row => row == 1), 4 * 63.0);
        Assert.Equal(4000, drawn.Count(row => row == 2), 4 * 63.0);
        Assert.Equal(18_000, drawn.Count(row => row == 3), 4 * 63.0);
    }

    [Fact]
    public void AreNone_EveryRowOnItsCentroid_IsTrue()
    {
        FeatureMatrix matrix = new(["x"], [2, 2, 5]);

        Assert.True(new FarRows(matrix, new([0, 0, 1], [2, 5], [2, 1], [2, 1], 0, 1, true, false), Crew.OfOne, CancellationToken.None).AreNone);
    }

    [Fact]
    public void Draw_OnlyRowsOfALaterChunkAreFar_DrawsThose()
    {
        double[] values = new double[10_000];
        values[9_000] = 1;
        LloydIterations.Outcome outcome = new(new int[10_000], [0], [10_000], [10_000], 1, 1, true, false);
        FarRows far = new(new FeatureMatrix(["x"], values), outcome, Crew.OfOne, CancellationToken.None);

        Assert.Equal(9_000, far.Draw(new Xoshiro256StarStar(4)));
    }
}
