using System.Data.Common;
using System.Globalization;
using MathNet.Numerics.Random;

namespace Segmentation.Tests.Lifecycle;

/// <summary>
/// A random model, and rows that try it: near the borders between its centroids, on them, missing, tiny, huge, and beyond what
/// can be compared.
/// </summary>
internal sealed record SqlRows(SegmentationModel Model, IReadOnlyList<string> Columns, IReadOnlyList<(string Id, double[] Cells)> Rows)
{
    public static SqlRows Random(int seed, int features, int segments, int count)
    {
        Xoshiro256StarStar random = new(seed);
        FittedFeature[] fitted = [.. Enumerable.Range(0, features).Select(i => new FittedFeature(
            $"Feature {i}",
            i % 3 == 0 ? (random.NextDouble() - 0.5) * 100 : 0,
            i % 2 == 0 ? random.NextDouble() * 30 : 1,
            i % 4 == 3 ? random.NextDouble() * 2 : 1,
            i % 5 == 1 ? random.NextDouble() : null))];

        // Some coordinates are whole, so that rows can lie exactly between two centroids, and some are 0 or the same.
        double[][] centroids = [.. Enumerable.Range(0, segments).Select(_ => Enumerable.Range(0, features).Select(i => random.Next(4) switch
        {
            0 => random.Next(-3, 4),
            1 => 0,
            _ => (random.NextDouble() - 0.5) * 6,
        }).ToArray())];
        SegmentationModel model = Models.Of(fitted, centroids, null, "Id");
        (string, double[])[] rows = [.. Enumerable.Range(0, count).Select(row =>
        {
            double[] one = centroids[random.Next(segments)];
            double[] other = centroids[random.Next(segments)];
            double[] cells = [.. fitted.Select((feature, i) => random.Next(60) switch
            {
                0 => double.NaN,
                1 => 1e-200,
                2 => double.Epsilon,
                3 => -1e180,
                4 => double.MaxValue,
                5 => 1e150,
                < 30 => (((one[i] + other[i]) / 2) / feature.Weight * feature.Scale) + feature.Center,
                < 45 => random.Next(-50, 50),
                _ => feature.Center + ((random.NextDouble() - 0.5) * 8 * feature.Scale),
            })];
            return (row.ToString("00000", CultureInfo.InvariantCulture), cells);
        })];
        return new SqlRows(model, [.. fitted.Select(feature => feature.Name)], rows);
    }

    /// <summary>What C# says of the rows: id, segment, name, reason.</summary>
    public (string?, long?, string?, string?)[] Expected()
    {
        ScoredCustomers scored = Model.Score(Models.Table(Model, [.. Rows.Select(row => row.Cells)]));
        return [.. Rows.Zip(scored.Customers, (row, customer) => ((string?)row.Id, (long?)customer.Segment, customer.Name, customer.Reason))];
    }

    /// <summary>The same rows with cells of 12 digits, which every database reads from a text as C# does.</summary>
    public SqlRows Spelt() => this with
    {
        Rows = [.. Rows.Select(row => (row.Id, row.Cells.Select(cell => double.Parse(Spelling(cell), CultureInfo.InvariantCulture)).ToArray()))],
    };

    /// <summary>The rows as values of SQL, each cell a text; what is missing is NULL, a blank or a word for it.</summary>
    public string Texts() => string.Join(", ", Rows.Select((row, i) =>
        $"('{row.Id}', {string.Join(", ", row.Cells.Select(cell => !double.IsNaN(cell) ? $"'{Spelling(cell)}'" : (i % 3) switch { 0 => "NULL", 1 => "' '", _ => "'na'" }))})"));

    public static string? TextAt(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static string Spelling(double cell) => Math.Abs(cell) is > 1e100 or < 1e-100 ? (Math.Sign(cell) * 1e99).ToString("G12", CultureInfo.InvariantCulture) : cell.ToString("G12", CultureInfo.InvariantCulture);
}
