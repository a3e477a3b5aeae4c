namespace Segmentation.Tests.Validation;

public sealed class IndexTests
{
    private static readonly FeatureMatrix FourPoints = FeatureMatrix.FromRows([0], [2], [10], [14]);

    [Fact]
    public void CalinskiHarabasz_FourPoints_IsTheRatioWorkedByHand()
    {
        // Means 1 and 12, overall 6.5. B = 2 * 5.5^2 * 2 = 121, W = 1 + 1 + 4 + 4 = 10; (121 / 1) / (10 / 2) = 24.2.
        Assert.Equal(24.2, CalinskiHarabasz.Of(FourPoints, [0, 0, 1, 1])!.Value, 1e-12);
    }

    [Fact]
    public void CalinskiHarabasz_NothingLeftWithin_IsUnknown()
    {
        Assert.Null(CalinskiHarabasz.Of(FourPoints, [0, 1, 2, 3]));
        Assert.Null(CalinskiHarabasz.Of(FeatureMatrix.FromRows([1], [1], [2]), [0, 0, 1]));
    }

    [Fact]
    public void DaviesBouldin_FourPoints_IsTheRatioWorkedByHand()
    {
        // Spreads 1 and 2, separation 11: (1 + 2) / 11 for both clusters.
        Assert.Equal(3.0 / 11, DaviesBouldin.Of(FourPoints, [0, 0, 1, 1])!.Value, 1e-15);
    }

    [Fact]
    public void DaviesBouldin_ThreeClusters_TakesTheWorstNeighbourOfEach()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0], [2], [10], [14], [30], [30]);

        // Means 1, 12, 30; spreads 1, 2, 0. Worst: 3/11, max(3/11, 2/18) = 3/11, max(1/29, 2/18) = 1/9.
        Assert.Equal(((3.0 / 11) + (3.0 / 11) + (1.0 / 9)) / 3, DaviesBouldin.Of(matrix, [0, 0, 1, 1, 2, 2])!.Value, 1e-15);
    }

    [Fact]
    public void DaviesBouldin_ARowForEachCluster_IsUnknown()
    {
        Assert.Null(DaviesBouldin.Of(FourPoints, [0, 1, 2, 3]));
    }

    [Fact]
    public void DaviesBouldin_TwoClustersWithOneMean_IsUnknown()
    {
        Assert.Null(DaviesBouldin.Of(FeatureMatrix.FromRows([0], [4], [1], [3]), [0, 0, 1, 1]));
    }
}
