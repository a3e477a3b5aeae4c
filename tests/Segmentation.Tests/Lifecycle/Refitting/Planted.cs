using System.Globalization;
using MathNet.Numerics.Random;

namespace Segmentation.Tests.Lifecycle.Refitting;

/// <summary>Customers in round groups of radius 1 around planted centers, far apart, with ids.</summary>
internal static class Planted
{
    public static readonly (double X, double Y)[] FourCenters = [(0, 0), (20, 0), (0, 20), (20, 20)];

    /// <summary>A table of so many customers around each center; ids count up from the first.</summary>
    public static CustomerTable Table(int seed, int firstId, params (double X, double Y, int Count)[] groups)
    {
        Xoshiro256StarStar random = new(seed);
        List<string> ids = [];
        List<double> x = [];
        List<double> y = [];
        foreach ((double centerX, double centerY, int count) in groups)
        {
            for (int i = 0; i < count; i++)
            {
                double angle = 2 * Math.PI * random.NextDouble();
                double radius = Math.Sqrt(random.NextDouble());
                ids.Add((firstId + ids.Count).ToString("C0000", CultureInfo.InvariantCulture));
                x.Add(centerX + (radius * Math.Cos(angle)));
                y.Add(centerY + (radius * Math.Sin(angle)));
            }
        }

        return new CustomerTable(
            [new TextColumn("Id", ids.ToArray(), ColumnKind.Id), new NumericColumn("X", x.ToArray()), new NumericColumn("Y", y.ToArray())], "Id");
    }

    public static (double X, double Y, int Count)[] Four(int count = 40) => [.. FourCenters.Select((center, i) => (center.X, center.Y, count + (4 - i)))];

    public static SegmentationModel Model(CustomerTable table, int clusterCount) => SegmentationModel.Of(new SegmentationPipeline
    {
        Preprocessor = new Preprocessor { Features = ["X", "Y"] },
        ClusterCount = clusterCount,
        MaxClusters = 5,
        StabilitySamples = 0,
    }.Run(table));

    /// <summary>The same customers with other numbers.</summary>
    public static CustomerTable Moved(CustomerTable table, Func<int, double, double, (double X, double Y)> move)
    {
        NumericColumn x = table.Numeric("X");
        NumericColumn y = table.Numeric("Y");
        (double X, double Y)[] moved = [.. Enumerable.Range(0, table.RowCount).Select(row => move(row, x[row], y[row]))];
        return new CustomerTable(
            [table["Id"], new NumericColumn("X", moved.Select(place => place.X).ToArray()), new NumericColumn("Y", moved.Select(place => place.Y).ToArray())], "Id");
    }

    public static IEnumerable<string> Told(RefitResult result) =>
        result.Matching.Transitions.Select(transition => $"{transition.Kind} {string.Join(',', transition.From)}>{string.Join(',', transition.To)}");
}
