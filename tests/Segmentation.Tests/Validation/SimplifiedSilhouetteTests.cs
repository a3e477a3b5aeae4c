using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

public sealed class SimplifiedSilhouetteTests
{
    [Fact]
    public void Of_FivePoints_GivesTheMeanWorkedByHand()
    {
        FeatureMatrix matrix = FeatureMatrix.FromRows([0, 0], [2, 0], [10, 3], [10, 5], [4, 4]);

        double simplified = SimplifiedSilhouette.Of(matrix, [0, 0, 1, 1, 2]);

        // The means are (1, 0), (10, 4) and (4, 4). Row 0: a = 1, b = |(4, 4)|. Row 1: a = 1, b = |(2, 4)|.
        // Rows 2 and 3: a = 1, b = |(6, 1)|. Row 4 is alone.
        double[] widths = [1 - (1 / Math.Sqrt(32)), 1 - (1 / Math.Sqrt(20)), 1 - (1 / Math.Sqrt(37)), 1 - (1 / Math.Sqrt(37)), 0];
        Assert.Equal(widths.Average(), simplified, 1e-15);
    }

    [Fact]
    public void Of_RowNearerToAnotherMean_CountsBelowZero()
    {
        // Means 4 and 8: row 8 has a = 4 and b = 0, so -1; rows 0 and 4 have 1/2 and 1; rows 8 have 1.
        double simplified = SimplifiedSilhouette.Of(FeatureMatrix.FromRows([0], [4], [8], [8], [8]), [0, 0, 0, 1, 1]);

        Assert.Equal((0.5 + 1 - 1 + 1 + 1) / 5, simplified, 1e-15);
    }

    [Fact]
    public void Of_EqualRowsInTwoClusters_IsZero()
    {
        Assert.Equal(0.0, SimplifiedSilhouette.Of(FeatureMatrix.FromRows([3], [3], [3], [3]), [0, 0, 1, 1]));
    }

    [Fact]
    public void Of_ConvergedKMeans_IsNeverBelowZero()
    {
        // Every row is nearest to the mean of its own cluster, so no width is negative.
        FeatureMatrix matrix = Blobs.Noise(rows: 500, seed: 3);

        double simplified = SimplifiedSilhouette.Of(matrix, new KMeans(4).Fit(matrix).Labels);

        Assert.InRange(simplified, Silhouette.Of(matrix, new KMeans(4).Fit(matrix).Labels).Mean.Value, 1);
    }

    [Fact]
    public void Of_OneCluster_SaysThatTwoAreNeeded()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => SimplifiedSilhouette.Of(FeatureMatrix.FromRows([0], [1]), [0, 0]));

        Assert.StartsWith("The index compares clusters: it needs at least two.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        Assert.Throws<OperationCanceledException>(() => SimplifiedSilhouette.Of(
            FeatureMatrix.FromRows([0], [1]), [0, 1], new CancellationToken(canceled: true)));
    }
}
