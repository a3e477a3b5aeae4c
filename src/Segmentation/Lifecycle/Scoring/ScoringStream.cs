namespace Segmentation;

/// <summary>
/// A pipe that can be cancelled while it keeps its reader waiting, and whose beginning was looked at before it is read.
/// </summary>
internal sealed class ScoringStream : Stream
{
    private const int HeadSize = 1 << 20;

    private readonly Stream inner;
    private readonly CancellationToken cancellationToken;
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly byte[] head;
    private int given;

    public ScoringStream(Stream inner, CancellationToken cancellationToken)
    {
        this.inner = inner;
        this.cancellationToken = cancellationToken;
        using MemoryStream first = new();
        int read;
        while (first.Length < HeadSize && (read = ReadInner()) > 0)
        {
            first.Write(buffer, 0, read);
        }

        head = first.ToArray();
    }

    /// <summary>The first bytes, up to the end of a line where one ends among them.</summary>
    public MemoryStream Head
    {
        get
        {
            int lineEnd = Array.LastIndexOf(head, (byte)'\n');
            return new MemoryStream(head, 0, head.Length < HeadSize || lineEnd < 0 ? head.Length : lineEnd + 1, writable: false);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (given < head.Length)
        {
            int taken = Math.Min(buffer.Length, head.Length - given);
            head.AsSpan(given, taken).CopyTo(buffer);
            given += taken;
            return taken;
        }

        int read = ReadInner(buffer.Length);
        this.buffer.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads into the own buffer, which nobody minds when the reading is left to itself.</summary>
    private int ReadInner(int most = int.MaxValue) =>
        Task.Run(() => inner.Read(buffer, 0, Math.Min(buffer.Length, most)), cancellationToken)
            .WaitAsync(cancellationToken).GetAwaiter().GetResult();
}
