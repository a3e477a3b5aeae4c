namespace Segmentation.Tests.Reporting;

public sealed class ReportNumbersTests
{
    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "<0.001")]
    [InlineData(0.00099, "<0.001")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0096, "0.0096")]
    [InlineData(0.00998, "0.00998")]
    [InlineData(0.0099996, "0.00999")]
    [InlineData(0.01, "0.010")]
    [InlineData(0.0108, "0.011")]
    [InlineData(0.23, "0.230")]
    [InlineData(1.0, "1.000")]
    public void PValue_AnySize_ShowsOnWhichSideOfTheClaimLevelItLies(double? value, string expected)
    {
        Assert.Equal(expected, ReportNumbers.PValue(value));
        Assert.Equal(expected, DisplayCell.PValue(value).ToString());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0.0099999, true)]
    [InlineData(0.01, false)]
    public void IsNoChance_AtTheClaimLevel_IsFalse(double? value, bool expected)
    {
        Assert.Equal(expected, Trait.IsNoChance(value));
    }
}
