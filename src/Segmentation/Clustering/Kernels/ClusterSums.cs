using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Segmentation;

/// <summary>
/// The weighted sum of the rows of each cluster, chunk by chunk. A chunk is added up in row order, or follows the rows
/// that change their cluster, which is quicker but rounds otherwise.
/// </summary>
internal sealed class ClusterSums
{
    /// <summary>Chunks lie so far apart in memory that two threads never write to the same line or its neighbour.</summary>
    private const int ApartBytes = 128;

    private readonly FeatureMatrix matrix;
    private readonly FixedChunks chunks;
    private readonly RowLabels labels;
    private readonly int clusterCount;
    private readonly int sumStride;
    private readonly int sizeStride;
    private readonly double[] sums;
    private readonly int[] sizes;
    private readonly double[] weights;
    private readonly State[] states;
    private readonly double[] total;
    private readonly Action<int> weigh;
    private readonly Action<int> addUp;
    private readonly Mover move;

    /// <param name="matrix">The rows.</param>
    /// <param name="chunks">How they are cut.</param>
    /// <param name="clusterCount">k.</param>
    /// <param name="labels">The cluster of each row; the owner changes them.</param>
    public ClusterSums(FeatureMatrix matrix, FixedChunks chunks, int clusterCount, RowLabels labels)
    {
        this.matrix = matrix;
        this.chunks = chunks;
        this.clusterCount = clusterCount;
        this.labels = labels;
        sumStride = (clusterCount * matrix.FeatureCount) + (ApartBytes / sizeof(double));
        sizeStride = clusterCount + (ApartBytes / sizeof(int));
        sums = new double[chunks.Count * sumStride];
        sizes = new int[chunks.Count * sizeStride];
        weights = new double[matrix.RowWeightArray.Length == 0 ? 0 : chunks.Count * sizeStride];
        states = new State[chunks.Count];
        total = new double[clusterCount * matrix.FeatureCount];
        weigh = labels.AreBytes ? Weigh<ByteLabels> : Weigh<IntLabels>;
        (addUp, move) = labels.AreBytes ? Kernels<ByteLabels>() : Kernels<IntLabels>();
    }

    private delegate void Mover(int chunk, ReadOnlySpan<RowMove> moves);

    private enum State
    {
        Outdated,
        Followed,
        InRowOrder,
    }

    /// <summary>Whether every chunk was added up in row order and nothing has changed since.</summary>
    public bool AreInRowOrder => Array.TrueForAll(states, state => state == State.InRowOrder);

    public bool IsInRowOrder(int chunk) => states[chunk] == State.InRowOrder;

    /// <summary>Whether the sums of a chunk are those of the labels, but for rounding.</summary>
    public bool IsCurrent(int chunk) => states[chunk] != State.Outdated;

    /// <summary>The sums of a chunk hold no longer.</summary>
    public void Forget(int chunk) => states[chunk] = State.Outdated;

    /// <summary>Counts and weighs the rows of each cluster of a chunk; its sums then hold no longer.</summary>
    public void Weigh(int chunk) => weigh(chunk);

    /// <summary>Four rows count apart, for to count one more in the same place must wait for the count before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh<TWidth>(int chunk)
        where TWidth : struct, ILabelWidth
    {
        nint row = FixedChunks.StartOf(chunk);
        nint end = chunks.EndOf(chunk);
        ref byte label = ref labels.Start;
        Span<int> chunkSizes = sizes.AsSpan(chunk * sizeStride, clusterCount);
        chunkSizes.Clear();
        if (labels.AreBytes)
        {
            Span<int> apart = stackalloc int[4 * clusterCount];
            ref int size = ref MemoryMarshal.GetReference(apart);
            for (; row <= end - 4; row += 4)
            {
                Unsafe.Add(ref size, 4 * TWidth.Read(ref label, row))++;
                Unsafe.Add(ref size, (4 * TWidth.Read(ref label, row + 1)) + 1)++;
                Unsafe.Add(ref size, (4 * TWidth.Read(ref label, row + 2)) + 2)++;
                Unsafe.Add(ref size, (4 * TWidth.Read(ref label, row + 3)) + 3)++;
            }

            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                chunkSizes[cluster] = apart[4 * cluster] + apart[(4 * cluster) + 1] + apart[(4 * cluster) + 2] + apart[(4 * cluster) + 3];
            }
        }

        for (; row < end; row++)
        {
            chunkSizes[TWidth.Read(ref label, row)]++;
        }

        if (weights.Length > 0)
        {
            Span<double> chunkWeights = weights.AsSpan(chunk * sizeStride, clusterCount);
            chunkWeights.Clear();
            for (row = FixedChunks.StartOf(chunk); row < end; row++)
            {
                chunkWeights[TWidth.Read(ref label, row)] += matrix.RowWeightArray[row];
            }
        }

        states[chunk] = State.Outdated;
    }

    /// <summary>Adds up a chunk from its first row to its last.</summary>
    public void AddUp(int chunk)
    {
        sums.AsSpan(chunk * sumStride, clusterCount * matrix.FeatureCount).Clear();
        addUp(chunk);
        states[chunk] = State.InRowOrder;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUp<TWidth, TAdder>(int chunk)
        where TWidth : struct, ILabelWidth
        where TAdder : struct, IRowAdder
    {
        const int RowsAtOnce = 2;
        int featureCount = TAdder.Features(matrix.FeatureCount);
        nint row = FixedChunks.StartOf(chunk);
        nint end = chunks.EndOf(chunk);
        ref byte label = ref labels.Start;
        ref double sum = ref sums[chunk * sumStride];
        ref double value = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), row * featureCount);
        ref int size = ref sizes[chunk * sizeStride];
        MemoryMarshal.CreateSpan(ref size, clusterCount).Clear();
        for (; row <= end - RowsAtOnce; row += RowsAtOnce)
        {
            MemoryAhead.Ask(ref value, RowsAtOnce * featureCount);
            nint first = TWidth.Read(ref label, row);
            nint second = TWidth.Read(ref label, row + 1);
            Unsafe.Add(ref size, first)++;
            Unsafe.Add(ref size, second)++;
            TAdder.Add(ref Unsafe.Add(ref sum, first * featureCount), ref value, featureCount);
            TAdder.Add(ref Unsafe.Add(ref sum, second * featureCount), ref Unsafe.Add(ref value, featureCount), featureCount);
            value = ref Unsafe.Add(ref value, RowsAtOnce * featureCount);
        }

        if (row < end)
        {
            nint last = TWidth.Read(ref label, row);
            Unsafe.Add(ref size, last)++;
            TAdder.Add(ref Unsafe.Add(ref sum, last * featureCount), ref value, featureCount);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUpWeighted<TWidth>(int chunk)
        where TWidth : struct, ILabelWidth
    {
        Weigh<TWidth>(chunk);
        for (int row = FixedChunks.StartOf(chunk); row < chunks.EndOf(chunk); row++)
        {
            AddTimes(chunk, TWidth.Read(ref labels.Start, row), row, matrix.RowWeightArray[row]);
        }
    }

    /// <summary>Lets the memory fetch a row that will move soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row) => MemoryAhead.AskFor(
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)row * matrix.FeatureCount), 1);

    /// <summary>Takes rows of a chunk from the sums of the clusters where they were to those where their labels say they are.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="moves">The rows.</param>
    public void Move(int chunk, ReadOnlySpan<RowMove> moves)
    {
        if (!moves.IsEmpty)
        {
            move(chunk, moves);
            states[chunk] = State.Followed;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move<TWidth, TAdder>(int chunk, ReadOnlySpan<RowMove> moves)
        where TWidth : struct, ILabelWidth
        where TAdder : struct, IRowAdder
    {
        int featureCount = TAdder.Features(matrix.FeatureCount);
        ref double values = ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray);
        ref double sum = ref sums[chunk * sumStride];
        ref int size = ref sizes[chunk * sizeStride];
        ref byte label = ref labels.Start;
        foreach (RowMove move in moves)
        {
            nint row = move.Row;
            nint from = move.From;
            nint to = TWidth.Read(ref label, row);
            Unsafe.Add(ref size, from)--;
            Unsafe.Add(ref size, to)++;
            TAdder.Move(
                ref Unsafe.Add(ref sum, from * featureCount),
                ref Unsafe.Add(ref sum, to * featureCount),
                ref Unsafe.Add(ref values, row * featureCount),
                featureCount);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MoveWeighted<TWidth>(int chunk, ReadOnlySpan<RowMove> moves)
        where TWidth : struct, ILabelWidth
    {
        foreach (RowMove move in moves)
        {
            int to = TWidth.Read(ref labels.Start, move.Row);
            double weight = matrix.RowWeightArray[move.Row];
            sizes[(chunk * sizeStride) + move.From]--;
            sizes[(chunk * sizeStride) + to]++;
            weights[(chunk * sizeStride) + move.From] -= weight;
            weights[(chunk * sizeStride) + to] += weight;
            AddTimes(chunk, move.From, move.Row, -weight);
            AddTimes(chunk, to, move.Row, weight);
        }
    }

    /// <summary>Writes the number of rows of each cluster.</summary>
    public void WriteSizes(Span<int> clusterSizes)
    {
        clusterSizes.Clear();
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                clusterSizes[cluster] += sizes[(chunk * sizeStride) + cluster];
            }
        }
    }

    /// <summary>Writes the total weight of each cluster, from the chunks in order.</summary>
    public void WriteWeights(Span<double> clusterWeights)
    {
        clusterWeights.Clear();
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                int i = (chunk * sizeStride) + cluster;
                clusterWeights[cluster] += weights.Length == 0 ? sizes[i] : weights[i];
            }
        }
    }

    /// <summary>Writes the mean of each cluster that has rows, from the chunks in order; the others stay as they are.</summary>
    /// <param name="means">k x d numbers.</param>
    /// <param name="clusterSizes">k numbers of rows.</param>
    /// <param name="clusterWeights">k total weights.</param>
    public void WriteMeans(Span<double> means, ReadOnlySpan<int> clusterSizes, ReadOnlySpan<double> clusterWeights)
    {
        int featureCount = matrix.FeatureCount;
        Array.Clear(total);
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            AnyFeatures.Add(ref total[0], ref sums[chunk * sumStride], total.Length);
        }

        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            if (clusterSizes[cluster] > 0)
            {
                for (int i = cluster * featureCount; i < (cluster + 1) * featureCount; i++)
                {
                    means[i] = total[i] / clusterWeights[cluster];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddTimes(int chunk, int cluster, int row, double weight)
    {
        int featureCount = matrix.FeatureCount;
        ref double sum = ref sums[(chunk * sumStride) + (cluster * featureCount)];
        ref double value = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)row * featureCount);
        for (nint i = 0; i < featureCount; i++)
        {
            Unsafe.Add(ref sum, i) += weight * Unsafe.Add(ref value, i);
        }
    }

    private (Action<int> AddUp, Mover Move) Kernels<TWidth>()
        where TWidth : struct, ILabelWidth =>
        weights.Length > 0 ? (AddUpWeighted<TWidth>, MoveWeighted<TWidth>) : matrix.FeatureCount switch
        {
            2 => Kernels<TWidth, TwoFeatures>(),
            3 => Kernels<TWidth, ThreeFeatures>(),
            4 => Kernels<TWidth, FourFeatures>(),
            _ => Kernels<TWidth, AnyFeatures>(),
        };

    private (Action<int> AddUp, Mover Move) Kernels<TWidth, TAdder>()
        where TWidth : struct, ILabelWidth
        where TAdder : struct, IRowAdder =>
        (AddUp<TWidth, TAdder>, Move<TWidth, TAdder>);
}
