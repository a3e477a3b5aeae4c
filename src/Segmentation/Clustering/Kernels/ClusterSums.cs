using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    }

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
    public void Weigh(int chunk)
    {
        if (labels.AreBytes)
        {
            Weigh<ByteLabels>(chunk);
        }
        else
        {
            Weigh<IntLabels>(chunk);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Weigh<TWidth>(int chunk)
        where TWidth : struct, ILabelWidth
    {
        ref byte rowLabels = ref labels.Start;
        int start = FixedChunks.StartOf(chunk);
        int end = chunks.EndOf(chunk);
        Span<int> chunkSizes = sizes.AsSpan(chunk * sizeStride, clusterCount);
        chunkSizes.Clear();
        for (int row = start; row < end; row++)
        {
            chunkSizes[TWidth.Read(ref rowLabels, row)]++;
        }

        if (weights.Length > 0)
        {
            Span<double> chunkWeights = weights.AsSpan(chunk * sizeStride, clusterCount);
            chunkWeights.Clear();
            for (int row = start; row < end; row++)
            {
                chunkWeights[TWidth.Read(ref rowLabels, row)] += matrix.RowWeightArray[row];
            }
        }

        states[chunk] = State.Outdated;
    }

    /// <summary>Adds up a chunk from its first row to its last.</summary>
    public void AddUp(int chunk)
    {
        if (labels.AreBytes)
        {
            AddUp<ByteLabels>(chunk);
        }
        else
        {
            AddUp<IntLabels>(chunk);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUp<TWidth>(int chunk)
        where TWidth : struct, ILabelWidth
    {
        int featureCount = matrix.FeatureCount;
        int start = FixedChunks.StartOf(chunk);
        int end = chunks.EndOf(chunk);
        ref byte rowLabels = ref labels.Start;
        Span<double> chunkSums = sums.AsSpan(chunk * sumStride, clusterCount * featureCount);
        chunkSums.Clear();
        ref double sum = ref MemoryMarshal.GetReference(chunkSums);
        ref double values = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)start * featureCount);
        if (weights.Length == 0)
        {
            ref int size = ref sizes[chunk * sizeStride];
            sizes.AsSpan(chunk * sizeStride, clusterCount).Clear();
            for (nint row = start; row < end; row++)
            {
                nint label = TWidth.Read(ref rowLabels, row);
                MemoryAhead.Ask(ref values, featureCount);
                Unsafe.Add(ref size, label)++;
                Add(ref Unsafe.Add(ref sum, label * featureCount), ref values, featureCount);
                values = ref Unsafe.Add(ref values, featureCount);
            }
        }
        else
        {
            Weigh<TWidth>(chunk);
            for (int row = start; row < end; row++)
            {
                nint label = TWidth.Read(ref rowLabels, row);
                AddTimes(ref Unsafe.Add(ref sum, label * featureCount), ref values, matrix.RowWeightArray[row], featureCount);
                values = ref Unsafe.Add(ref values, featureCount);
            }
        }

        states[chunk] = State.InRowOrder;
    }

    /// <summary>Lets the memory fetch a row that will move soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row) => MemoryAhead.AskFor(
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)row * matrix.FeatureCount), 1);

    /// <summary>Takes rows of a chunk from the sums of the clusters where they were to those where their labels say they are.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="moves">The rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move<TWidth>(int chunk, ReadOnlySpan<RowMove> moves)
        where TWidth : struct, ILabelWidth
    {
        nint featureCount = matrix.FeatureCount;
        int first = chunk * sizeStride;
        ref double values = ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray);
        ref double chunkSums = ref sums[chunk * sumStride];
        ref int chunkSizes = ref sizes[first];
        ref byte rowLabels = ref labels.Start;
        bool weighted = weights.Length > 0;
        foreach (RowMove move in moves)
        {
            nint row = move.Row;
            nint from = move.From;
            nint to = TWidth.Read(ref rowLabels, row);
            Unsafe.Add(ref chunkSizes, from)--;
            Unsafe.Add(ref chunkSizes, to)++;
            ref double value = ref Unsafe.Add(ref values, row * featureCount);
            ref double left = ref Unsafe.Add(ref chunkSums, from * featureCount);
            ref double entered = ref Unsafe.Add(ref chunkSums, to * featureCount);
            if (weighted)
            {
                double weight = matrix.RowWeightArray[row];
                weights[first + from] -= weight;
                weights[first + to] += weight;
                AddTimes(ref left, ref value, -weight, featureCount);
                AddTimes(ref entered, ref value, weight, featureCount);
            }
            else
            {
                Shift(ref left, ref entered, ref value, featureCount);
            }
        }

        if (!moves.IsEmpty)
        {
            states[chunk] = State.Followed;
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
            Add(ref total[0], ref sums[chunk * sumStride], total.Length);
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

    /// <summary>Each sum stays in its own lane, so vectors change nothing in its order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref double sum, ref double values, int count)
    {
        int i = 0;
        for (; i <= count - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            (Vector256.LoadUnsafe(ref sum, (nuint)i) + Vector256.LoadUnsafe(ref values, (nuint)i)).StoreUnsafe(ref sum, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref sum, i) += Unsafe.Add(ref values, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Shift(ref double left, ref double entered, ref double values, nint count)
    {
        nint i = 0;
        for (; i <= count - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> moved = Vector256.LoadUnsafe(ref values, (nuint)i);
            (Vector256.LoadUnsafe(ref left, (nuint)i) - moved).StoreUnsafe(ref left, (nuint)i);
            (Vector256.LoadUnsafe(ref entered, (nuint)i) + moved).StoreUnsafe(ref entered, (nuint)i);
        }

        for (; i < count; i++)
        {
            Unsafe.Add(ref left, i) -= Unsafe.Add(ref values, i);
            Unsafe.Add(ref entered, i) += Unsafe.Add(ref values, i);
        }
    }

    private static void AddTimes(ref double sum, ref double values, double weight, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            Unsafe.Add(ref sum, i) += weight * Unsafe.Add(ref values, i);
        }
    }
}
