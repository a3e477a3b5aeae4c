using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Segmentation.Tests.Lifecycle;

/// <summary>Customers drawn from known sources, and models made from them.</summary>
internal static class DriftCustomers
{
    /// <summary>Three groups in two features, apart from each other, and a third feature that has nothing to do with them.</summary>
    /// <param name="count">The customers.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="shares">Of the groups; null for a half, three tenths and two tenths.</param>
    /// <param name="change">What becomes of a customer's numbers; null for nothing.</param>
    public static CustomerTable Grouped(int count, int seed, double[]? shares = null, Func<double[], int, double[]>? change = null)
    {
        double[][] centers = [[20, 70], [50, 40], [90, 80]];
        return Table(count, seed, (random, row) =>
        {
            double draw = random.NextDouble();
            double[] parts = shares ?? [0.5, 0.3, 0.2];
            int group = draw < parts[0] ? 0 : draw < parts[0] + parts[1] ? 1 : 2;
            double[] customer =
            [
                Normal.Sample(random, centers[group][0], 6), Normal.Sample(random, centers[group][1], 6), Normal.Sample(random, 40, 10),
            ];
            return change is null ? customer : change(customer, row);
        });
    }

    /// <summary>Four features without any groups.</summary>
    public static CustomerTable Shapeless(int count, int seed) =>
        Table(count, seed, (random, _) => [.. Enumerable.Range(0, 4).Select(_ => Normal.Sample(random, 0, 1))]);

    /// <summary>Amounts that are mostly small and sometimes very large, and a count with few values.</summary>
    public static CustomerTable Skewed(int count, int seed) => Table(count, seed, (random, _) =>
        [Math.Exp(Normal.Sample(random, 3, 1)), Math.Exp(Normal.Sample(random, 5, 0.7)), Poisson.Sample(random, 1.5)]);

    /// <summary>A model by k-means, without the rest of the pipeline.</summary>
    public static SegmentationModel Model(CustomerTable customers, int clusterCount)
    {
        FittedPreprocessor preprocessor = new Preprocessor { Features = [.. customers.Columns.Select(column => column.Name)] }.Fit(customers);
        FeatureMatrix matrix = preprocessor.Transform(customers).Matrix;
        KMeansModel model = new KMeans(clusterCount) { Seed = 1 }.Fit(matrix);
        return new SegmentationModel(
            preprocessor,
            model.Centroids,
            [.. model.Sizes.Select((size, i) => new ModelSegment(i + 1, $"Group {i + 1}", size))],
            1,
            model.Inertia,
            TrainingStatisticsMeasuring.Of(
                matrix, [.. model.Labels], model.Centroids, [.. customers.Columns.Select(column => column.MissingCount)], []));
    }

    private static CustomerTable Table(int count, int seed, Func<RandomSource, int, double[]> draw)
    {
        Xoshiro256StarStar random = new(seed);
        double[][] rows = [.. Enumerable.Range(0, count).Select(row => draw(random, row))];
        CustomerTable table = new(Enumerable.Range(0, rows[0].Length).Select(
            i => new NumericColumn($"{(char)('A' + i)}", rows.Select(row => row[i]).ToArray())));
        return table.Take(CustomerOrder.Of(table));
    }
}
