using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Segmentation;

/// <summary>Some whole lines of a plain file, cut into the cells of each column.</summary>
internal sealed class PlainBlock
{
    private readonly PlainColumn[] columns;
    private readonly byte delimiter;

    /// <param name="columns">How each column is to be read.</param>
    /// <param name="delimiter">The byte between cells.</param>
    public PlainBlock(PlainColumn[] columns, byte delimiter)
    {
        this.columns = columns;
        this.delimiter = delimiter;
        Cells = [.. columns.Select(_ => new PlainCells())];
    }

    /// <summary>The lines, in the first <see cref="Length"/> bytes.</summary>
    public byte[] Bytes { get; } = new byte[PlainBlocks.Size];

    public int Length { get; set; }

    /// <summary>Whether every line was a row; when not, the cells are of no use.</summary>
    public bool IsPlain { get; private set; }

    public int RowCount { get; private set; }

    /// <summary>The cells of each column.</summary>
    public PlainCells[] Cells { get; }

    /// <summary>Whether there is neither a quote nor a NUL, and everything is UTF-8.</summary>
    public static bool MayBePlain(ReadOnlySpan<byte> bytes) => !bytes.ContainsAny((byte)'"', (byte)0) && Utf8.IsValid(bytes);

    public void Read()
    {
        ReadOnlySpan<byte> bytes = Bytes.AsSpan(0, Length);
        IsPlain = MayBePlain(bytes);
        RowCount = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            Cells[i].Clear(columns[i]);
        }

        int returns = 0;
        int position = 0;
        while (IsPlain && position < bytes.Length)
        {
            IsPlain = ReadRow(bytes, ref position, ref returns);
            RowCount++;
        }

        // A carriage return that is not before a line feed is a line break of its own.
        IsPlain &= returns == bytes.Count((byte)'\r');
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadRow(ReadOnlySpan<byte> bytes, ref int position, ref int returns)
    {
        bool isBlank = bytes[position] is (byte)'\n' or (byte)'\r';
        for (int i = 0; i < columns.Length - 1; i++)
        {
            ReadOnlySpan<byte> rest = bytes[position..];
            int length = Cells[i].TryAddNumber(rest, delimiter);
            if (length < 0)
            {
                length = rest.IndexOfAny(delimiter, (byte)'\n');
                if (length < 0 || rest[length] != delimiter)
                {
                    return false;
                }

                Cells[i].Add(rest[..length]);
            }

            position += length + 1;
        }

        ReadOnlySpan<byte> last = bytes[position..];
        int end = Cells[^1].TryAddNumber(last, (byte)'\n');
        if (end < 0)
        {
            end = last.IndexOf((byte)'\n');
            end = end < 0 ? last.Length : end;
            ReadOnlySpan<byte> cell = last[..end];
            if (cell.EndsWith("\r"u8))
            {
                cell = cell[..^1];
                returns++;
            }

            if (cell.Contains(delimiter))
            {
                return false;
            }

            isBlank |= columns.Length == 1 && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(cell));
            Cells[^1].Add(cell);
        }

        position += end + 1;
        return !isBlank;
    }
}
