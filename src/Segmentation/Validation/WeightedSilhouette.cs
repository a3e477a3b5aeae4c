using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The silhouette of rows that carry weights, where a row of weight w stands for w equal ones. Each row takes its own sums,
/// over all others in their order, so that the threads share nothing: twice the distances of <see cref="SilhouetteKernel"/>,
/// which is for rows without weights.
/// </summary>
internal sealed class WeightedSilhouette
{
    private const int RowsTogether = 64;

    private readonly SilhouettePoints points;
    private readonly double[] weights;
    private readonly int[] starts;
    private readonly double[] totals;

    /// <param name="matrix">The rows, with weights.</param>
    /// <param name="rowsOfCluster">The rows of each cluster that take part.</param>
    public WeightedSilhouette(FeatureMatrix matrix, int[][] rowsOfCluster)
    {
        int[] rows = [.. rowsOfCluster.SelectMany(cluster => cluster)];
        points = new SilhouettePoints(matrix, rows);
        weights = new double[rows.Length + Vector512<double>.Count];   // eight can be read from any row
        for (int position = 0; position < rows.Length; position++)
        {
            weights[position] = matrix.RowWeightArray[rows[position]];
        }

        starts = new int[rowsOfCluster.Length + 1];
        totals = new double[rowsOfCluster.Length];
        for (int cluster = 0; cluster < totals.Length; cluster++)
        {
            starts[cluster + 1] = starts[cluster] + rowsOfCluster[cluster].Length;
            totals[cluster] = FixedChunks.InOrder(weights.AsSpan(starts[cluster]..starts[cluster + 1]));
        }
    }

    /// <summary>The width of each row, cluster by cluster.</summary>
    public double[][] Widths(int threads, CancellationToken cancellationToken)
    {
        double[][] widths = [.. totals.Select((_, cluster) => new double[starts[cluster + 1] - starts[cluster]])];
        for (int cluster = 0; cluster < widths.Length; cluster++)
        {
            int own = cluster;
            double[] ofCluster = widths[own];
            FixedChunks.Run(
                (ofCluster.Length + RowsTogether - 1) / RowsTogether,
                threads,
                block =>
                {
                    int end = Math.Min(ofCluster.Length, (block + 1) * RowsTogether);
                    for (int i = block * RowsTogether; i < end; i++)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        ofCluster[i] = Width(starts[own] + i, own);
                    }
                },
                cancellationToken);
        }

        return widths;
    }

    /// <summary>A row's copies are at distance 0 of it, and it is not compared with itself: the others weigh 1 less than all.</summary>
    private double Width(int position, int own)
    {
        if (totals[own] <= 1)
        {
            return 0;
        }

        double within = SumTo(position, own) / (totals[own] - 1);
        double between = double.PositiveInfinity;
        for (int cluster = 0; cluster < totals.Length; cluster++)
        {
            if (cluster != own)
            {
                between = Math.Min(between, SumTo(position, cluster) / totals[cluster]);
            }
        }

        double larger = Math.Max(within, between);
        return larger == 0 ? 0 : (between - within) / larger;
    }

    /// <summary>The weighted distances from a row to those of a cluster: in eight lanes, added in their order.</summary>
    private double SumTo(int position, int cluster)
    {
        ref double own = ref points.At(position);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int column = starts[cluster]; column < starts[cluster + 1]; column += Vector512<double>.Count)
        {
            ref double other = ref points.At(column);
            Vector512<double> squared = Vector512<double>.Zero;
            nuint offset = 0;
            for (int feature = 0; feature < points.FeatureCount; feature++, offset += (nuint)points.Stride)
            {
                Vector512<double> difference = Vector512.LoadUnsafe(ref other, offset) - Vector512.Create(Unsafe.Add(ref own, offset));
                squared += difference * difference;
            }

            Vector512<double> inside = Vector512.LessThan(
                Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)(starts[cluster + 1] - column)));
            sum += (Vector512.Sqrt(squared) * Vector512.LoadUnsafe(ref weights[column])) & inside;
        }

        return SilhouetteTile.InLaneOrder(sum);
    }
}
