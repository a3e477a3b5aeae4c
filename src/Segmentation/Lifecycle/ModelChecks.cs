namespace Segmentation;

/// <summary>
/// What must hold in a model file beyond the types of its properties. Everything that is built from the file afterwards
/// trusts it; the features' own numbers are checked by <see cref="FittedPreprocessor"/>.
/// </summary>
internal static class ModelChecks
{
    /// <exception cref="ArgumentException">Something does not hold; the message says what.</exception>
    public static void Check(ModelJson.Document document)
    {
        Require(document.Features.All(feature => feature is not null && !string.IsNullOrWhiteSpace(feature.Name)), "a feature has no name.");
        Require(document.Segments.Count > 0, "it has no segment.");
        Require(document.Inertia >= 0 && double.IsFinite(document.Inertia), "its inertia is not a number of at least 0.");
        for (int i = 0; i < document.Segments.Count; i++)
        {
            Check(document.Segments[i], i + 1, document.Features.Count);
        }

        int[] numbers = [.. document.Segments.Select(segment => segment.Number)];
        Require(numbers[0] >= 1 && numbers.Zip(numbers.Skip(1), (one, next) => one < next).All(rises => rises), "its segments' numbers do not rise from 1.");
        Require(document.NextSegment is null || document.NextSegment > numbers[^1], "its next segment's number is taken.");

        if (document.Training is TrainingStatistics training)
        {
            Require(
                AreCounts(training.RowsClustered, training.RowsDropped, training.RowsMeasured) && training.RowsMeasured <= training.RowsClustered,
                "its training rows are not counts.");
            CheckFeatures(training, [.. document.Features.Select(feature => feature.Name)]);
            CheckSegments(training, numbers, document.Features.Count);
            CheckCategories(training);
            CheckQuantiles(training);
        }
    }

    private static void Check(ModelJson.Segment? segment, int number, int features)
    {
        Require(segment is not null, $"segment {number} is null.");
        Require(segment!.Size >= 0, $"segment {number} has a size below 0.");
        Require(segment.Centroid.Count == features, $"segment {number} has {segment.Centroid.Count} coordinates for {features} features.");
        Require(AreFinite(segment.Centroid), $"segment {number} has a coordinate that is not a finite number.");
    }

    private static void CheckFeatures(TrainingStatistics training, string[] names)
    {
        Require(
            training.Features.All(feature => feature is not null) && training.Features.Select(feature => feature.Name).SequenceEqual(names),
            "its training statistics have other features than the model.");
        foreach (TrainingDistribution feature in training.Features)
        {
            string what = $"the training statistics of '{feature.Name}'";
            Require(AreFinite(feature.Edges) && IsRising(feature.Edges), $"{what} have edges that do not rise.");
            Require(feature.Counts.Count == feature.Edges.Count + 1, $"{what} have {feature.Counts.Count} counts for {feature.Edges.Count} edges.");
            Require(AddUpTo(training.RowsMeasured, feature.Counts) && feature.Missing >= 0, $"{what} have counts that do not add up.");
        }
    }

    private static void CheckSegments(TrainingStatistics training, int[] numbers, int features)
    {
        Require(
            training.Segments.All(segment => segment is not null)
            && training.Segments.Select(segment => segment.Segment).SequenceEqual(numbers),
            "its training statistics have other segments than the model.");
        foreach (TrainingSegment segment in training.Segments)
        {
            string what = $"the training statistics of segment {segment.Segment}";
            Require(
                segment.Means.Count == features && segment.Variances.Count == features
                && AreFinite(segment.Means) && AreFinite(segment.Variances) && segment.Variances.All(variance => variance >= 0),
                $"{what} are not {features} means and as many variances.");
        }

        Require(
            AddUpTo(training.RowsMeasured, [.. training.Segments.Select(segment => segment.Count)]),
            "the training statistics have segments that do not add up.");
    }

    private static void CheckCategories(TrainingStatistics training)
    {
        foreach (TrainingCategory category in training.Categories)
        {
            Require(
                category is not null && AreCounts(category.Missing, category.Other)
                && category.Levels.All(level => level is { Level: not null, Count: >= 0 }),
                "its training statistics have a category that is not levels with counts.");
        }
    }

    private static void CheckQuantiles(TrainingStatistics training)
    {
        IReadOnlyList<DistanceQuantile> quantiles = training.DistanceQuantiles;
        Require(
            quantiles.All(quantile => quantile is { Probability: >= 0 and <= 1, Distance: >= 0 } && double.IsFinite(quantile.Distance))
            && IsRising([.. quantiles.Select(quantile => quantile.Probability)])
            && quantiles.Zip(quantiles.Skip(1), (one, next) => one.Distance <= next.Distance).All(rises => rises)
            && quantiles.Any(quantile => quantile.Probability == TrainingStatistics.UnlikeProbability),
            "its training statistics have distances that are not rising quantiles with the 99th percentile among them.");
    }

    private static bool AreCounts(params ReadOnlySpan<int> counts) => !counts.ContainsAnyInRange(int.MinValue, -1);

    private static bool AddUpTo(int total, IReadOnlyList<int> counts) =>
        counts.All(count => count >= 0) && counts.Sum(count => (long)count) == total;

    private static bool AreFinite(IReadOnlyList<double> numbers) => numbers.All(double.IsFinite);

    private static bool IsRising(IReadOnlyList<double> numbers) =>
        numbers.Zip(numbers.Skip(1), (one, next) => one < next).All(rises => rises);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
