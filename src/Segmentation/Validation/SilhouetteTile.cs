using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The distances between some rows and some columns (which are rows too), each taken once and added both to its row and
/// to its column. Eight columns are taken at once; the eight lanes are fixed whatever the machine's vectors, which do in
/// halves or quarters what they cannot do at once, and are added in a fixed order, so the sums have the same bits on
/// every machine. Square roots are correctly rounded everywhere.
/// </summary>
internal static class SilhouetteTile
{
    /// <summary>The most rows and the most columns of a tile: its sums stay in the nearest cache.</summary>
    public const int MostRows = 256;

    /// <summary>Adds up the distances of a tile.</summary>
    /// <param name="points">The coordinates.</param>
    /// <param name="row">The first row.</param>
    /// <param name="column">The first column.</param>
    /// <param name="lanes">Room for eight lanes a row; what it held is lost.</param>
    /// <param name="rowSums">Is filled with the sum of each row's distances; its length is the number of rows.</param>
    /// <param name="columnSums">Is filled with the sum of each column's distances; its length is the number of columns.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Add(
        SilhouettePoints points,
        int row,
        int column,
        Span<Vector512<double>> lanes,
        Span<double> rowSums,
        Span<double> columnSums,
        CancellationToken cancellationToken)
    {
        lanes = lanes[..rowSums.Length];
        lanes.Clear();
        int done = 0;
        for (; done + (4 * Vector512<double>.Count) <= columnSums.Length; done += 4 * Vector512<double>.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddFourVectors(points, row, column + done, lanes, columnSums[done..]);
        }

        for (; done < columnSums.Length; done += Vector512<double>.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddVector(points, row, column + done, lanes, columnSums[done..]);
        }

        for (int i = 0; i < rowSums.Length; i++)
        {
            rowSums[i] = InLaneOrder(lanes[i]);
        }
    }

    /// <summary>
    /// 32 columns, which keep the machine busy while one square root waits for another. Compiled at its best from the
    /// first call on, for often there is only one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourVectors(
        SilhouettePoints points, int row, int column, Span<Vector512<double>> rowLanes, Span<double> columnSums)
    {
        ref double rowValue = ref points.At(row);
        ref double columnValue = ref points.At(column);
        nuint stride = (nuint)points.Stride;
        int featureCount = points.FeatureCount;
        Vector512<double> sum0 = Vector512<double>.Zero;
        Vector512<double> sum1 = Vector512<double>.Zero;
        Vector512<double> sum2 = Vector512<double>.Zero;
        Vector512<double> sum3 = Vector512<double>.Zero;
        for (int i = 0; i < rowLanes.Length; i++)
        {
            Vector512<double> squared0 = Vector512<double>.Zero;
            Vector512<double> squared1 = Vector512<double>.Zero;
            Vector512<double> squared2 = Vector512<double>.Zero;
            Vector512<double> squared3 = Vector512<double>.Zero;
            nuint offset = 0;
            for (int feature = 0; feature < featureCount; feature++, offset += stride)
            {
                Vector512<double> own = Vector512.Create(Unsafe.Add(ref rowValue, offset + (nuint)i));
                Vector512<double> difference0 = Vector512.LoadUnsafe(ref columnValue, offset) - own;
                Vector512<double> difference1 = Vector512.LoadUnsafe(ref columnValue, offset + 8) - own;
                Vector512<double> difference2 = Vector512.LoadUnsafe(ref columnValue, offset + 16) - own;
                Vector512<double> difference3 = Vector512.LoadUnsafe(ref columnValue, offset + 24) - own;
                squared0 += difference0 * difference0;
                squared1 += difference1 * difference1;
                squared2 += difference2 * difference2;
                squared3 += difference3 * difference3;
            }

            Vector512<double> distance0 = Vector512.Sqrt(squared0);
            Vector512<double> distance1 = Vector512.Sqrt(squared1);
            Vector512<double> distance2 = Vector512.Sqrt(squared2);
            Vector512<double> distance3 = Vector512.Sqrt(squared3);
            sum0 += distance0;
            sum1 += distance1;
            sum2 += distance2;
            sum3 += distance3;
            rowLanes[i] += (distance0 + distance1) + (distance2 + distance3);
        }

        sum0.CopyTo(columnSums);
        sum1.CopyTo(columnSums[8..]);
        sum2.CopyTo(columnSums[16..]);
        sum3.CopyTo(columnSums[24..]);
    }

    /// <summary>Up to 8 columns; the lanes behind the last one count as 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddVector(
        SilhouettePoints points, int row, int column, Span<Vector512<double>> rowLanes, Span<double> columnSums)
    {
        Vector512<double> inside = Vector512.LessThan(
            Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)columnSums.Length));
        ref double rowValue = ref points.At(row);
        ref double columnValue = ref points.At(column);
        nuint stride = (nuint)points.Stride;
        int featureCount = points.FeatureCount;
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < rowLanes.Length; i++)
        {
            Vector512<double> squared = Vector512<double>.Zero;
            nuint offset = 0;
            for (int feature = 0; feature < featureCount; feature++, offset += stride)
            {
                Vector512<double> difference = Vector512.LoadUnsafe(ref columnValue, offset) - Vector512.Create(Unsafe.Add(ref rowValue, offset + (nuint)i));
                squared += difference * difference;
            }

            Vector512<double> distance = Vector512.Sqrt(squared) & inside;
            sum += distance;
            rowLanes[i] += distance;
        }

        for (int lane = 0; lane < Math.Min(Vector512<double>.Count, columnSums.Length); lane++)
        {
            columnSums[lane] = sum[lane];
        }
    }

    /// <summary>The sum of the lanes, from the first to the last.</summary>
    public static double InLaneOrder(Vector512<double> lanes)
    {
        double sum = lanes[0];
        for (int lane = 1; lane < Vector512<double>.Count; lane++)
        {
            sum += lanes[lane];
        }

        return sum;
    }
}
