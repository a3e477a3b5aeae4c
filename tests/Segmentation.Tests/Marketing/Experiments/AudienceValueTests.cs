namespace Segmentation.Tests.Marketing.Experiments;

public sealed class AudienceValueTests
{
    [Theory]
    [InlineData(new[] { 0.1, 0.1, 0.1 }, 0.0)] // their sum divided by 3 is not 0.1
    [InlineData(new[] { 2.0, 4, 9 }, 3.605551275463989)] // √(3² + 1² + 4²) / √2 = √13
    [InlineData(new[] { 1e200, 2e200 }, 7.071067811865476e199)] // whose squares are no doubles
    [InlineData(new[] { 5.0, double.NaN }, null)]
    public void StandardDeviationOf_Segment_IsThatOfItsKnownValues(double[] values, double? expected)
    {
        string[] ids = [.. values.Select((_, i) => $"c{i}")];
        CustomerTable table = new([new TextColumn("Id", ids, ColumnKind.Id), new NumericColumn("Value", values)], "Id");

        double? deviation = new AudienceValue(table, "Value", 1).StandardDeviationOf(new SegmentList(1, "A", ids));

        // To a few roundings.
        Assert.Equal(expected is null, deviation is null);
        Assert.InRange(deviation ?? 0, (1 - 1e-15) * (expected ?? 0), (1 + 1e-15) * (expected ?? 0));
    }
}
