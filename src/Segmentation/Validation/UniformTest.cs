namespace Segmentation;

/// <summary>
/// Tests the mean silhouettes of many k together against rows without groups. At each k they are standardised over the real
/// rows and all reference sets, and each set is judged by its highest over all k: a max-statistic (Westfall and Young
/// 1993), which pays for looking at many k. Where the rows are like the reference sets, a p-value at or below a level
/// comes up, at any k, no more often than the level says. All k means all up to 10, for a larger k up to 20, 40, 80, …: so a
/// longer range changes nothing of a shorter one.
/// </summary>
internal static class UniformTest
{
    /// <summary>Deviations below this are rounding: silhouettes lie between -1 and 1.</summary>
    private const double Rounding = 1e-9;

    private const int FirstRange = 10;

    /// <summary>For each k the share of all sets, the real rows among them, whose highest is at least the real rows' value.</summary>
    /// <param name="silhouettes">For each k in each set: the real rows first, then the reference sets.</param>
    /// <param name="counts">Each k, rising from 2.</param>
    public static double[] AdjustedPValues(double[][] silhouettes, int[] counts)
    {
        double[][] standardised = Standardised(silhouettes);
        return
        [
            .. counts.Select((count, i) =>
            {
                int together = counts.Count(other => other <= EndOfRange(count));
                int higher = standardised.Skip(1).Count(set => set[..together].Max() >= standardised[0][i]);
                return (1.0 + higher) / silhouettes.Length;
            }),
        ];
    }

    private static int EndOfRange(int count)
    {
        int end = FirstRange;
        while (end < count)
        {
            end *= 2;
        }

        return end;
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
