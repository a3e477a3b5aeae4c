using MathNet.Numerics.Random;

namespace Segmentation.Tests.Clustering.Kernels;

public sealed class CoresetTests
{
    [Fact]
    public void Draw_ManyRows_WeighsWhatTheyWeighAndHasTheirDispersion()
    {
        FeatureMatrix matrix = Blobs.Make(rows: 50_000, clusters: 5, seed: 1);

        FeatureMatrix coreset = Coreset.Draw(matrix, SpreadOf(matrix), 2000, new Xoshiro256StarStar(1), Crew.OfOne, CancellationToken.None);

        // A weighted row of 2,000 has a standard error of about 2%; half the chance is even, so no row weighs more than twice n / m.
        Assert.Equal(2000, coreset.RowCount);
        Assert.Equal(50_000, coreset.RowWeights.ToArray().Sum(), 1000.0);
        Assert.All(coreset.RowWeights.ToArray(), weight => Assert.InRange(weight, 0, 2 * 50_000 / 2000.0 * 1.0000001));
        double whole = new KMeans(1).Fit(matrix).Inertia;
        Assert.Equal(whole, new KMeans(1).Fit(coreset).Inertia, whole * 0.05);
    }

    [Fact]
    public void Draw_RowsFarFromTheMean_AreDrawn()
    {
        double[] values = new double[20_000];
        values[12_345] = 1e6;
        FeatureMatrix matrix = new(["x"], values);

        FeatureMatrix coreset = Coreset.Draw(matrix, SpreadOf(matrix), 100, new Xoshiro256StarStar(2), Crew.OfOne, CancellationToken.None);

        // Half of the chance goes by squared distance, and nearly all of that is this row's: it comes about 50 times of 100.
        Assert.InRange(coreset.Values.ToArray().Count(value => value == 1e6), 49, 52);
    }

    [Fact]
    public void Draw_EqualRows_DrawsThemEvenly()
    {
        FeatureMatrix matrix = new(["x"], new double[9000]);

        FeatureMatrix coreset = Coreset.Draw(matrix, SpreadOf(matrix), 90, new Xoshiro256StarStar(3), Crew.OfOne, CancellationToken.None);

        Assert.All(coreset.RowWeights.ToArray(), weight => Assert.Equal(100, weight, 1e-9));
    }

    private static RowSpread SpreadOf(FeatureMatrix matrix) => RowSpread.Of(matrix, Crew.OfOne, CancellationToken.None);
}
