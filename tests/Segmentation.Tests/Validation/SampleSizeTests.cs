namespace Segmentation.Tests.Validation;

public sealed class SampleSizeTests
{
    [Theory]
    [InlineData(2, 1000)]
    [InlineData(60, 1000)]
    [InlineData(120, 500)]
    [InlineData(300, 200)]
    [InlineData(5000, 200)]
    public void SampleSizeFor_Features_KeepsTheNumbersBounded(int features, int expected)
    {
        Assert.Equal(expected, new ClusterCountScan(k => new KMeans(k)).SampleSizeFor(features));
    }
}
