namespace Segmentation.Tests.Validation;

public sealed class ClusterValleysTests
{
    [Fact]
    public void LeastClear_SixRowsAround0And1_GivesTheAnswerWorkedByHand()
    {
        // Means 0 and 1; nobody in the middle third, three rows near either. With a share of 1/3: (2/3)^3.
        double p = LeastClear([[-0.1], [0], [0.1], [0.9], [1], [1.1]]);

        Assert.Equal(8 / 27.0, p, 1e-12);
    }

    [Fact]
    public void LeastClear_EvenlySpreadRows_SeeNoValley()
    {
        // Means 2 and 7, 5 apart. From 1/3 to 2/3 of the way: 4 and 5. Near the means, within 5/3: 1 to 3 and 6 to 8. Of 2 + 3
        // rows at most 2 in the middle, each with 1/3: (2^5 + 5 * 2^4 + 10 * 2^3) / 3^5.
        double p = LeastClear([[0], [1], [2], [3], [4], [5], [6], [7], [8], [9]]);

        Assert.Equal((32 + 80 + 80) / 243.0, p, 1e-12);
        Assert.Equal(0.1, ClusterCountRequirements.ValleyBound(2), 1e-12);
        Assert.Equal(0.5623, ClusterCountRequirements.ValleyBound(5), 1e-4); // the fourth root of 0.1
    }

    [Fact]
    public void LeastClear_ThreeClusters_IsTheLeastClearPair()
    {
        // Of 0 and 10 as above; the third pair's middle, from 10 to 12, is as thick as its sides.
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [-1], [0], [1], [9], [10], [11], [11.3], [12], [12.6], [13]);
        KMeansModel three = new KMeans(3).Fit(matrix);
        KMeansModel two = new KMeans(2).Fit(matrix);

        Assert.True(ClusterValleys.LeastClear(matrix, three, default) > ClusterValleys.LeastClear(matrix, two, default));
    }

    private static double LeastClear(double[][] rows)
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows(rows);
        return ClusterValleys.LeastClear(matrix, new KMeans(2).Fit(matrix), default);
    }
}
