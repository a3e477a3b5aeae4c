using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The loops of the silhouette: rows grouped by cluster and kept feature by feature, so that four distances are taken
/// at once. The four lanes are fixed, whatever the machine's vectors, and are added in a fixed order.
/// </summary>
internal sealed class SilhouetteKernel
{
    private readonly double[][] features;
    private readonly int[] starts;

    /// <param name="matrix">The rows.</param>
    /// <param name="rowsOfCluster">The rows of each cluster that take part.</param>
    public SilhouetteKernel(FeatureMatrix matrix, int[][] rowsOfCluster)
    {
        int[] rows = [.. rowsOfCluster.SelectMany(cluster => cluster)];
        starts = new int[rowsOfCluster.Length + 1];
        for (int cluster = 0; cluster < rowsOfCluster.Length; cluster++)
        {
            starts[cluster + 1] = starts[cluster] + rowsOfCluster[cluster].Length;
        }

        features = [.. Enumerable.Range(0, matrix.FeatureCount).Select(feature =>
            Array.ConvertAll(rows, row => matrix.ValueArray[(row * matrix.FeatureCount) + feature]))];
    }

    /// <summary>The width of each row, cluster by cluster.</summary>
    public double[][] Widths(int threads, CancellationToken cancellationToken)
    {
        const int RowsPerPiece = 64;
        int rowCount = starts[^1];
        double[] widths = new double[rowCount];
        FixedChunks.Run(
            (rowCount + RowsPerPiece - 1) / RowsPerPiece,
            threads,
            piece =>
            {
                int end = Math.Min(rowCount, (piece + 1) * RowsPerPiece);
                for (int position = piece * RowsPerPiece; position < end; position++)
                {
                    widths[position] = Width(position);
                }
            },
            cancellationToken);
        return [.. Enumerable.Range(0, starts.Length - 1).Select(cluster => widths[starts[cluster]..starts[cluster + 1]])];
    }

    private double Width(int position)
    {
        int own = 0;
        while (starts[own + 1] <= position)
        {
            own++;
        }

        int ownSize = starts[own + 1] - starts[own];
        if (ownSize == 1)
        {
            return 0;
        }

        double within = SumOfDistances(position, own) / (ownSize - 1);
        double between = double.PositiveInfinity;
        for (int cluster = 0; cluster < starts.Length - 1; cluster++)
        {
            if (cluster != own)
            {
                between = Math.Min(between, SumOfDistances(position, cluster) / (starts[cluster + 1] - starts[cluster]));
            }
        }

        double larger = Math.Max(within, between);
        return larger == 0 ? 0 : (between - within) / larger;
    }

    private double SumOfDistances(int position, int cluster)
    {
        int start = starts[cluster];
        int end = starts[cluster + 1];
        Vector256<double> lanes = Vector256<double>.Zero;
        for (; start + Vector256<double>.Count <= end; start += Vector256<double>.Count)
        {
            Vector256<double> squared = Vector256<double>.Zero;
            foreach (double[] feature in features)
            {
                Vector256<double> difference =
                    Vector256.Create<double>(feature.AsSpan(start)) - Vector256.Create(feature[position]);
                squared += difference * difference;
            }

            lanes += Vector256.Sqrt(squared);
        }

        double sum = lanes[0] + lanes[1] + lanes[2] + lanes[3];
        for (; start < end; start++)
        {
            double squared = 0;
            foreach (double[] feature in features)
            {
                double difference = feature[start] - feature[position];
                squared += difference * difference;
            }

            sum += Math.Sqrt(squared);
        }

        return sum;
    }
}
