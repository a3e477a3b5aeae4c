using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Starts for k clusters from good centroids of k - 1: those and one row more, drawn with probability proportional to
/// weight times squared distance from its centroid (as in the global k-means of Likas, Vlassis and Verbeek 2003, which
/// tries every row).
/// </summary>
internal static class OneMore
{
    private const int Tries = 4;

    /// <returns>Starts of k x d numbers; none when every row lies on a centroid.</returns>
    public static double[][] Than(
        LloydIterations.Outcome smaller, FeatureMatrix matrix, Xoshiro256StarStar random, Crew crew, CancellationToken cancellationToken)
    {
        FarRows far = new(matrix, smaller, crew, cancellationToken);
        return far.AreNone
            ? []
            : [.. Enumerable.Range(0, Tries).Select(_ => (double[])[.. smaller.Centroids, .. matrix.Row(far.Draw(random))])];
    }
}
