namespace Segmentation;

/// <summary>What K-Means found.</summary>
public sealed partial class KMeansModel : ClusterModel
{
    internal KMeansModel(int[] labels, int[] sizes, FeatureMatrix centroids, double inertia, int iterations, bool converged)
        : base(labels, sizes, centroids, inertia)
    {
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>The iterations of the run that was kept, be it a restart or a swap.</summary>
    public int Iterations { get; }

    /// <summary>
    /// Whether that run ended because no label changed any more (or by <see cref="KMeans.Tolerance"/>, where one is set),
    /// not because of the iteration limit.
    /// </summary>
    public bool Converged { get; }

    /// <summary>The nearest cluster of each row of another matrix with the same features; of equally near ones, the first.</summary>
    /// <returns>A label, 0 to k - 1, for each row.</returns>
    /// <exception cref="ArgumentException">The features differ from those of the fitted matrix.</exception>
    public int[] Predict(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        CheckFeatures(Centroids.FeatureNames, matrix);
        return SquaredDistance.NearestOfEach(matrix, Centroids);
    }

    internal static void CheckFeatures(IReadOnlyList<string> expected, FeatureMatrix matrix)
    {
        if (!expected.SequenceEqual(matrix.FeatureNames))
        {
            throw new ArgumentException(
                $"The features are {string.Join(", ", matrix.FeatureNames)}, but the centroids have {string.Join(", ", expected)}.",
                nameof(matrix));
        }
    }
}
