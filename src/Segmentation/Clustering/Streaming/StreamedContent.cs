namespace Segmentation;

/// <summary>What tells one pass from another.</summary>
/// <param name="RowCount">All rows.</param>
/// <param name="CompleteRows">The rows that have all features.</param>
/// <param name="Fingerprint">A hash of every number in its order.</param>
internal sealed record StreamedContent(int RowCount, int CompleteRows, ulong Fingerprint);

/// <summary>Takes up the rows of a pass.</summary>
internal sealed class StreamedContentCounter(string source)
{
    /// <summary>FNV-1a's prime, here over 64 bits at a time; the shift brings high bits down.</summary>
    private const ulong Prime = 0x100000001B3;

    private ulong fingerprint = 0xCBF29CE484222325;

    public int RowCount { get; private set; }

    public int CompleteRows { get; private set; }

    public StreamedContent Content => new(RowCount, CompleteRows, fingerprint);

    /// <summary>Counts a row; whether it has all features.</summary>
    public bool Add(ReadOnlySpan<double> row)
    {
        if (RowCount == int.MaxValue)
        {
            throw new DataException($"{source} has more than {int.MaxValue} rows, which is the most that a model can count.");
        }

        bool isComplete = true;
        ulong hash = fingerprint;
        foreach (double value in row)
        {
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(value)) * Prime;
            hash ^= hash >> 29;
            isComplete &= !double.IsNaN(value);
        }

        fingerprint = hash;
        RowCount++;
        CompleteRows += isComplete ? 1 : 0;
        return isComplete;
    }
}
