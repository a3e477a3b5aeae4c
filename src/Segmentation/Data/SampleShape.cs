namespace Segmentation;

/// <summary>Made-up points in the plane whose groups are known, to try an algorithm on.</summary>
public sealed partial class SampleShape
{
    private readonly int[] groups;

    internal SampleShape(string name, FeatureMatrix matrix, int[] groups)
    {
        Name = name;
        Matrix = matrix;
        this.groups = groups;
    }

    /// <summary>What the shape is called.</summary>
    public string Name { get; }

    /// <summary>The points: n rows with the features x and y.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The group that each point was made for, from 0.</summary>
    public ReadOnlySpan<int> Groups => groups;
}
