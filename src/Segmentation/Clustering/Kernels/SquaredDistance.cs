using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Segmentation;

/// <summary>Squared Euclidean distances, added up feature by feature from the first to the last.</summary>
internal static class SquaredDistance
{
    public static double Between(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int feature = 0; feature < left.Length; feature++)
        {
            double difference = left[feature] - right[feature];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>
    /// The same for four rows at once, each to a point of its own; to the same bits, for each is added up in its own lane.
    /// </summary>
    /// <param name="rows">4 x d numbers.</param>
    /// <param name="first">d numbers, as the others.</param>
    /// <param name="second">For the second row.</param>
    /// <param name="third">For the third.</param>
    /// <param name="fourth">For the fourth.</param>
    /// <param name="featureCount">d.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> OfFour(
        ref double rows, ref double first, ref double second, ref double third, ref double fourth, nint featureCount)
    {
        ref double row1 = ref Unsafe.Add(ref rows, featureCount);
        ref double row2 = ref Unsafe.Add(ref row1, featureCount);
        ref double row3 = ref Unsafe.Add(ref row2, featureCount);
        Vector256<double> sums = Vector256<double>.Zero;
        nint feature = 0;
        for (; Avx.IsSupported && feature <= featureCount - Vector256<double>.Count; feature += Vector256<double>.Count)
        {
            Vector256<double> squares0 = Squares(ref rows, ref first, feature);
            Vector256<double> squares1 = Squares(ref row1, ref second, feature);
            Vector256<double> squares2 = Squares(ref row2, ref third, feature);
            Vector256<double> squares3 = Squares(ref row3, ref fourth, feature);
            Vector256<double> even01 = Avx.UnpackLow(squares0, squares1);
            Vector256<double> odd01 = Avx.UnpackHigh(squares0, squares1);
            Vector256<double> even23 = Avx.UnpackLow(squares2, squares3);
            Vector256<double> odd23 = Avx.UnpackHigh(squares2, squares3);
            sums += Avx.Permute2x128(even01, even23, 0x20);
            sums += Avx.Permute2x128(odd01, odd23, 0x20);
            sums += Avx.Permute2x128(even01, even23, 0x31);
            sums += Avx.Permute2x128(odd01, odd23, 0x31);
        }

        for (; feature < featureCount; feature++)
        {
            Vector256<double> differences = Vector256.Create(
                Unsafe.Add(ref rows, feature) - Unsafe.Add(ref first, feature),
                Unsafe.Add(ref row1, feature) - Unsafe.Add(ref second, feature),
                Unsafe.Add(ref row2, feature) - Unsafe.Add(ref third, feature),
                Unsafe.Add(ref row3, feature) - Unsafe.Add(ref fourth, feature));
            sums += differences * differences;
        }

        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Squares(ref double left, ref double right, nint feature)
    {
        Vector256<double> differences = Vector256.LoadUnsafe(ref left, (nuint)feature) - Vector256.LoadUnsafe(ref right, (nuint)feature);
        return differences * differences;
    }

    /// <summary>For each row the nearest centroid; of equally near ones, the first.</summary>
    public static int[] NearestOfEach(FeatureMatrix matrix, FeatureMatrix centroids)
    {
        int[] nearest = new int[matrix.RowCount];
        for (int row = 0; row < nearest.Length; row++)
        {
            nearest[row] = Nearest(matrix.Row(row), centroids.Values).Index;
        }

        return nearest;
    }

    /// <summary>The nearest of k points and the squared distance to it; of equally near ones, the first.</summary>
    /// <param name="row">d numbers.</param>
    /// <param name="centroids">k x d numbers.</param>
    public static (int Index, double Distance) Nearest(ReadOnlySpan<double> row, ReadOnlySpan<double> centroids)
    {
        int nearest = 0;
        double smallest = double.PositiveInfinity;
        for (int index = 0, offset = 0; offset < centroids.Length; index++, offset += row.Length)
        {
            double distance = Between(row, centroids.Slice(offset, row.Length));
            if (distance < smallest)
            {
                (nearest, smallest) = (index, distance);
            }
        }

        return (nearest, smallest);
    }

    /// <summary>As <see cref="Nearest"/>, and whether a second centroid is as near.</summary>
    public static (int Index, double Distance, bool IsTied) NearestOrTied(ReadOnlySpan<double> row, ReadOnlySpan<double> centroids)
    {
        int nearest = 0;
        double smallest = double.PositiveInfinity;
        bool tied = false;
        for (int index = 0, offset = 0; offset < centroids.Length; index++, offset += row.Length)
        {
            double distance = Between(row, centroids.Slice(offset, row.Length));
            if (distance < smallest)
            {
                (nearest, smallest, tied) = (index, distance, false);
            }
            else if (distance == smallest)
            {
                tied = true;
            }
        }

        return (nearest, smallest, tied);
    }
}
