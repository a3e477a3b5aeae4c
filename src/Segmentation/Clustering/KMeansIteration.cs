namespace Segmentation;

/// <summary>One iteration of a <see cref="KMeansTrace"/>.</summary>
public sealed partial class KMeansIteration
{
    private readonly int[] labels;

    internal KMeansIteration(FeatureMatrix matrix, KMeansIteration? previous, FeatureMatrix before, FeatureMatrix after)
    {
        Matrix = matrix;
        Number = (previous?.Number ?? 0) + 1;
        Before = before;
        After = after;
        labels = new int[matrix.RowCount];
        int[] sizes = new int[before.RowCount];
        for (int row = 0; row < labels.Length; row++)
        {
            (labels[row], double distance) = SquaredDistance.Nearest(matrix.Row(row), before.Values);
            Inertia += distance * matrix.WeightOf(row);
            sizes[labels[row]]++;
            Changes += previous is null || previous.labels[row] != labels[row] ? 1 : 0;
        }

        Sizes = sizes;
    }

    /// <summary>The iteration's number, from 1.</summary>
    public int Number { get; }

    /// <summary>The rows that are clustered.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The centroids that the rows are given to, k x d.</summary>
    public FeatureMatrix Before { get; }

    /// <summary>The centroids after they moved to the means of their rows, k x d. One without rows goes to a far row.</summary>
    public FeatureMatrix After { get; }

    /// <summary>The cluster of each row, 0 to k - 1: that of the nearest of <see cref="Before"/>, of equally near ones the first.</summary>
    public ReadOnlySpan<int> Labels => labels;

    /// <summary>The number of rows in each cluster, k of them.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The rows that went to another cluster than in the iteration before; in the first all of them.</summary>
    public int Changes { get; }

    /// <summary>The sum of squared distances of the rows to their centroids among <see cref="Before"/>.</summary>
    public double Inertia { get; }
}
