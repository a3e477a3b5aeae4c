namespace Segmentation;

/// <summary>What fills a missing category: its most frequent level, which has neither a median nor a mode feature by feature.</summary>
internal static class LevelFills
{
    /// <summary>
    /// The features, those of categories with 1 for the most frequent level (of equally frequent ones the first) and 0 for the
    /// others, where medians or modes are filled in.
    /// </summary>
    public static IReadOnlyList<FittedFeature> Of(
        IReadOnlyList<TrainingFeature> training, FittedFeature[] fitted, MissingValues missing)
    {
        if (missing is not (MissingValues.FillMedian or MissingValues.FillMode))
        {
            return fitted;
        }

        Dictionary<string, (int Feature, int Rows)> largest = new(StringComparer.Ordinal);
        for (int i = 0; i < fitted.Length; i++)
        {
            int rows = training[i].IsLevel ? training[i].Numbers.Values.Count(1.0) : 0;
            if (rows > largest.GetValueOrDefault(training[i].Column).Rows)
            {
                largest[training[i].Column] = (i, rows);
            }
        }

        return [.. fitted.Select((feature, i) => training[i].IsLevel
            ? feature with { FillValue = largest[training[i].Column].Feature == i ? 1 : 0 }
            : feature)];
    }
}
