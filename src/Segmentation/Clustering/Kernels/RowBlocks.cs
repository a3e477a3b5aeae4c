using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The rows once more in single precision, for <see cref="NearestByBounds"/>: in blocks of 16 rows, feature by feature
/// within a block, shifted so that they lie around 0 and, where they are huge or tiny, scaled by a power of two.
/// </summary>
internal sealed class RowBlocks : IDisposable
{
    /// <summary>The rows of a block. A multiple of it is a chunk of <see cref="FixedChunks"/>.</summary>
    public const int RowsPerBlock = 16;

    /// <summary>Rows whose median is the shift: enough to lie in the middle of the data.</summary>
    private const int MostShiftRows = 63;

    /// <summary>Half squared lengths between 2^-80 and 2^80 leave room for the products of single precision.</summary>
    private const int UnscaledExponent = 80;

    private readonly double[] shift;
    private readonly FixedChunks chunks;
    private double scale = 1;

    private RowBlocks(FeatureMatrix matrix)
    {
        Matrix = matrix;
        chunks = new FixedChunks(matrix.RowCount);
        BlockCount = (matrix.RowCount + RowsPerBlock - 1) / RowsPerBlock;
        shift = MiddleOf(matrix);
        Values = ArrayPool<float>.Shared.Rent(checked(BlockCount * RowsPerBlock * matrix.FeatureCount));
        LargestHalfNorms = GC.AllocateUninitializedArray<float>(BlockCount);
    }

    /// <param name="matrix">The rows; at least one.</param>
    /// <param name="crew">Works on the chunks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The values lie so far apart that squared distances overflow.</exception>
    public RowBlocks(FeatureMatrix matrix, Crew crew, CancellationToken cancellationToken)
        : this(matrix)
    {
        crew.Run(chunks.Count, Fill, cancellationToken);
        Settle(crew, cancellationToken);
    }

    /// <summary>
    /// The blocks of a matrix that are yet to be filled, each chunk when it is first worked on, while its rows are at hand;
    /// then <see cref="Settle"/>.
    /// </summary>
    public static RowBlocks ToFill(FeatureMatrix matrix) => new(matrix);

    /// <summary>The rows in double precision, as they were given.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The number of blocks; the last may be filled up with zeros.</summary>
    public int BlockCount { get; }

    /// <summary>Whether all blocks hold what they are to hold.</summary>
    public bool AreSettled { get; private set; }

    /// <summary>Block after block, in each feature after feature the numbers of its 16 rows; the array may be longer.</summary>
    public float[] Values { get; }

    /// <summary>The largest half squared length of a shifted and scaled row, block by block.</summary>
    public float[] LargestHalfNorms { get; }

    /// <summary>No number lies farther from its feature's shift, unscaled; infinite where that overflows.</summary>
    public double Farthest { get; private set; }

    /// <summary>No number lies farther from 0.</summary>
    public double FarthestFromZero => Farthest + shift.Max(Math.Abs);

    /// <summary>
    /// Looks at the blocks once all are filled, and fills them anew where they must be scaled.
    /// </summary>
    /// <returns>Whether they are as they were.</returns>
    /// <exception cref="ArgumentException">The values lie so far apart that squared distances overflow.</exception>
    public bool Settle(Crew crew, CancellationToken cancellationToken)
    {
        AreSettled = true;
        float largest = LargestHalfNorms.Max();
        Farthest = 1.01 * Math.Sqrt(2 * (double)largest);
        bool fits = float.IsFinite(largest) && largest != 0 && Math.Abs(Math.ILogB(largest)) <= UnscaledExponent;
        if (!fits)
        {
            Farthest = FarthestFromShift();
            scale = Farthest == 0 || !double.IsFinite(Farthest) ? 1 : Math.ScaleB(1, Math.Clamp(-Math.ILogB(Farthest), -1022, 1000));
            crew.Run(chunks.Count, Fill, cancellationToken);
        }

        DistanceOverflow.Check(this);
        return fits;
    }

    /// <summary>Gives the blocks back; they must not be used any more.</summary>
    public void Dispose() => ArrayPool<float>.Shared.Return(Values);

    /// <summary>A number of a feature, shifted and scaled, still in double precision.</summary>
    public double Place(double value, int feature) => (value - shift[feature]) * scale;

    /// <summary>A distance, scaled.</summary>
    public double PlaceDistance(double distance) => distance * scale;

    /// <summary>The median of some rows, feature by feature: any point near the rows would do.</summary>
    private static double[] MiddleOf(FeatureMatrix matrix)
    {
        int count = Math.Min(MostShiftRows, matrix.RowCount);
        double[] middle = new double[matrix.FeatureCount];
        double[] values = new double[count];
        for (int feature = 0; feature < middle.Length; feature++)
        {
            for (int i = 0; i < count; i++)
            {
                values[i] = matrix.Row((int)((long)i * matrix.RowCount / count))[feature];
            }

            Array.Sort(values);
            middle[feature] = values[count / 2];
        }

        return middle;
    }

    private double FarthestFromShift()
    {
        double farthest = 0;
        for (int i = 0; i < Matrix.ValueArray.Length; i++)
        {
            farthest = Math.Max(farthest, Math.Abs(Matrix.ValueArray[i] - shift[i % shift.Length]));
        }

        return farthest;
    }

    /// <summary>Fills the blocks of a chunk, four rows of a block at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int chunk)
    {
        int featureCount = Matrix.FeatureCount;
        int endRow = chunks.EndOf(chunk);
        for (int first = FixedChunks.StartOf(chunk); first < endRow; first += RowsPerBlock)
        {
            Span<float> block = Values.AsSpan(first * featureCount, RowsPerBlock * featureCount);
            Vector128<float> largest = Vector128<float>.Zero;
            int rows = Math.Min(RowsPerBlock, endRow - first);
            int row = 0;
            for (; row <= rows - Vector256<double>.Count; row += Vector256<double>.Count)
            {
                largest = Vector128.Max(largest, FillFour(first + row, ref block[row]));
            }

            if (row < RowsPerBlock)
            {
                largest = Vector128.Max(largest, Vector128.Create(FillRest(first, row, rows, block)));
            }

            LargestHalfNorms[first / RowsPerBlock] = Largest(largest);
        }
    }

    /// <returns>Half the squared length of each.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<float> FillFour(int firstRow, ref float lanes)
    {
        nint featureCount = Matrix.FeatureCount;
        ref double values = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Matrix.ValueArray), firstRow * featureCount);
        ref double middles = ref MemoryMarshal.GetArrayDataReference(shift);
        MemoryAhead.Ask(ref values, 4 * Matrix.FeatureCount);
        Vector128<float> norm = Vector128<float>.Zero;
        for (nint feature = 0; feature < featureCount; feature++)
        {
            ref double value = ref Unsafe.Add(ref values, feature);
            Vector256<double> four = Vector256.Create(
                value,
                Unsafe.Add(ref value, featureCount),
                Unsafe.Add(ref value, 2 * featureCount),
                Unsafe.Add(ref value, 3 * featureCount));
            Vector256<double> placed = (four - Vector256.Create(Unsafe.Add(ref middles, feature))) * scale;
            Vector128<float> single = Vector256.Narrow(placed, placed).GetLower();
            single.StoreUnsafe(ref lanes, (nuint)(feature * RowsPerBlock));
            norm += single * single;
        }

        return norm * 0.5f;
    }

    /// <summary>The last rows of the last block, and zeros to fill it up.</summary>
    /// <returns>The largest half squared length.</returns>
    private float FillRest(int first, int startRow, int endRow, Span<float> block)
    {
        Span<float> norms = stackalloc float[RowsPerBlock];
        norms.Clear();
        for (int feature = 0; feature < shift.Length; feature++)
        {
            Span<float> lanes = block.Slice(feature * RowsPerBlock, RowsPerBlock);
            lanes[startRow..].Clear();
            for (int row = startRow; row < endRow; row++)
            {
                lanes[row] = (float)Place(Matrix.Row(first + row)[feature], feature);
                norms[row] += 0.5f * lanes[row] * lanes[row];
            }
        }

        float largest = 0;
        foreach (float norm in norms)
        {
            largest = Math.Max(largest, norm);
        }

        return largest;
    }

    private static float Largest(Vector128<float> lanes) => Math.Max(Math.Max(lanes[0], lanes[1]), Math.Max(lanes[2], lanes[3]));
}
