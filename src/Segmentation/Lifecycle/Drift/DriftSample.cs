namespace Segmentation;

/// <summary>The new customers on the scale of the model.</summary>
/// <param name="Matrix">Those who have all features.</param>
/// <param name="Segments">How those of each segment are spread, in the order of the segments.</param>
/// <param name="Unlike">How many are farther from every centroid than 99% of the training customers.</param>
/// <param name="UnlikeFitted">
/// How many still are when it is allowed for that a centroid was drawn towards the training customers: of n of them, a squared
/// distance is on average 1 - 1/n of the variance, that of a new customer 1 + 1/n.
/// </param>
internal sealed record DriftSample(FeatureMatrix Matrix, IReadOnlyList<TrainingSegment> Segments, int Unlike, int UnlikeFitted)
{
    public static DriftSample Of(
        SegmentationModel model, TrainingStatistics training, CustomerTable table, CancellationToken cancellationToken)
    {
        FeatureMatrix matrix = model.Preprocessor.Transform(table).Matrix;
        int[] labels = new int[matrix.RowCount];
        FixedChunks chunks = new(labels.Length, Environment.ProcessorCount);
        int[] unlike = new int[chunks.Count];
        int[] unlikeFitted = new int[chunks.Count];
        double[] drawn = [.. training.Segments.Select(segment => segment.Count < 2 ? 0 : (segment.Count - 1.0) / (segment.Count + 1.0))];
        double limit = training.DistanceLimit;
        chunks.ForEach(
            (chunk, start, end) =>
            {
                for (int row = start; row < end; row++)
                {
                    (labels[row], double squared) = SquaredDistance.Nearest(matrix.Row(row), model.Centroids.Values);
                    unlike[chunk] += Math.Sqrt(squared) > limit ? 1 : 0;
                    unlikeFitted[chunk] += Math.Sqrt(squared * drawn[labels[row]]) > limit ? 1 : 0;
                }
            },
            cancellationToken);
        return new DriftSample(
            matrix, TrainingStatisticsMeasuring.Segments(matrix, labels, model.Centroids.RowCount), unlike.Sum(), unlikeFitted.Sum());
    }
}
