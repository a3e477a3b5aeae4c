using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The label of each row while iterations run. An iteration over many rows waits for memory and reads all labels, so
/// they take a byte each where the clusters are few enough.
/// </summary>
internal sealed class RowLabels : IDisposable
{
    /// <summary>The numbers of a byte but one, which says that a row has no label yet.</summary>
    private const int MostClustersOfBytes = 255;

    private readonly byte[] bytes;
    private readonly int rowCount;

    /// <param name="rowCount">The rows; there is room to fill up the last block. What they hold is left to chance.</param>
    /// <param name="clusterCount">k; labels are below it.</param>
    public RowLabels(int rowCount, int clusterCount)
    {
        this.rowCount = (rowCount + RowBlocks.RowsPerBlock - 1) / RowBlocks.RowsPerBlock * RowBlocks.RowsPerBlock;
        AreBytes = clusterCount <= MostClustersOfBytes;
        bytes = ArrayPool<byte>.Shared.Rent(checked(this.rowCount * Width));
    }

    /// <summary>Whether they lie as <see cref="ByteLabels"/>, else as <see cref="IntLabels"/>.</summary>
    public bool AreBytes { get; }

    /// <summary>Where they begin.</summary>
    public ref byte Start => ref MemoryMarshal.GetArrayDataReference(bytes);

    private int Width => AreBytes ? ByteLabels.Bytes : IntLabels.Bytes;

    /// <summary>The label of a row; a number that is no cluster's where it has none yet.</summary>
    public int this[int row]
    {
        get => AreBytes ? bytes[row] : IntLabels.Read(ref Start, row);
        set
        {
            if (AreBytes)
            {
                bytes[row] = (byte)value;
            }
            else
            {
                IntLabels.Write(ref Start, row, value);
            }
        }
    }

    /// <summary>Takes the labels from rows that lie in a chunk, those that fill up the last block included.</summary>
    public void Forget(int startRow, int endRow) =>
        bytes.AsSpan((startRow * Width)..(Math.Min(endRow, rowCount) * Width)).Fill(0xFF);

    /// <summary>Gives every row the label 0.</summary>
    public void Clear() => Array.Clear(bytes);

    /// <summary>Writes the labels of the rows from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(int startRow, Span<int> target)
    {
        int i = 0;
        if (AreBytes)
        {
            for (; i <= target.Length - Vector512<int>.Count; i += Vector512<int>.Count)
            {
                ByteLabels.Read16(ref Start, startRow + i).StoreUnsafe(ref target[i]);
            }
        }

        for (; i < target.Length; i++)
        {
            target[i] = this[startRow + i];
        }
    }

    /// <summary>Gives the memory back; the labels must not be used any more.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}
