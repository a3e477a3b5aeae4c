using System.Globalization;

namespace Segmentation.Tests.Lifecycle;

/// <summary>A model of numbers that were taken as categories, whose levels are spelt as C# spells numbers, and rows that try it.</summary>
internal static class SqlLevelRows
{
    private static readonly FittedFeature[] Features =
    [
        new("Region = 1", 0, 1) { Encoding = new LevelEncoding("Region", "1") },
        new("Region = 2.5", 0, 1) { Encoding = new LevelEncoding("Region", "2.5") },
        new("Region = other", 0, 1) { Encoding = new OtherLevelsEncoding("Region", ["1", "2.5"], ["7", "1E+20"]) },
        new("Size", 0, 1) { Encoding = new OrdinalEncoding("Size", ["1", "2", "3"]) },
    ];

    /// <summary>A segment for each region and the sizes around 1 and 3.</summary>
    public static SegmentationModel Model { get; } = Models.Of(
        Features, [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1], [1, 0, 0, 3], [0, 1, 0, 3], [0, 0, 1, 3]], null, "Id");

    public static (double Region, double Size)[] Rows { get; } =
    [
        .. new[] { 1, 2.5, 7, 3, 0, 1e20, double.NaN }.SelectMany(region => new[] { 1, 3, 4, double.NaN }.Select(size => (region, size))),
    ];

    /// <summary>What C# says of the rows: the segment, and whether there is a reason for none.</summary>
    public static (long? Segment, bool HasReason)[] Expected() =>
    [
        .. Model.Score(new CustomerTable(
            [
                new NumericColumn("Region", [.. Rows.Select(row => row.Region)]),
                new NumericColumn("Size", [.. Rows.Select(row => row.Size)]),
            ])).Customers.Select(customer => ((long?)customer.Segment, customer.Reason is not null)),
    ];

    /// <summary>The rows of an INSERT: id and the two cells, each by what spells a number.</summary>
    public static string Values(Func<double, string> spell) => string.Join(", ", Rows.Select((row, i) =>
        string.Create(CultureInfo.InvariantCulture, $"('{i:00}', {(double.IsNaN(row.Region) ? "NULL" : spell(row.Region))}, {(double.IsNaN(row.Size) ? "NULL" : spell(row.Size))})")));

    /// <summary>A number with two decimals, as in 1.00.</summary>
    public static string TwoDecimals(double number) => ((decimal)number).ToString("0.00", CultureInfo.InvariantCulture);
}
