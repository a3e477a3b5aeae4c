using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// Gives rows the label of their nearest centroid, exactly as <see cref="SquaredDistance.Nearest"/> finds it in double
/// precision, of equally near ones the first. Single precision decides 16 rows at a time wherever a proven bound on its
/// rounding allows, and only the other rows are decided in double precision.
/// </summary>
/// <remarks>
/// <para>
/// For a row x and a centroid c, both shifted and scaled, s = |c|²/2 - x·c is half the squared distance less X = |x|²/2, so
/// the smallest s is the nearest. With u = 2^-24, rounding x, c and |c|²/2 to single precision and adding up d products one
/// after the other (fused or not) gives ŝ with |ŝ - s| ≤ κ(|c|²/2 + Σ|xᵢcᵢ|), κ = (d + 4)u and some hundredths more (Higham
/// 2002, Accuracy and Stability of Numerical Algorithms, section 3.1). As Σ|xᵢcᵢ| ≤ X + |c|²/2 and, by the triangle
/// inequality, |c|²/2 ≤ 2X + 2(s + X) = 4X + 2s, that is at most κ(4s + 9X): it grows with s, so a centroid far away cannot
/// pass for a near one, and the second smallest ŝ speaks for all others. The smallest is the nearest for certain where
/// ŝ₂ - ŝ₁ &gt; 8κŝ₂ + 18κX. The code takes κ a tenth larger, which covers the rounding of the test itself and that of the
/// double-precision distances it stands for, and adds a little for numbers too small to be normal.
/// </para>
/// <para>
/// Once few labels change, each block also keeps how far its rows are from changing: the smallest difference between the
/// distances to the second nearest and to the nearest centroid. While the centroids have together moved less than that,
/// no label in the block can change (Hamerly 2010), and it is passed over.
/// </para>
/// </remarks>
internal sealed class NearestByBounds
{
    private const float SinglePrecision = 1.0f / (1 << 24);

    /// <summary>Covers sums of numbers so small that single precision rounds them to multiples of 2^-149.</summary>
    private const float Tiny = 1e-34f;

    /// <summary>Half, less the error of <see cref="IFloatLanes{TSelf}.InverseSqrt"/> and that of the rounding around it.</summary>
    private const float LessThanHalf = 0.4995f;

    private readonly RowBlocks rows;
    private readonly FixedChunks chunks;
    private readonly RowLabels labels;
    private readonly ClusterSums sums;
    private readonly int clusterCount;
    private readonly PlacedCentroids placed;
    private readonly int indexBits;
    private readonly float errorOfScore;
    private readonly float errorOfNorm;
    private readonly int blocksAhead;
    private readonly double[] before;
    private readonly double[] expiries;
    private double[] centroids = [];
    private double moved;
    private bool keepGaps;
    private volatile bool sawTie;

    /// <param name="rows">The rows.</param>
    /// <param name="chunks">How they are cut.</param>
    /// <param name="clusterCount">k.</param>
    /// <param name="labels">A label for each row of each block, the ones that fill up the last included.</param>
    /// <param name="sums">Follows the labels.</param>
    public NearestByBounds(RowBlocks rows, FixedChunks chunks, int clusterCount, RowLabels labels, ClusterSums sums)
    {
        this.rows = rows;
        this.chunks = chunks;
        this.labels = labels;
        this.sums = sums;
        this.clusterCount = clusterCount;
        placed = new PlacedCentroids(rows, clusterCount);
        indexBits = (int)BitOperations.RoundUpToPowerOf2((uint)placed.Count) - 1;
        float rounding = (rows.Matrix.FeatureCount + 4) * SinglePrecision;
        float index = 2 * SinglePrecision * (indexBits + 1);
        errorOfScore = 1.1f * ((4 * rounding) + index);
        errorOfNorm = 1.1f * ((9 * rounding) + (2 * index));
        blocksAhead = Math.Max(1, MemoryAhead.Distance / (RowBlocks.RowsPerBlock * rows.Matrix.FeatureCount * sizeof(float)));
        before = new double[clusterCount * rows.Matrix.FeatureCount];
        expiries = new double[rows.BlockCount];
    }

    /// <summary>Whether a row may have been equally near to two of the present centroids, so that their order mattered.</summary>
    public bool SawTie => sawTie;

    /// <summary>Forgets what it knows of the rows' labels.</summary>
    public void Restart()
    {
        keepGaps = false;
        moved = 0;
        Array.Clear(expiries);
    }

    /// <summary>Makes ready for other centroids.</summary>
    /// <param name="newCentroids">k x d numbers; must not change until the chunks are assigned.</param>
    /// <param name="gaps">Whether blocks keep how far they are from changing, from now on.</param>
    public void MoveTo(double[] newCentroids, bool gaps)
    {
        if (keepGaps)
        {
            moved += FarthestTwoMoves(newCentroids);
        }

        sawTie = false;
        keepGaps |= gaps;
        centroids = newCentroids;
        newCentroids.CopyTo(before, 0);
        placed.Place(newCentroids);
    }

    /// <summary>A row was given another label from outside: its block must be looked at again.</summary>
    public void Forget(int row) => expiries[row / RowBlocks.RowsPerBlock] = 0;

    /// <summary>Labels the rows of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="moveSums">Whether the sums follow each row that changes; where not, they hold no longer.</param>
    /// <returns>How many labels changed.</returns>
    public int Assign(int chunk, bool moveSums) =>
        labels.AreBytes ? Assign<ByteLabels>(chunk, moveSums) : Assign<IntLabels>(chunk, moveSums);

    private int Assign<TWidth>(int chunk, bool moveSums)
        where TWidth : struct, ILabelWidth =>
        !placed.Fit || errorOfScore >= 0.1f ? AssignInDoublePrecision<TWidth>(chunk, moveSums)
            : Vector512.IsHardwareAccelerated ? Assign<FloatLanes16, TWidth>(chunk, moveSums)
            : Vector256.IsHardwareAccelerated ? Assign<FloatLanes8, TWidth>(chunk, moveSums)
            : Assign<FloatLanes4, TWidth>(chunk, moveSums);

    /// <summary>The same with vectors of a given width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Assign<TLanes, TWidth>(int chunk, bool moveSums)
        where TLanes : struct, IFloatLanes<TLanes>
        where TWidth : struct, ILabelWidth
    {
        int unitsPerBlock = RowBlocks.RowsPerBlock / TLanes.Count;
        int firstBlock = FixedChunks.StartOf(chunk) / RowBlocks.RowsPerBlock;
        int endBlock = (chunks.EndOf(chunk) + RowBlocks.RowsPerBlock - 1) / RowBlocks.RowsPerBlock;
        Span<int> blocks = stackalloc int[endBlock - firstBlock + blocksAhead + 2];
        int count = Unsettled(firstBlock, blocks[..(endBlock - firstBlock)]);
        if (count == 0)
        {
            return 0;
        }

        // Looking ahead finds the last block again.
        blocks[count..].Fill(blocks[count - 1]);
        Moves moves = new(moveSums ? stackalloc RowMove[Moves.Capacity] : []);
        ref int list = ref MemoryMarshal.GetReference(blocks);
        ref float values = ref MemoryMarshal.GetArrayDataReference(rows.Values);
        ref byte rowLabels = ref labels.Start;
        nint blockLength = RowBlocks.RowsPerBlock * rows.Matrix.FeatureCount;
        int changes = 0;
        for (int unit = 0; unit < count * unitsPerBlock; unit += 2)
        {
            ref int listed = ref Unsafe.Add(ref list, unit / unitsPerBlock);
            ref int otherListed = ref Unsafe.Add(ref list, (unit + 1) / unitsPerBlock);
            int lane = unit % unitsPerBlock * TLanes.Count;
            int otherLane = (unit + 1) % unitsPerBlock * TLanes.Count;
            if (lane == 0)
            {
                Prefetch<TWidth>(ref values, ref rowLabels, Unsafe.Add(ref listed, blocksAhead), blockLength);
            }

            if (otherLane == 0)
            {
                Prefetch<TWidth>(ref values, ref rowLabels, Unsafe.Add(ref otherListed, blocksAhead), blockLength);
            }

            Score(
                ref Unsafe.Add(ref values, (listed * blockLength) + lane),
                ref Unsafe.Add(ref values, (otherListed * blockLength) + otherLane),
                out TLanes best,
                out TLanes second,
                out TLanes otherBest,
                out TLanes otherSecond);
            changes += Finish<TLanes, TWidth>(ref rowLabels, listed, lane, best, second, ref moves);
            if (unit + 1 < count * unitsPerBlock)
            {
                changes += Finish<TLanes, TWidth>(ref rowLabels, otherListed, otherLane, otherBest, otherSecond, ref moves);
            }

            if (moves.IsNearlyFull)
            {
                Follow(chunk, ref moves);
            }
        }

        Follow(chunk, ref moves);
        return changes;
    }

    /// <summary>Lets the memory fetch a block and its labels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch<TWidth>(ref float values, ref byte rowLabels, nint block, nint blockLength)
        where TWidth : struct, ILabelWidth
    {
        MemoryAhead.AskFor(ref Unsafe.Add(ref values, block * blockLength), (int)blockLength);
        MemoryAhead.AskFor(ref Unsafe.Add(ref rowLabels, block * RowBlocks.RowsPerBlock * TWidth.Bytes), 1);
    }

    private int AssignInDoublePrecision<TWidth>(int chunk, bool moveSums)
        where TWidth : struct, ILabelWidth
    {
        int changes = 0;
        for (int row = FixedChunks.StartOf(chunk); row < chunks.EndOf(chunk); row++)
        {
            int old = labels[row];
            int label = ExactLabel(row);
            if (old != label)
            {
                labels[row] = label;
                changes++;
                if (moveSums)
                {
                    sums.Move(chunk, [new RowMove(row, old)]);
                }
            }
        }

        return changes;
    }

    /// <summary>
    /// The smallest and the second smallest score of two vectors of rows, four scores at a time. The lowest bits of a
    /// score give way to the index of its centroid. It calls nothing, so that everything stays in registers, the first
    /// four features of the rows too.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Score<TLanes>(
        ref float start,
        ref float otherStart,
        out TLanes best,
        out TLanes second,
        out TLanes otherBest,
        out TLanes otherSecond)
        where TLanes : struct, IFloatLanes<TLanes>
    {
        int featureCount = rows.Matrix.FeatureCount;
        int count = placed.Count;
        TLanes indexMask = TLanes.All(BitConverter.Int32BitsToSingle(indexBits));
        TLanes nearest = TLanes.All(PlacedCentroids.VeryFar);
        TLanes nextNearest = nearest;
        TLanes otherNearest = nearest;
        TLanes otherNextNearest = nearest;
        ref float halfNorms = ref MemoryMarshal.GetArrayDataReference(placed.HalfNorms);
        ref float indices = ref MemoryMarshal.GetArrayDataReference(placed.Indices);
        ref float centroid = ref MemoryMarshal.GetArrayDataReference(placed.Negated);
        nuint offset1 = (nuint)(featureCount > 1 ? RowBlocks.RowsPerBlock : 0);
        nuint offset2 = (nuint)(featureCount > 2 ? 2 * RowBlocks.RowsPerBlock : 0);
        nuint offset3 = (nuint)(featureCount > 3 ? 3 * RowBlocks.RowsPerBlock : 0);
        nint stride = placed.Stride;
        TLanes row0 = TLanes.Load(ref start, 0);
        TLanes row1 = TLanes.Load(ref start, offset1);
        TLanes row2 = TLanes.Load(ref start, offset2);
        TLanes row3 = TLanes.Load(ref start, offset3);
        TLanes otherRow0 = TLanes.Load(ref otherStart, 0);
        TLanes otherRow1 = TLanes.Load(ref otherStart, offset1);
        TLanes otherRow2 = TLanes.Load(ref otherStart, offset2);
        TLanes otherRow3 = TLanes.Load(ref otherStart, offset3);
        for (int cluster = 0; cluster < count; cluster += 2)
        {
            ref float nextCentroid = ref Unsafe.Add(ref centroid, stride);
            TLanes score = TLanes.All(Unsafe.Add(ref halfNorms, cluster));
            TLanes otherScore = score;
            TLanes nextScore = TLanes.All(Unsafe.Add(ref halfNorms, cluster + 1));
            TLanes otherNextScore = nextScore;
            TLanes factor = TLanes.All(centroid);
            TLanes nextFactor = TLanes.All(nextCentroid);
            score = TLanes.MultiplyAdd(row0, factor, score);
            otherScore = TLanes.MultiplyAdd(otherRow0, factor, otherScore);
            nextScore = TLanes.MultiplyAdd(row0, nextFactor, nextScore);
            otherNextScore = TLanes.MultiplyAdd(otherRow0, nextFactor, otherNextScore);
            factor = TLanes.All(Unsafe.Add(ref centroid, 1));
            nextFactor = TLanes.All(Unsafe.Add(ref nextCentroid, 1));
            score = TLanes.MultiplyAdd(row1, factor, score);
            otherScore = TLanes.MultiplyAdd(otherRow1, factor, otherScore);
            nextScore = TLanes.MultiplyAdd(row1, nextFactor, nextScore);
            otherNextScore = TLanes.MultiplyAdd(otherRow1, nextFactor, otherNextScore);
            factor = TLanes.All(Unsafe.Add(ref centroid, 2));
            nextFactor = TLanes.All(Unsafe.Add(ref nextCentroid, 2));
            score = TLanes.MultiplyAdd(row2, factor, score);
            otherScore = TLanes.MultiplyAdd(otherRow2, factor, otherScore);
            nextScore = TLanes.MultiplyAdd(row2, nextFactor, nextScore);
            otherNextScore = TLanes.MultiplyAdd(otherRow2, nextFactor, otherNextScore);
            factor = TLanes.All(Unsafe.Add(ref centroid, 3));
            nextFactor = TLanes.All(Unsafe.Add(ref nextCentroid, 3));
            score = TLanes.MultiplyAdd(row3, factor, score);
            otherScore = TLanes.MultiplyAdd(otherRow3, factor, otherScore);
            nextScore = TLanes.MultiplyAdd(row3, nextFactor, nextScore);
            otherNextScore = TLanes.MultiplyAdd(otherRow3, nextFactor, otherNextScore);
            nuint offset = PlacedCentroids.LeastStride * RowBlocks.RowsPerBlock;
            for (nuint feature = PlacedCentroids.LeastStride; feature < (nuint)featureCount; feature++)
            {
                TLanes row = TLanes.Load(ref start, offset);
                TLanes otherRow = TLanes.Load(ref otherStart, offset);
                factor = TLanes.All(Unsafe.Add(ref centroid, feature));
                nextFactor = TLanes.All(Unsafe.Add(ref nextCentroid, feature));
                score = TLanes.MultiplyAdd(row, factor, score);
                otherScore = TLanes.MultiplyAdd(otherRow, factor, otherScore);
                nextScore = TLanes.MultiplyAdd(row, nextFactor, nextScore);
                otherNextScore = TLanes.MultiplyAdd(otherRow, nextFactor, otherNextScore);
                offset += RowBlocks.RowsPerBlock;
            }

            centroid = ref Unsafe.Add(ref nextCentroid, stride);
            TLanes index = TLanes.All(Unsafe.Add(ref indices, cluster));
            TLanes nextIndex = TLanes.All(Unsafe.Add(ref indices, cluster + 1));
            score = TLanes.Select(indexMask, index, score);
            otherScore = TLanes.Select(indexMask, index, otherScore);
            nextScore = TLanes.Select(indexMask, nextIndex, nextScore);
            otherNextScore = TLanes.Select(indexMask, nextIndex, otherNextScore);
            TLanes nearer = TLanes.Min(score, nextScore);
            TLanes otherNearer = TLanes.Min(otherScore, otherNextScore);
            nextNearest = TLanes.Min(TLanes.Min(nextNearest, TLanes.Max(score, nextScore)), TLanes.Max(nearest, nearer));
            otherNextNearest = TLanes.Min(TLanes.Min(otherNextNearest, TLanes.Max(otherScore, otherNextScore)), TLanes.Max(otherNearest, otherNearer));
            nearest = TLanes.Min(nearest, nearer);
            otherNearest = TLanes.Min(otherNearest, otherNearer);
        }

        best = nearest;
        second = nextNearest;
        otherBest = otherNearest;
        otherSecond = otherNextNearest;
    }

    /// <summary>Lists the blocks whose labels may change, eight at a time, and returns their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Unsettled(int firstBlock, Span<int> blocks)
    {
        int count = 0;
        int i = 0;
        ref int list = ref MemoryMarshal.GetReference(blocks);
        ref double expiry = ref expiries[firstBlock];
        Vector512<double> now = Vector512.Create(moved);
        for (; i <= blocks.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            ulong settled = Vector512.LessThan(now, Vector512.LoadUnsafe(ref expiry, (nuint)i)).ExtractMostSignificantBits();
            if (settled == 0)
            {
                (Vector256.Create(firstBlock + i) + Vector256<int>.Indices).StoreUnsafe(ref list, (nuint)count);
                count += Vector512<double>.Count;
                continue;
            }

            for (ulong rest = ~settled & 0xFF; rest != 0; rest &= rest - 1)
            {
                Unsafe.Add(ref list, count++) = firstBlock + i + BitOperations.TrailingZeroCount(rest);
            }
        }

        for (; i < blocks.Length; i++)
        {
            if (moved >= Unsafe.Add(ref expiry, i))
            {
                Unsafe.Add(ref list, count++) = firstBlock + i;
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Finish<TLanes, TWidth>(ref byte rowLabels, int block, int lane, TLanes best, TLanes second, ref Moves moves)
        where TLanes : struct, IFloatLanes<TLanes>
        where TWidth : struct, ILabelWidth
    {
        TLanes limit = TLanes.MultiplyAdd(second, TLanes.All(2 * errorOfScore), TLanes.All((2 * errorOfNorm * LargestHalfNorm(block)) + Tiny));
        uint uncertain = TLanes.NotGreaterBits(TLanes.Subtract(second, best), limit);
        int row = (block * RowBlocks.RowsPerBlock) + lane;
        TLanes nearest = TLanes.And(best, TLanes.All(BitConverter.Int32BitsToSingle(indexBits)));
        uint different = TLanes.DifferentBits<TWidth>(nearest, ref rowLabels, row);
        if (keepGaps)
        {
            KeepGap(block, lane, best, second, uncertain);
        }

        if (!moves.AreWanted && uncertain == 0 && row <= rows.Matrix.RowCount - TLanes.Count)
        {
            // So many rows change here that a guess whether these did would often be wrong.
            TLanes.StoreAsLabels<TWidth>(nearest, ref rowLabels, row);
            return BitOperations.PopCount(different);
        }

        return (uncertain | different) == 0 ? 0 : Relabel<TLanes, TWidth>(row, nearest, uncertain, different, ref moves);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private int Relabel<TLanes, TWidth>(int row, TLanes nearest, uint uncertain, uint different, ref Moves moves)
        where TLanes : struct, IFloatLanes<TLanes>
        where TWidth : struct, ILabelWidth
    {
        // What fills up the last block is no row.
        int valid = Math.Clamp(rows.Matrix.RowCount - row, 0, TLanes.Count);
        uint changed = (uncertain | different) & ((1u << valid) - 1);
        if (uncertain != 0)
        {
            return RelabelEach<TLanes, TWidth>(row, nearest, uncertain, changed, ref moves);
        }

        if (moves.AreWanted)
        {
            for (uint rest = changed; rest != 0; rest &= rest - 1)
            {
                Note<TWidth>(row + BitOperations.TrailingZeroCount(rest), ref moves);
            }
        }

        TLanes.StoreAsLabels<TWidth>(nearest, ref labels.Start, row);
        return BitOperations.PopCount(changed);
    }

    private int RelabelEach<TLanes, TWidth>(int firstRow, TLanes nearest, uint uncertain, uint maybeChanged, ref Moves moves)
        where TLanes : struct, IFloatLanes<TLanes>
        where TWidth : struct, ILabelWidth
    {
        Span<int> found = stackalloc int[RowBlocks.RowsPerBlock];
        TLanes.StoreAsLabels<IntLabels>(nearest, ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(found)), 0);
        int changes = 0;
        for (uint rest = maybeChanged; rest != 0; rest &= rest - 1)
        {
            int lane = BitOperations.TrailingZeroCount(rest);
            int row = firstRow + lane;
            int label = (uncertain & (1u << lane)) == 0 ? found[lane] : ExactLabel(row);
            if (labels[row] != label)
            {
                changes++;
                if (moves.AreWanted)
                {
                    Note<TWidth>(row, ref moves);
                }

                labels[row] = label;
            }
        }

        return changes;
    }

    /// <summary>A row is about to change its label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note<TWidth>(int row, ref Moves moves)
        where TWidth : struct, ILabelWidth
    {
        moves.Add(new RowMove(row, TWidth.Read(ref labels.Start, row)));
        sums.Prefetch(row);
    }

    /// <summary>Moves the rows from sum to sum, many in a row, so that waiting for one does not hold up the others.</summary>
    private void Follow(int chunk, ref Moves moves)
    {
        sums.Move(chunk, moves.Noted);
        moves.Clear();
    }

    private int ExactLabel(int row)
    {
        (int label, _, bool tied) = SquaredDistance.NearestOrTied(rows.Matrix.Row(row), centroids);
        if (tied)
        {
            sawTie = true;
        }

        return label;
    }

    /// <summary>
    /// Keeps how far the centroids may move before a label in the block can change: a lower bound on the difference of
    /// the two distances D = √(2(s + X)), each widened by twice the error of s and that of X. As √F - √N is at least
    /// (F - N) / 2√F, and about that where it is small, an estimate of one root is enough.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void KeepGap<TLanes>(int block, int lane, TLanes best, TLanes second, uint uncertain)
        where TLanes : struct, IFloatLanes<TLanes>
    {
        float gap = 0;
        if (uncertain == 0)
        {
            TLanes two = TLanes.All(2);
            TLanes widening = TLanes.MultiplyAdd(
                TLanes.All(2.5f * errorOfScore), second, TLanes.All((3 * errorOfNorm * LargestHalfNorm(block)) + Tiny));
            TLanes norm = Norm<TLanes>(block, lane);
            TLanes near = TLanes.MultiplyAdd(two, best, TLanes.Add(norm, widening));
            TLanes far = TLanes.Subtract(TLanes.MultiplyAdd(two, second, norm), widening);
            TLanes inverse = TLanes.InverseSqrt(TLanes.Max(far, TLanes.All(Tiny)));
            gap = LessThanHalf * TLanes.Smallest(TLanes.Multiply(TLanes.Subtract(far, near), inverse));
        }

        double expiry = gap > 0 ? moved + gap : 0;
        expiries[block] = lane == 0 ? expiry : Math.Min(expiries[block], expiry);
    }

    /// <summary>The squared lengths of the rows in a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Norm<TLanes>(int block, int lane)
        where TLanes : struct, IFloatLanes<TLanes>
    {
        nint featureCount = rows.Matrix.FeatureCount;
        ref float start = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(rows.Values), (block * RowBlocks.RowsPerBlock * featureCount) + lane);
        TLanes norm = TLanes.All(0);
        for (nint feature = 0; feature < featureCount; feature++)
        {
            TLanes value = TLanes.Load(ref start, (nuint)(feature * RowBlocks.RowsPerBlock));
            norm = TLanes.MultiplyAdd(value, value, norm);
        }

        return norm;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float LargestHalfNorm(int block) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows.LargestHalfNorms), block);

    /// <summary>No difference of two distances has shrunk by more than the two longest moves together.</summary>
    private double FarthestTwoMoves(ReadOnlySpan<double> newCentroids)
    {
        int featureCount = rows.Matrix.FeatureCount;
        double longest = 0;
        double secondLongest = 0;
        for (int start = 0; start < newCentroids.Length; start += featureCount)
        {
            double move = SquaredDistance.Between(
                newCentroids.Slice(start, featureCount), before.AsSpan(start, featureCount));
            (longest, secondLongest) = (Math.Max(longest, move), Math.Max(secondLongest, Math.Min(longest, move)));
        }

        return rows.PlaceDistance(Math.Sqrt(longest) + Math.Sqrt(secondLongest)) * (1 + 1e-9);
    }

    /// <summary>Rows that change their label, until the sums follow.</summary>
    private ref struct Moves(Span<RowMove> noted)
    {
        /// <summary>One pair of vectors more always fits.</summary>
        public const int Capacity = 16 * RowBlocks.RowsPerBlock;

        private readonly Span<RowMove> noted = noted;

        private int length;

        public readonly bool AreWanted => !noted.IsEmpty;

        public readonly bool IsNearlyFull => AreWanted && length > noted.Length - (2 * RowBlocks.RowsPerBlock);

        public readonly ReadOnlySpan<RowMove> Noted => noted[..length];

        public void Add(RowMove move) => noted[length++] = move;

        public void Clear() => length = 0;
    }
}

/// <summary>A row that changes its label.</summary>
/// <param name="Row">The row.</param>
/// <param name="From">Its label before.</param>
internal readonly record struct RowMove(int Row, int From);
