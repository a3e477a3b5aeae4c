namespace Segmentation;

/// <summary>Measures the training customers; rows are added up in the order of the matrix, so the same rows give the same bits.</summary>
internal static class TrainingStatisticsMeasuring
{
    private const int Bins = 10;

    /// <summary>Rarer levels of a category are counted together, so that a model stays small.</summary>
    private const int MostLevels = 1000;

    /// <summary>Of all customers of a run.</summary>
    public static TrainingStatistics Of(SegmentationResult result) =>
        Of(result.Customers, result.Preprocessor, result.Prepared, result.Model.LabelArray, result.Model.Centroids);

    /// <summary>Of customers and their clusters; segments are numbered by the centroids' places.</summary>
    public static TrainingStatistics Of(
        CustomerTable customers, FittedPreprocessor preprocessor, PreparedData prepared, int[] labels, FeatureMatrix centroids)
    {
        int[] missing = [.. ScoringColumns.Sources(preprocessor).Select(source => customers[source].MissingCount)];
        TrainingStatistics measured = Of(prepared.Matrix, labels, centroids, missing, Categories(customers, preprocessor));
        return measured with { RowsDropped = prepared.Dropped.Count };
    }

    /// <summary>Of the sample that a streamed clustering kept; null where it began from given centroids and kept none.</summary>
    public static TrainingStatistics? Of(StreamedKMeansModel model)
    {
        if (model.Statistics is not StreamedStatistics statistics)
        {
            return null;
        }

        FeatureMatrix sample = statistics.Sample;
        double[] scaled = new double[sample.Values.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = model.Preprocessor.Features[i % sample.FeatureCount].ToScaled(sample.Values[i]);
        }

        FeatureMatrix matrix = FeatureMatrix.Owning(sample.FeatureNames, scaled);
        TrainingStatistics measured = Of(
            matrix,
            SquaredDistance.NearestOfEach(matrix, model.Centroids),
            model.Centroids,
            [.. statistics.Features.Select(feature => feature.Missing)],
            []);
        return measured with { RowsClustered = model.CompleteRows, RowsDropped = model.RowCount - model.CompleteRows };
    }

    /// <summary>Of the rows of a matrix; none was dropped.</summary>
    public static TrainingStatistics Of(
        FeatureMatrix matrix, int[] labels, FeatureMatrix centroids, int[] missing, IReadOnlyList<TrainingCategory> categories)
    {
        TrainingDistribution[] features = new TrainingDistribution[matrix.FeatureCount];

        // Each feature by itself, so that it does not matter how many are worked on at a time.
        FixedChunks.Run(
            features.Length, Environment.ProcessorCount, i => features[i] = Feature(matrix, i, missing[i]), CancellationToken.None);
        return new TrainingStatistics(
            matrix.RowCount, 0, matrix.RowCount, features, Segments(matrix, labels, centroids.RowCount), categories, Quantiles(matrix, labels, centroids));
    }

    private static TrainingDistribution Feature(FeatureMatrix matrix, int feature, int missing)
    {
        double[] sorted = new double[matrix.RowCount];
        for (int row = 0; row < sorted.Length; row++)
        {
            sorted[row] = matrix.Values[(row * matrix.FeatureCount) + feature];
        }

        NumberSorting.Sort(sorted);
        List<double> edges = [];
        List<int> counts = [];
        int counted = 0;
        for (int i = 1; i < Bins; i++)
        {
            // The smallest value that at least i tenths of the rows do not exceed (definition R1).
            int index = (int)((((long)i * sorted.Length) + Bins - 1) / Bins) - 1;
            double edge = sorted[index];
            if ((edges.Count == 0 || edge > edges[^1]) && edge < sorted[^1])
            {
                int atMost = CountAtMost(sorted, edge, index);
                edges.Add(edge);
                counts.Add(atMost - counted);
                counted = atMost;
            }
        }

        return new TrainingDistribution(matrix.FeatureNames[feature], missing, edges, [.. counts, sorted.Length - counted]);
    }

    /// <summary>How many numbers do not exceed the one at the index.</summary>
    private static int CountAtMost(double[] sorted, double value, int index)
    {
        int low = index;
        int high = sorted.Length;
        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] <= value ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>How the customers of each segment are spread, in the order of their numbers.</summary>
    public static TrainingSegment[] Segments(FeatureMatrix matrix, int[] labels, int clusterCount)
    {
        int features = matrix.FeatureCount;
        int[] counts = new int[clusterCount];
        double[] means = new double[clusterCount * features];
        for (int row = 0; row < labels.Length; row++)
        {
            counts[labels[row]]++;
            ReadOnlySpan<double> values = matrix.Row(row);
            for (int i = 0; i < features; i++)
            {
                means[(labels[row] * features) + i] += values[i];
            }
        }

        DivideByCounts(means, counts);
        double[] variances = new double[means.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            for (int i = 0; i < features; i++)
            {
                double difference = values[i] - means[(labels[row] * features) + i];
                variances[(labels[row] * features) + i] += difference * difference;
            }
        }

        DivideByCounts(variances, counts);
        return [.. counts.Select((count, i) => new TrainingSegment(
            i + 1, count, means[(i * features)..((i + 1) * features)], variances[(i * features)..((i + 1) * features)]))];
    }

    /// <summary>Sums become means; those of an empty segment, which a sample may have, stay 0.</summary>
    private static void DivideByCounts(double[] sums, int[] counts)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] /= Math.Max(1, counts[i / (sums.Length / counts.Length)]);
        }
    }

    private static DistanceQuantile[] Quantiles(FeatureMatrix matrix, int[] labels, FeatureMatrix centroids)
    {
        double[] distances = new double[labels.Length];
        for (int row = 0; row < distances.Length; row++)
        {
            distances[row] = Math.Sqrt(SquaredDistance.Between(matrix.Row(row), centroids.Row(labels[row])));
        }

        NumberSorting.Sort(distances);
        return [.. TrainingStatistics.Probabilities.Select(probability =>
            new DistanceQuantile(probability, Segmentation.Quantiles.OfSorted(distances, probability)))];
    }

    private static TrainingCategory[] Categories(CustomerTable customers, FittedPreprocessor preprocessor) =>
    [
        .. ScoringColumns.Sources(preprocessor).Distinct(StringComparer.Ordinal)
            .Select(source => customers[source]).OfType<CategoricalColumn>().Select(Category),
    ];

    private static TrainingCategory Category(CategoricalColumn column)
    {
        int[] counts = new int[column.Levels.Count];
        foreach (int code in column.Codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        TrainingLevel[] frequent = [.. counts.Select((count, i) => new TrainingLevel(column.Levels[i], count)).Where(level => level.Count > 0)
            .OrderByDescending(level => level.Count).ThenBy(level => level.Level, StringComparer.Ordinal).Take(MostLevels)];
        int listed = frequent.Sum(level => level.Count);
        return new TrainingCategory(
            column.Name,
            column.MissingCount,
            [.. frequent.OrderBy(level => level.Level, StringComparer.Ordinal)],
            column.RowCount - column.MissingCount - listed);
    }
}
