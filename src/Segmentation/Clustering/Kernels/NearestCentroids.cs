using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// Finds the nearest centroid of many rows, four rows at a time from a copy of the matrix that is kept feature by
/// feature. Each row's distances are added up in the order of <see cref="SquaredDistance"/>, one lane a row, so the
/// answer has the same bits as that one's on any machine.
/// </summary>
internal sealed class NearestCentroids
{
    private readonly FeatureMatrix matrix;
    private readonly double[][] features;

    public NearestCentroids(FeatureMatrix matrix)
    {
        this.matrix = matrix;
        features = [.. Enumerable.Range(0, matrix.FeatureCount).Select(Feature)];
    }

    /// <summary>Writes the nearest centroid of each row from start to end and the squared distance to it.</summary>
    /// <param name="centroids">k x d numbers.</param>
    /// <param name="start">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="nearest">n indices, of which those of the rows are written; of equally near ones, the first.</param>
    /// <param name="distances">n squared distances, of which those of the rows are written.</param>
    public void Find(ReadOnlySpan<double> centroids, int start, int end, int[] nearest, double[] distances)
    {
        int row = start;
        for (; row + Vector256<double>.Count <= end; row += Vector256<double>.Count)
        {
            FindFour(centroids, row, nearest, distances);
        }

        for (; row < end; row++)
        {
            (nearest[row], distances[row]) = SquaredDistance.Nearest(matrix.Row(row), centroids);
        }
    }

    private void FindFour(ReadOnlySpan<double> centroids, int row, int[] nearest, double[] distances)
    {
        Vector256<double> smallest = Vector256.Create(double.PositiveInfinity);
        Vector256<double> index = Vector256<double>.Zero;
        int clusterCount = centroids.Length / features.Length;
        int offset = 0;
        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            Vector256<double> distance = Vector256<double>.Zero;
            foreach (double[] feature in features)
            {
                Vector256<double> difference =
                    Vector256.LoadUnsafe(ref feature[row]) - Vector256.Create(centroids[offset++]);
                distance += difference * difference;
            }

            Vector256<double> nearer = Vector256.LessThan(distance, smallest);
            smallest = Vector256.ConditionalSelect(nearer, distance, smallest);
            index = Vector256.ConditionalSelect(nearer, Vector256.Create((double)cluster), index);
        }

        smallest.CopyTo(distances, row);
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            nearest[row + lane] = (int)index[lane];
        }
    }

    private double[] Feature(int feature)
    {
        double[] values = new double[matrix.RowCount];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = matrix.ValueArray[(row * matrix.FeatureCount) + feature];
        }

        return values;
    }
}
