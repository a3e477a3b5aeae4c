namespace Segmentation;

/// <summary>Some of the rows of a pass, in their order; reused from block to block.</summary>
internal sealed class StreamedBlock(int featureCount)
{
    /// <summary>Row after row, the numbers of the rows that have all features.</summary>
    public double[] Values { get; private set; } = [];

    /// <summary>The rows that have all features.</summary>
    public int Count { get; private set; }

    /// <summary>For each row of the source its id; empty in a pass that does not ask for ids.</summary>
    public List<string?> Ids { get; } = [];

    /// <summary>For each of the <see cref="Ids"/> which of the rows it is, -1 for a row that lacks a feature.</summary>
    public List<int> Positions { get; } = [];

    public Span<double> Row(int row) => Values.AsSpan(row * featureCount, featureCount);

    public void Clear()
    {
        Count = 0;
        Ids.Clear();
        Positions.Clear();
    }

    public void Add(ReadOnlySpan<double> row)
    {
        if ((Count + 1) * featureCount > Values.Length)
        {
            double[] larger = new double[Math.Max(64 * featureCount, checked(2 * Values.Length))];
            Values.CopyTo(larger, 0);
            Values = larger;
        }

        row.CopyTo(Row(Count));
        Count++;
    }
}
