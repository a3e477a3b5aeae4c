using System.Text;

namespace Segmentation;

/// <summary>Cuts a file of bytes into blocks of whole lines.</summary>
/// <param name="stream">Stands at the file's beginning.</param>
internal sealed class PlainBlocks(Stream stream)
{
    /// <summary>The bytes of a block at most; a longer line is not plain. The longest cell is as long.</summary>
    public const int Size = 1 << 20;

    private readonly byte[] rest = new byte[Size];
    private int restLength;
    private bool isAtEnd;

    /// <summary>The bytes that have not been given out.</summary>
    public long BytesLeft => restLength + stream.Length - stream.Position;

    /// <summary>Reads the first line; a byte-order mark before it is left out.</summary>
    /// <returns>Its cells; null where it is not plain.</returns>
    public string[]? ReadHeader(char delimiter)
    {
        Fill(rest);
        ReadOnlySpan<byte> bytes = rest.AsSpan(0, restLength);
        ReadOnlySpan<byte> text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        int end = text.IndexOf((byte)'\n');
        if (end <= 0)
        {
            return null;
        }

        ReadOnlySpan<byte> line = text[..end];
        line = line.EndsWith("\r"u8) ? line[..^1] : line;
        if (!PlainBlock.MayBePlain(line) || line.Contains((byte)'\r'))
        {
            return null;
        }

        string header = Encoding.UTF8.GetString(line);
        Keep(text[(end + 1)..]);
        return string.IsNullOrWhiteSpace(header) ? null : header.Split(delimiter);
    }

    /// <summary>Reads the next lines.</summary>
    /// <param name="block">Where to: as long as <see cref="Size"/>.</param>
    /// <returns>The number of bytes, the last a line feed but for the last line; null at the end; -1 for a line that is too long.</returns>
    public int? Next(byte[] block)
    {
        rest.AsSpan(0, restLength).CopyTo(block);
        int length = Fill(block);
        if (isAtEnd)
        {
            restLength = 0;
            length = block.AsSpan(0, length).TrimEnd("\r\n"u8).Length;
            return length == 0 ? null : length;
        }

        int end = block.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        Keep(block.AsSpan(end, length - end));
        return end == 0 ? -1 : end;
    }

    /// <summary>Fills up a buffer that begins with the rest.</summary>
    private int Fill(byte[] buffer)
    {
        int read = isAtEnd ? 0 : stream.ReadAtLeast(buffer.AsSpan(restLength), buffer.Length - restLength, throwOnEndOfStream: false);
        isAtEnd |= restLength + read < buffer.Length;
        restLength += read;
        return restLength;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        restLength = bytes.Length;
    }
}
