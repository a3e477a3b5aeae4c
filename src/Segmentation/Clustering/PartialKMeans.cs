using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// K-Means on partly observed rows, k-POD (Chi, Chi and Baraniuk 2016): missing cells are filled from the row's centroid, the
/// filled rows are clustered from there, and so on. The sum of squared distances over the cells that are there never rises.
/// The same options and rows give the same bits on any machine and any number of threads.
/// </summary>
/// <remarks>
/// Filling and clustering draw nearer to their end by less and less, so where they no longer change a label, each centroid
/// is put at the mean of its rows' cells that are there, which is where they lead.
/// </remarks>
/// <example>
/// <code>
/// PartlyPreparedData data = fitted.TransformPartly(table);
/// PartialKMeansModel model = new PartialKMeans(new KMeans(5)).Fit(data.Matrix);
/// </code>
/// </example>
public sealed record PartialKMeans
{
    /// <summary>Makes a clusterer.</summary>
    /// <param name="algorithm">
    /// The K-Means that clusters filled rows. Its restarts are also k-POD's: the first start is its result with missing cells
    /// filled by means, each further one that of a single restart with another seed.
    /// </param>
    public PartialKMeans(KMeans algorithm)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        Algorithm = algorithm;
    }

    /// <summary>The K-Means that clusters filled rows.</summary>
    public KMeans Algorithm { get; init; }

    /// <summary>The most rounds of filling and clustering of one start; default 100, at least 1.</summary>
    public int MaxRounds
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MaxRounds));
    } = 100;

    /// <summary>Groups the rows by the features that they have.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="progress">Is told of each round and the sum over the cells that are there; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer different rows than clusters once means fill the gaps, or squared distances overflow.
    /// </exception>
    public PartialKMeansModel Fit(
        PartialMatrix matrix, IProgress<ClusteringProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        FeatureMatrix filled = matrix.FilledByMeans();
        Xoshiro256StarStar random = new(Algorithm.Seed);
        PartialKMeansRun? best = null;
        for (int restart = 1; restart <= Algorithm.Restarts; restart++)
        {
            KMeans start = restart == 1 ? Algorithm : Algorithm with { Restarts = 1, Swaps = 0, Seed = random.Next() };
            PartialKMeansRun run = PartialKMeansRun.From(
                start.Fit(filled, null, cancellationToken),
                matrix,
                this,
                ClusteringProgress.Reporter(progress, restart, Algorithm.Restarts),
                cancellationToken);
            best = best is null || run.IsBetterThan(best) ? run : best;

            // Without a gap k-POD is K-Means, whose own restarts are done.
            if (matrix.MissingCount == 0)
            {
                break;
            }
        }

        return best!.Numbered(matrix);
    }
}
