using MathNet.Numerics.Random;

namespace Segmentation;

public sealed partial record KMeans
{
    /// <summary>More rows than this are not traced, for every iteration keeps a label for each.</summary>
    public const int MostTracedRows = 10_000;

    /// <summary>
    /// The centroids that the first restart of <see cref="Fit"/> begins with: rows drawn by greedy k-means++ (Arthur and
    /// Vassilvitskii 2007), far apart.
    /// </summary>
    /// <param name="matrix">The rows.</param>
    /// <returns>k x d, in the order in which they were drawn.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public FeatureMatrix InitialCentroids(FeatureMatrix matrix)
    {
        Check(matrix);
        double[] centroids = new GreedySeeding(matrix).Draw(ClusterCount, new Xoshiro256StarStar(CentroidSearch.NextSeed(new Xoshiro256StarStar(Seed))), CancellationToken.None);
        return FeatureMatrix.Owning(matrix.FeatureNames, centroids);
    }

    /// <summary>k different rows, each drawn with the same chance: the start that greedy k-means++ improves on.</summary>
    /// <param name="matrix">The rows.</param>
    /// <returns>k x d, in the order in which they were drawn.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Fit"/>.</exception>
    public FeatureMatrix RandomCentroids(FeatureMatrix matrix)
    {
        Check(matrix);
        Xoshiro256StarStar random = new(Seed);
        List<double[]> drawn = [];
        while (drawn.Count < ClusterCount)
        {
            double[] row = matrix.Row(random.Next(matrix.RowCount)).ToArray();
            if (!drawn.Exists(other => other.AsSpan().SequenceEqual(row)))
            {
                drawn.Add(row);
            }
        }

        return FeatureMatrix.Owning(matrix.FeatureNames, [.. drawn.SelectMany(row => row)]);
    }

    /// <summary>
    /// What <see cref="FitFrom"/> does, step by step. The clusters keep the order of the centroids that they begin with.
    /// </summary>
    /// <param name="matrix">The rows, at most <see cref="MostTracedRows"/>.</param>
    /// <param name="centroids">k x d: where to start; null for <see cref="InitialCentroids"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="FitFrom"/>, or there are too many rows.</exception>
    public KMeansTrace Trace(FeatureMatrix matrix, FeatureMatrix? centroids = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.RowCount > MostTracedRows)
        {
            throw new ArgumentException(
                $"A trace keeps every step, so it takes at most {MostTracedRows} rows, but there are {matrix.RowCount}. Take a sample.",
                nameof(matrix));
        }

        centroids ??= InitialCentroids(matrix);
        CheckStart(matrix, centroids);
        return KMeansTrace.Of(this, matrix, centroids);
    }
}
