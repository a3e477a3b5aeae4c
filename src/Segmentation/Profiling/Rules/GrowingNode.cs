namespace Segmentation;

/// <summary>A node of a tree that is still growing: a range of places in <see cref="SortedRows"/>.</summary>
internal sealed class GrowingNode(int start, int end)
{
    public int Start { get; } = start;

    public int End { get; } = end;

    public int Count => End - Start;

    /// <summary>The cluster that it stands for as a leaf.</summary>
    public int Cluster { get; set; }

    /// <summary>The feature that it splits by.</summary>
    public int Feature { get; private set; }

    public double Threshold { get; private set; }

    public GrowingNode? AtMost { get; private set; }

    public GrowingNode? Above { get; private set; }

    /// <summary>Splits the node and its rows in the gap from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public (GrowingNode AtMost, GrowingNode Above) Split(
        SortedRows sorted, int feature, double low, double high, CancellationToken cancellationToken)
    {
        Feature = feature;
        Threshold = RoundThreshold.Between(low, high);
        int middle = sorted.Split(Start, End, feature, Threshold, cancellationToken);
        AtMost = new GrowingNode(Start, middle);
        Above = new GrowingNode(middle, End);
        return (AtMost, Above);
    }
}
