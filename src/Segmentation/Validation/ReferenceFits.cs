using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// The same clusterings of the real rows (set 0) and of uniform reference sets (1, 2, …) for k = 1 to K, and what came of
/// them: all sets are treated alike, so without groups set 0 is one of them like any other.
/// </summary>
internal sealed class ReferenceFits
{
    private ReferenceFits(double[][] inertias, double[][] silhouettes)
    {
        Inertias = inertias;
        Silhouettes = silhouettes;
    }

    /// <summary>The inertia of each set for k = 1, 2, ….</summary>
    public double[][] Inertias { get; }

    /// <summary>The mean silhouette of each set for k = 2, 3, …; empty where they were not asked for.</summary>
    public double[][] Silhouettes { get; }

    /// <param name="matrix">The real rows, without weights, with at least as many different ones as clusters.</param>
    /// <param name="clusterer">The algorithm for each number of clusters.</param>
    /// <param name="maxClusters">K.</param>
    /// <param name="sets">The reference sets.</param>
    /// <param name="seed">Where the random numbers of the sets start.</param>
    /// <param name="threads">How many sets may be clustered at a time.</param>
    /// <param name="withSilhouettes">Whether to compute silhouettes, which takes n squared distances a clustering.</param>
    /// <param name="progress">Is told after each set; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ReferenceFits Run(
        FeatureMatrix matrix,
        Func<int, IClusterer<ClusterModel>> clusterer,
        int maxClusters,
        int sets,
        int seed,
        int threads,
        bool withSilhouettes,
        Action? progress,
        CancellationToken cancellationToken)
    {
        UniformReference reference = new(matrix);
        Xoshiro256StarStar random = new(seed);
        int[] seeds = [.. Enumerable.Range(0, sets).Select(_ => random.Next())];
        double[][] inertias = new double[sets + 1][];
        double[][] silhouettes = new double[sets + 1][];
        FixedChunks.Run(
            sets + 1,
            threads,
            set =>
            {
                FeatureMatrix rows = set == 0 ? matrix : reference.Draw(seeds[set - 1]);
                (inertias[set], silhouettes[set]) = Fit(rows, clusterer, maxClusters, withSilhouettes, cancellationToken);
                progress?.Invoke();
            },
            cancellationToken);
        return new ReferenceFits(inertias, silhouettes);
    }

    private static (double[] Inertias, double[] Silhouettes) Fit(
        FeatureMatrix rows,
        Func<int, IClusterer<ClusterModel>> clusterer,
        int maxClusters,
        bool withSilhouettes,
        CancellationToken cancellationToken)
    {
        double[] inertias = new double[maxClusters];
        double[] silhouettes = new double[withSilhouettes ? maxClusters - 1 : 0];
        int distinct = DistinctRows.CountUpTo(maxClusters, rows);
        for (int k = 1; k <= maxClusters; k++)
        {
            if (k > distinct)
            {
                // On a coarse grid a reference may have fewer different rows; a further cluster changes nothing then.
                inertias[k - 1] = inertias[k - 2];
                if (withSilhouettes && k > 2)
                {
                    silhouettes[k - 2] = silhouettes[k - 3];
                }

                continue;
            }

            ClusterModel model = clusterer(k).Fit(rows, null, cancellationToken);
            inertias[k - 1] = model.Inertia;
            if (withSilhouettes && k > 1)
            {
                silhouettes[k - 2] = Silhouette.Of(rows, model.Labels, new SilhouetteOptions { Threads = 1 }, cancellationToken).Mean.Value;
            }
        }

        return (inertias, silhouettes);
    }
}
