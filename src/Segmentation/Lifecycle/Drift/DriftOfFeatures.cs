namespace Segmentation;

/// <summary>Compares each feature's distribution with that of the training.</summary>
internal sealed class DriftOfFeatures(SegmentationModel model, TrainingStatistics training, double falseAlarmRate)
{
    private readonly DriftLevel level = new(falseAlarmRate, training.Features.Count);

    public FeatureDrift[] Measure(DriftSample sample, CancellationToken cancellationToken)
    {
        FeatureDrift[] features = new FeatureDrift[training.Features.Count];
        double[] trainingMeans = Means(training.Segments);
        double[]? means = sample.Matrix.RowCount == 0 ? null : Means(sample.Segments);
        FixedChunks.Run(
            features.Length, Environment.ProcessorCount, i => features[i] = Measure(i, sample.Matrix, trainingMeans[i], means?[i]), cancellationToken);
        return features;
    }

    private FeatureDrift Measure(int feature, FeatureMatrix matrix, double trainingMean, double? mean)
    {
        TrainingDistribution distribution = training.Features[feature];
        double[] sorted = new double[matrix.RowCount];
        int[] counts = new int[distribution.Counts.Count];
        for (int row = 0; row < sorted.Length; row++)
        {
            sorted[row] = matrix.Values[(row * matrix.FeatureCount) + feature];
            counts[distribution.BinOf(sorted[row])]++;
        }

        NumberSorting.Sort(sorted);
        double? unit = UnitChange.Of(distribution, counts, sorted, scaled => Original(scaled, feature));
        PopulationStability? stability = PopulationStability.Of(distribution.Counts, counts);
        double? adjusted = stability is PopulationStability known ? level.Adjusted(known.PValue) : null;
        DriftVerdict verdict = unit is not null
            ? DriftVerdict.Refit
            : DriftLimit.StabilityIndex.Of(stability?.Index ?? 0, level.IsMoreThanChance(adjusted));
        return new FeatureDrift(
            distribution.Name,
            Original(trainingMean, feature),
            mean is double scaledMean ? Original(scaledMean, feature) : null,
            stability?.Bins ?? 1,
            stability?.Index,
            stability?.CriticalValue(level.OfOne),
            adjusted,
            unit,
            verdict);
    }

    /// <summary>The mean of each feature over all segments.</summary>
    private static double[] Means(IReadOnlyList<TrainingSegment> segments)
    {
        double[] means = new double[segments[0].Means.Count];
        double customers = segments.Sum(segment => (double)segment.Count);
        foreach (TrainingSegment segment in segments)
        {
            for (int i = 0; i < means.Length; i++)
            {
                means[i] += segment.Means[i] * (segment.Count / customers);
            }
        }

        return means;
    }

    private double Original(double scaled, int feature) => OriginalUnits.Of(model.Preprocessor, scaled, feature);
}
