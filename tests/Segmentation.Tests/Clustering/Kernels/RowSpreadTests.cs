namespace Segmentation.Tests.Clustering.Kernels;

public sealed class RowSpreadTests
{
    [Fact]
    public void Of_FourWeightedRows_IsTheHandWorkedMeanAndDistance()
    {
        // Weights 1, 1, 2: mean (0 + 2 + 2·5) / 4 = 3, distances 9 + 1 + 2·4 = 18.
        RowSpread spread = Spread(new FeatureMatrix(["x"], [0, 2, 5]).WithRowWeights([1, 1, 2]));

        Assert.Equal([3.0], spread.Mean);
        Assert.Equal(4.0, spread.Weight);
        Assert.Equal(18.0, spread.Distance);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e6)]
    public void InertiaOf_MeansOfClusters_IsTheSumOverTheRows(double offset)
    {
        FeatureMatrix blobs = Blobs.Make(rows: 9_000, clusters: 6, seed: 3);
        FeatureMatrix matrix = new(blobs.FeatureNames, [.. blobs.Values.ToArray().Select(value => value + offset)]);
        KMeansModel model = new KMeans(6).Fit(matrix);

        double inertia = Spread(matrix).InertiaOf(model.Centroids.Values, [.. model.Sizes.Select(size => (double)size)]);

        Assert.Equal(1, inertia / model.Inertia, 1e-9);
    }

    [Fact]
    public void IsPoor_GoesByTheLastGain()
    {
        Prospect prospect = new(Spread(new FeatureMatrix(["x"], [0, 2])), Best: 100, IsScan: false);

        Assert.False(prospect.IsPoor(double.PositiveInfinity, 500)); // the first iteration gained without bound
        Assert.False(prospect.IsPoor(before: 110, after: 109)); // 9 are missing, 9 times the gain
        Assert.True(prospect.IsPoor(before: 150.5, after: 150)); // 50 are missing, 100 times the gain
        Assert.False(prospect.IsPoor(before: 99, after: 99)); // it is there already
        Assert.False((prospect with { IsScan = true }).IsPoor(before: 150.5, after: 150)); // a scan is more patient
        Assert.True((prospect with { IsScan = true }).IsPoor(before: 150.1, after: 150)); // 500 times
    }

    private static RowSpread Spread(FeatureMatrix matrix) => RowSpread.Of(matrix, Crew.OfOne, CancellationToken.None);
}
