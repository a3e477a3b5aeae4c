namespace Segmentation;

/// <summary>
/// Tests the mean silhouettes of k = 2 to K together against uniform rows. At each k they are standardised over the real
/// rows and all reference sets, and each set is judged by its highest over all k: a max-statistic (Westfall and Young
/// 1993), which pays for looking at many k. Where the rows are like the reference sets, a p-value at or below a level
/// comes up, at any k, no more often than the level says.
/// </summary>
internal static class UniformTest
{
    /// <summary>Deviations below this are rounding: silhouettes lie between -1 and 1.</summary>
    private const double Rounding = 1e-9;

    /// <summary>For k = 2, 3, … the share of all sets, the real rows among them, whose highest is at least the real rows' value.</summary>
    /// <param name="silhouettes">For k = 2, 3, … in each set: the real rows first, then the reference sets.</param>
    public static double[] AdjustedPValues(double[][] silhouettes)
    {
        double[][] standardised = Standardised(silhouettes);
        double[] highest = [.. standardised.Skip(1).Select(set => set.Max())];
        return [.. standardised[0].Select(value => (1.0 + highest.Count(other => other >= value)) / silhouettes.Length)];
    }

    private static double[][] Standardised(double[][] silhouettes)
    {
        double[][] standardised = [.. silhouettes.Select(set => new double[set.Length])];
        for (int i = 0; i < silhouettes[0].Length; i++)
        {
            double mean = silhouettes.Sum(set => set[i]) / silhouettes.Length;
            double deviation = Math.Sqrt(silhouettes.Sum(set => (set[i] - mean) * (set[i] - mean)) / silhouettes.Length);
            for (int set = 0; set < silhouettes.Length; set++)
            {
                standardised[set][i] = deviation > Rounding ? (silhouettes[set][i] - mean) / deviation : 0;
            }
        }

        return standardised;
    }
}
