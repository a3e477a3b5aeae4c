using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Swaps (Fränti 2018, random swap): a centroid is moved onto a row drawn with probability proportional to weight times
/// squared distance from its centroid, and the iterations go on from there; what lowers the inertia is kept. It leaves
/// local minima that no number of restarts may avoid. Every second centroid is drawn at random; the others are those that
/// are missed least, for most swaps that help take a centroid from where there is one too many.
/// </summary>
internal static class SwapRefinement
{
    /// <summary>Swaps tried from the same best; fixed, so that the thread count changes nothing.</summary>
    private const int Batch = 8;

    /// <summary>How many of the centroids that are missed least take turns.</summary>
    private const int MissedLeast = 4;

    /// <summary>Swaps until so many in a row have lowered nothing.</summary>
    /// <param name="best">Where to begin.</param>
    /// <param name="failuresInARow">When to end.</param>
    /// <param name="matrix">The rows.</param>
    /// <param name="settle">Runs from each of several sets of centroids, to come below an inertia.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="crew">Works on the rows.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LloydIterations.Outcome Improve(
        LloydIterations.Outcome best,
        int failuresInARow,
        FeatureMatrix matrix,
        Func<double[][], double, LloydIterations.Outcome[]> settle,
        Xoshiro256StarStar random,
        Crew crew,
        CancellationToken cancellationToken)
    {
        if (failuresInARow == 0)
        {
            return best;
        }

        FarRows far = new(matrix, best, crew, cancellationToken);
        int[] byCost = RemovalCosts.Order(matrix, best, crew, cancellationToken);
        int failures = 0;
        while (failures < failuresInARow && !far.AreNone)
        {
            double[][] starts = new double[Math.Min(Batch, failuresInARow - failures)][];
            for (int i = 0; i < starts.Length; i++)
            {
                starts[i] = [.. best.Centroids];
                int cluster = random.Next(byCost.Length);
                cluster = i % 2 == 0 ? byCost[i / 2 % Math.Min(MissedLeast, byCost.Length)] : cluster;
                matrix.Row(far.Draw(random)).CopyTo(starts[i].AsSpan(cluster * matrix.FeatureCount));
            }

            LloydIterations.Outcome lowest = settle(starts, best.Inertia).MinBy(outcome => outcome.Inertia)!;
            if (lowest.Inertia < best.Inertia * (1 - 1e-12))
            {
                // Better by more than rounding.
                (best, failures) = (lowest, 0);
                far = new FarRows(matrix, best, crew, cancellationToken);
                byCost = RemovalCosts.Order(matrix, best, crew, cancellationToken);
            }
            else
            {
                failures += starts.Length;
            }
        }

        return best;
    }
}
