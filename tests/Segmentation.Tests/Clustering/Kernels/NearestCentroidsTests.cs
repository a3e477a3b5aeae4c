namespace Segmentation.Tests.Clustering.Kernels;

public sealed class NearestCentroidsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Find_RowsFourAtATime_GivesTheBitsOfOneRowAtATime(int featureCount)
    {
        // Small integers make ties; the seventh of each makes sums that round.
        Random random = new(featureCount);
        FeatureMatrix matrix = FeatureMatrix.FromRows(
            [.. Enumerable.Range(0, 103).Select(_ => Enumerable.Range(0, featureCount).Select(_ => random.Next(5) / 7.0).ToArray())]);
        double[] centroids = [.. Enumerable.Range(0, 6 * featureCount).Select(_ => random.Next(5) / 7.0)];
        int[] nearest = new int[103];
        double[] distances = new double[103];

        new NearestCentroids(matrix).Find(centroids, 0, 103, nearest, distances);

        for (int row = 0; row < 103; row++)
        {
            Assert.Equal(SquaredDistance.Nearest(matrix.Row(row), centroids), (nearest[row], distances[row]));
        }
    }
}
