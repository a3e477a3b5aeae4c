using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Starts for k clusters from good centroids of k - 1: those and one row more, drawn with probability proportional to
/// weight times squared distance from its centroid (as in the global k-means of Likas, Vlassis and Verbeek 2003, which
/// tries every row).
/// </summary>
internal static class OneMore
{
    /// <param name="smaller">The centroids, and whose they are.</param>
    /// <param name="starts">How many starts.</param>
    /// <param name="matrix">The rows.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="crew">Works on the chunks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Starts of k x d numbers; none when every row lies on a centroid.</returns>
    public static double[][] Than(
        LloydIterations.Outcome smaller,
        int starts,
        FeatureMatrix matrix,
        Xoshiro256StarStar random,
        Crew crew,
        CancellationToken cancellationToken)
    {
        FarRows far = new(matrix, smaller, crew, cancellationToken);
        return far.AreNone
            ? []
            : [.. Enumerable.Range(0, starts).Select(_ => (double[])[.. smaller.Centroids, .. matrix.Row(far.Draw(random))])];
    }
}
