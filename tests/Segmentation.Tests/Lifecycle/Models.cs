namespace Segmentation.Tests.Lifecycle;

/// <summary>Models and tables for tests, made from the numbers that matter.</summary>
internal static class Models
{
    /// <summary>A model of the given centroids over features A, B, … as they are.</summary>
    public static SegmentationModel Of(params double[][] centroids) =>
        Of([.. Enumerable.Range(0, centroids[0].Length).Select(i => new FittedFeature($"{(char)('A' + i)}", 0, 1))], centroids);

    public static SegmentationModel Of(FittedFeature[] features, double[][] centroids, TrainingStatistics? training = null, string? idColumn = null) => new(
        new FittedPreprocessor(features, Scaling.None),
        new FeatureMatrix([.. features.Select(feature => feature.Name)], centroids.SelectMany(row => row).ToArray()),
        [.. centroids.Select((_, i) => new ModelSegment(i + 1, $"Name {i + 1}", 10))],
        42,
        1.5,
        training,
        idColumn);

    /// <summary>A table with a column for each feature.</summary>
    public static CustomerTable Table(SegmentationModel model, params double[][] rows) => new(model.Preprocessor.FeatureNames.Select(
        (name, i) => new NumericColumn(name, rows.Select(row => row[i]).ToArray())));
}
