namespace Segmentation;

/// <summary>What the features of each segment's customers are on average, in original units.</summary>
internal static class FeatureMeans
{
    /// <summary>A centroid that is nearer to the mean than this share of its size, or of the feature's scale, is it but for rounding.</summary>
    private const double Rounded = 1e-9;

    /// <summary>For each segment and feature the mean over the cells that are there; null where there is none.</summary>
    public static double?[][] Of(SegmentationResult result)
    {
        Func<int, double?>[] means = [.. result.Preprocessor.Features.Select(feature => ByProfile(result, feature) ?? ByRows(result, feature))];
        return [.. result.Profiles.Select((_, segment) => means.Select(mean => mean(segment)).ToArray())];
    }

    /// <summary>The centroids taken back to original units; where they are the means but for rounding, the means.</summary>
    public static FeatureMatrix OrCentroids(SegmentationResult result)
    {
        FeatureMatrix centroids = result.Preprocessor.InverseTransform(result.Model.Centroids);
        IReadOnlyList<FittedFeature> features = result.Preprocessor.Features;
        double[] values = centroids.Values.ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            (int segment, int feature) = (i / features.Count, i % features.Count);
            double near = Rounded * Math.Max(Math.Abs(values[i]), features[feature].Scale);
            values[i] = result.MeansOf(segment + 1)[feature] is double mean && Math.Abs(mean - values[i]) <= near ? mean : values[i];
        }

        return FeatureMatrix.Owning(centroids.FeatureNames, values);
    }

    /// <summary>By segment, as its profile says it; null where profiles do not have the feature.</summary>
    private static Func<int, double?>? ByProfile(SegmentationResult result, FittedFeature feature)
    {
        string column = feature.Encoding is LogEncoding ? feature.Column : feature.Name;
        int place = result.Profiles[0].Numbers.Select(number => number.Column).ToList().IndexOf(column);
        return place < 0 ? null : segment => result.Profiles[segment].Numbers[place].Mean;
    }

    private static Func<int, double?> ByRows(SegmentationResult result, FittedFeature feature)
    {
        NumericColumn numbers = feature.NumbersOf(result.Customers);
        double[] sums = new double[result.Profiles.Count];
        int[] counts = new int[sums.Length];
        ReadOnlySpan<int> labels = result.Model.Labels;
        for (int i = 0; i < labels.Length; i++)
        {
            int row = result.Prepared.Rows[i];
            if (!numbers.IsMissing(row))
            {
                sums[labels[i]] += numbers[row];
                counts[labels[i]]++;
            }
        }

        return segment => counts[segment] == 0 ? null : sums[segment] / counts[segment];
    }
}
