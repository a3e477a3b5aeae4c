using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Random swaps (Fränti 2018): a centroid drawn at random is moved onto a row drawn with probability proportional to
/// weight times squared distance from its centroid, and the iterations go on from there; what lowers the inertia is
/// kept. It leaves local minima that no number of restarts may avoid.
/// </summary>
internal static class SwapRefinement
{
    /// <summary>Swaps until so many in a row have lowered nothing.</summary>
    public static LloydIterations.Outcome Improve(
        LloydIterations.Outcome best,
        int failuresInARow,
        GreedySeeding seeding,
        Xoshiro256StarStar random,
        Func<double[], LloydIterations.Outcome> iterate,
        CancellationToken cancellationToken)
    {
        int clusterCount = best.ClusterWeights.Length;
        int failures = 0;
        while (failures < failuresInARow)
        {
            int row = seeding.DrawFarRow(best.Centroids, random, cancellationToken);
            if (row < 0)
            {
                return best; // every row lies on its centroid
            }

            LloydIterations.Outcome swapped = iterate(seeding.WithRowAt(best.Centroids, random.Next(clusterCount), row));
            bool better = swapped.Inertia < best.Inertia * (1 - 1e-12); // by more than rounding
            (best, failures) = better ? (swapped, 0) : (best, failures + 1);
        }

        return best;
    }
}
