using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// The same clusterings of the real rows (set 0) and of uniform reference sets (1, 2, …) for some k from 1 on, and what came of
/// them: all sets are treated alike, so without groups set 0 is one of them like any other.
/// </summary>
internal sealed class ReferenceFits
{
    private ReferenceFits(double[][] inertias, double[][] silhouettes)
    {
        Inertias = inertias;
        Silhouettes = silhouettes;
    }

    /// <summary>The inertia of each set for each k.</summary>
    public double[][] Inertias { get; }

    /// <summary>The mean silhouette of each set for each k but 1; empty where they were not asked for.</summary>
    public double[][] Silhouettes { get; }

    /// <param name="matrix">The real rows, without weights, with at least as many different ones as clusters.</param>
    /// <param name="clusterer">The algorithm for each number of clusters.</param>
    /// <param name="counts">The numbers of clusters, rising from 1.</param>
    /// <param name="sets">The reference sets.</param>
    /// <param name="seed">Where the random numbers of the sets start.</param>
    /// <param name="threads">How many sets may be clustered at a time.</param>
    /// <param name="withSilhouettes">Whether to compute silhouettes, which takes n squared distances a clustering.</param>
    /// <param name="progress">Is told after each set; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ReferenceFits Run(
        FeatureMatrix matrix,
        Func<int, IClusterer<ClusterModel>> clusterer,
        int[] counts,
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
                (inertias[set], silhouettes[set]) = Fit(rows, clusterer, counts, withSilhouettes, cancellationToken);
                progress?.Invoke();
            },
            cancellationToken);
        return new ReferenceFits(inertias, silhouettes);
    }

    private static (double[] Inertias, double[] Silhouettes) Fit(
        FeatureMatrix rows,
        Func<int, IClusterer<ClusterModel>> clusterer,
        int[] counts,
        bool withSilhouettes,
        CancellationToken cancellationToken)
    {
        double[] inertias = new double[counts.Length];
        double[] silhouettes = new double[withSilhouettes ? counts.Length - 1 : 0];
        int distinct = DistinctRows.CountUpTo(counts[^1], rows);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] > distinct)
            {
                // Columns of few values may give a reference fewer different rows; a further cluster changes nothing then.
                inertias[i] = inertias[i - 1];
                if (withSilhouettes && i > 1)
                {
                    silhouettes[i - 1] = silhouettes[i - 2];
                }

                continue;
            }

            ClusterModel model = clusterer(counts[i]).Fit(rows, null, cancellationToken);
            inertias[i] = model.Inertia;
            if (withSilhouettes && i > 0)
            {
                silhouettes[i - 1] = Silhouette.Of(rows, model.Labels, new SilhouetteOptions { Threads = 1 }, cancellationToken).Mean.Value;
            }
        }

        return (inertias, silhouettes);
    }
}
