using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Segmentation;

/// <summary>
/// The weighted sum of the rows of each cluster, chunk by chunk. A chunk is added up in row order, or follows the rows
/// that change their cluster, which is quicker but rounds otherwise.
/// </summary>
internal sealed class ClusterSums
{
    private readonly FeatureMatrix matrix;
    private readonly FixedChunks chunks;
    private readonly int[] labels;
    private readonly int clusterCount;
    private readonly double[] sums;
    private readonly int[] sizes;
    private readonly double[] weights;
    private readonly State[] states;
    private readonly double[] total;

    /// <param name="matrix">The rows.</param>
    /// <param name="chunks">How they are cut.</param>
    /// <param name="clusterCount">k.</param>
    /// <param name="labels">The cluster of each row; the owner changes them.</param>
    public ClusterSums(FeatureMatrix matrix, FixedChunks chunks, int clusterCount, int[] labels)
    {
        this.matrix = matrix;
        this.chunks = chunks;
        this.clusterCount = clusterCount;
        this.labels = labels;
        sums = new double[chunks.Count * clusterCount * matrix.FeatureCount];
        sizes = new int[chunks.Count * clusterCount];
        weights = new double[matrix.RowWeightArray.Length == 0 ? 0 : chunks.Count * clusterCount];
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
        int start = FixedChunks.StartOf(chunk);
        int end = chunks.EndOf(chunk);
        Span<int> chunkSizes = sizes.AsSpan(chunk * clusterCount, clusterCount);
        chunkSizes.Clear();
        for (int row = start; row < end; row++)
        {
            chunkSizes[labels[row]]++;
        }

        if (weights.Length > 0)
        {
            Span<double> chunkWeights = weights.AsSpan(chunk * clusterCount, clusterCount);
            chunkWeights.Clear();
            for (int row = start; row < end; row++)
            {
                chunkWeights[labels[row]] += matrix.RowWeightArray[row];
            }
        }

        states[chunk] = State.Outdated;
    }

    /// <summary>Adds up a chunk from its first row to its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddUp(int chunk)
    {
        int featureCount = matrix.FeatureCount;
        int start = FixedChunks.StartOf(chunk);
        ReadOnlySpan<int> rowLabels = labels.AsSpan(start, chunks.EndOf(chunk) - start);
        Span<double> chunkSums = sums.AsSpan(chunk * clusterCount * featureCount, clusterCount * featureCount);
        chunkSums.Clear();
        ref double sum = ref MemoryMarshal.GetReference(chunkSums);
        ref double values = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)start * featureCount);
        if (weights.Length == 0)
        {
            ref int size = ref sizes[chunk * clusterCount];
            sizes.AsSpan(chunk * clusterCount, clusterCount).Clear();
            foreach (int label in rowLabels)
            {
                Unsafe.Add(ref size, label)++;
                Add(ref Unsafe.Add(ref sum, (nint)label * featureCount), ref values, featureCount);
                values = ref Unsafe.Add(ref values, featureCount);
            }
        }
        else
        {
            Weigh(chunk);
            for (int i = 0; i < rowLabels.Length; i++)
            {
                int row = start + i;
                AddTimes(chunkSums.Slice(rowLabels[i] * featureCount, featureCount), matrix.Row(row), matrix.RowWeightArray[row]);
            }
        }

        states[chunk] = State.InRowOrder;
    }

    /// <summary>Lets the memory fetch a row that will move soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int row)
    {
        if (Sse.IsSupported)
        {
            // An address that the collector has made stale in the meantime does no harm.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)row * matrix.FeatureCount)));
        }
    }

    /// <summary>A row of a chunk goes from one cluster to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(int chunk, int row, int from, int to)
    {
        int featureCount = matrix.FeatureCount;
        int first = chunk * clusterCount;
        sizes[first + from]--;
        sizes[first + to]++;
        ref double values = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.ValueArray), (nint)row * featureCount);
        ref double left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sums), (nint)(first + from) * featureCount);
        ref double entered = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sums), (nint)(first + to) * featureCount);
        double weight = 1;
        if (matrix.RowWeightArray.Length > 0)
        {
            weight = matrix.RowWeightArray[row];
            weights[first + from] -= weight;
            weights[first + to] += weight;
        }

        int i = 0;
        for (; i <= featureCount - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> weighted = Vector256.LoadUnsafe(ref values, (nuint)i) * weight;
            (Vector256.LoadUnsafe(ref left, (nuint)i) - weighted).StoreUnsafe(ref left, (nuint)i);
            (Vector256.LoadUnsafe(ref entered, (nuint)i) + weighted).StoreUnsafe(ref entered, (nuint)i);
        }

        for (; i < featureCount; i++)
        {
            double weighted = Unsafe.Add(ref values, i) * weight;
            Unsafe.Add(ref left, i) -= weighted;
            Unsafe.Add(ref entered, i) += weighted;
        }

        states[chunk] = State.Followed;
    }

    /// <summary>Writes the number of rows of each cluster.</summary>
    public void WriteSizes(Span<int> clusterSizes)
    {
        clusterSizes.Clear();
        for (int i = 0; i < sizes.Length; i++)
        {
            clusterSizes[i % clusterCount] += sizes[i];
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
                int i = (chunk * clusterCount) + cluster;
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
            Add(ref total[0], ref sums[chunk * total.Length], total.Length);
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

    private static void AddTimes(Span<double> sum, ReadOnlySpan<double> values, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * values[i];
        }
    }
}
