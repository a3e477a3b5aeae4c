namespace Segmentation;

/// <summary>A feature over the rows of a stream that have all features, in its own unit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Missing">The rows, of all, that lack it.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">With denominator n - 1; null for one row.</param>
/// <param name="PopulationDeviation">With denominator n.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
public sealed record StreamedFeature(
    string Name, int Missing, double Mean, double? StandardDeviation, double PopulationDeviation, double Minimum, double Maximum);

/// <summary>What one pass over a stream finds: how many rows, what the features are like, and a sample of the rows.</summary>
public sealed class StreamedStatistics
{
    internal StreamedStatistics(StreamedContent content, IReadOnlyList<StreamedFeature> features, FeatureMatrix sample)
    {
        RowCount = content.RowCount;
        CompleteRows = content.CompleteRows;
        Features = features;
        Sample = sample;
    }

    /// <summary>All rows.</summary>
    public int RowCount { get; }

    /// <summary>The rows that have all features; the others take no part.</summary>
    public int CompleteRows { get; }

    /// <summary>The features, d of them.</summary>
    public IReadOnlyList<StreamedFeature> Features { get; }

    /// <summary>Rows drawn at random from the complete ones, in original units; all of them, in order, where they are few.</summary>
    public FeatureMatrix Sample { get; }

    /// <summary>The centers and scales by these statistics, no row filled and every weight 1.</summary>
    internal FittedPreprocessor Preprocessor(Scaling scaling) => new(
        [
            .. Features.Select(feature =>
            {
                (double center, double scale) = scaling switch
                {
                    Scaling.Standard => (feature.Mean, feature.PopulationDeviation),
                    Scaling.MinMax => (feature.Minimum, feature.Maximum - feature.Minimum),
                    _ => (0, 1),
                };
                return new FittedFeature(feature.Name, center, scale);
            }),
        ],
        scaling);
}
