namespace Segmentation;

/// <summary>Compares the segments with those of the training.</summary>
internal static class DriftOfSegments
{
    /// <summary>A segment with fewer customers, in training or now, has no mean worth a test.</summary>
    private const int FewestCustomers = 10;

    /// <summary>A deviation so small beside the numbers is the rounding of a feature that does not vary in the segment.</summary>
    private const double Rounding = 1e-9;

    /// <summary>How large the segments are, in training and now.</summary>
    public static ShareDrift Shares(TrainingStatistics training, DriftSample sample, double falseAlarmRate)
    {
        int customers = sample.Matrix.RowCount;
        int[] smallestFirst = [.. Enumerable.Range(0, training.Segments.Count).OrderBy(i => training.Segments[i].Count)];
        double moved = customers == 0 ? 0 : training.Segments
            .Select((segment, i) => Math.Abs(((double)segment.Count / training.RowsMeasured) - ((double)sample.Segments[i].Count / customers))).Sum() / 2;
        PooledCounts pooled = PooledCounts.Of(
            [.. smallestFirst.Select(i => training.Segments[i].Count)], [.. smallestFirst.Select(i => sample.Segments[i].Count)]);
        if (pooled.Bins < 2)
        {
            return new ShareDrift(moved, null, null, null, DriftVerdict.Keep);
        }

        DriftLevel level = new(falseAlarmRate, 1);
        double chiSquare = pooled.ChiSquare();
        double adjusted = level.Adjusted(ChiSquareTail.PValue(chiSquare, pooled.Bins - 1));
        return new ShareDrift(
            moved,
            chiSquare,
            ChiSquareTail.CriticalValue(level.OfOne, pooled.Bins - 1),
            adjusted,
            DriftLimit.MovedShare.Of(moved, level.IsMoreThanChance(adjusted)));
    }

    /// <summary>How far the customers of each segment moved.</summary>
    public static SegmentDrift[] Measure(
        SegmentationModel model, TrainingStatistics training, DriftSample sample, double falseAlarmRate)
    {
        int[] features = [.. Enumerable.Range(0, training.Features.Count).Where(i => training.Features[i].Counts.Count > 2)];
        int segments = training.Segments.Where((segment, i) => IsLarge(segment) && IsLarge(sample.Segments[i])).Count();
        DriftLevel level = new(falseAlarmRate, segments * features.Length);
        double customers = Math.Max(1, sample.Matrix.RowCount);
        return [.. model.Segments.Select((segment, i) => new SegmentDrift(
            segment.Segment,
            segment.Name,
            (double)training.Segments[i].Count / training.RowsMeasured,
            sample.Segments[i].Count,
            sample.Segments[i].Count / customers,
            IsLarge(training.Segments[i]) && IsLarge(sample.Segments[i])
                ? [.. features.Select(feature => Shift(model, training.Segments[i], sample.Segments[i], feature, Spread(training.Features[feature]), level)).OfType<CentroidShift>()]
                : []))];
    }

    /// <summary>How many customers are farther from every centroid than 99% of the training customers.</summary>
    public static UnlikeDrift Unlike(TrainingStatistics training, DriftSample sample, double falseAlarmRate)
    {
        int customers = sample.Matrix.RowCount;
        if (customers == 0)
        {
            return new UnlikeDrift(0, 0, 1, DriftVerdict.Keep);
        }

        DriftLevel level = new(falseAlarmRate, 1);
        int notBeyond = (int)((training.RowsMeasured - 1) * TrainingStatistics.UnlikeProbability) + 1;
        double share = (double)sample.Unlike / customers;
        double adjusted = level.Adjusted(DriftChance.OfBeyond(
            training.RowsMeasured, training.RowsMeasured - notBeyond, customers, sample.UnlikeFitted));
        return new UnlikeDrift(sample.Unlike, share, adjusted, DriftLimit.UnlikeShare.Of(share, level.IsMoreThanChance(adjusted)));
    }

    /// <summary>The distance of the outermost deciles; 0 where nearly all customers have one value.</summary>
    private static double Spread(TrainingDistribution feature) => feature.Edges[^1] - feature.Edges[0];

    private static bool IsLarge(TrainingSegment segment) => segment.Count >= FewestCustomers;

    /// <summary>
    /// Student's t-test with the variance of both samples together, which stays right where rare values are among one of
    /// them only; null where nothing varies.
    /// </summary>
    private static CentroidShift? Shift(
        SegmentationModel model, TrainingSegment old, TrainingSegment now, int feature, double spread, DriftLevel level)
    {
        double n = old.Count;
        double m = now.Count;
        double variance = ((n * old.Variances[feature]) + (m * now.Variances[feature])) / (n + m - 2);
        double deviation = Math.Sqrt(old.Variances[feature]);
        double difference = now.Means[feature] - old.Means[feature];
        if (deviation <= Rounding * (Math.Abs(old.Means[feature]) + Math.Abs(now.Means[feature]) + spread))
        {
            return null;
        }

        double statistic = difference / Math.Sqrt(variance * ((1 / n) + (1 / m)));
        double adjusted = level.Adjusted(ValueStudent.PValue(statistic, n + m - 2));
        double deviations = difference / deviation;
        return new CentroidShift(
            model.Preprocessor.FeatureNames[feature],
            OriginalUnits.Of(model.Preprocessor, old.Means[feature], feature),
            OriginalUnits.Of(model.Preprocessor, now.Means[feature], feature),
            deviations,
            adjusted,
            DriftLimit.Shift.Of(Math.Abs(deviations), level.IsMoreThanChance(adjusted)));
    }
}
