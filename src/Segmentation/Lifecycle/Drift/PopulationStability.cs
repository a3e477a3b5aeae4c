namespace Segmentation;

/// <summary>
/// The population stability index of two samples counted in the same bins: the sum of (q - p) ln(q / p) over their shares,
/// which is Kullback and Leibler's divergence in both directions.
/// </summary>
/// <param name="Bins">The bins that were compared: those with fewer than 10 expected customers are joined.</param>
/// <param name="Index">0 where the shares are the same.</param>
/// <param name="InverseSizes">1/N + 1/M of the two samples.</param>
internal readonly record struct PopulationStability(int Bins, double Index, double InverseSizes)
{
    /// <summary>Added to each count, so that no share is 0 and none infinitely different.</summary>
    private const double Smoothing = 0.5;

    /// <summary>Compares; null where the samples are too small for two bins.</summary>
    /// <param name="training">The training customers in each bin.</param>
    /// <param name="counts">The new customers in each bin.</param>
    public static PopulationStability? Of(IReadOnlyList<int> training, IReadOnlyList<int> counts)
    {
        PooledCounts pooled = PooledCounts.Of(training, counts);
        if (pooled.Bins < 2)
        {
            return null;
        }

        double[] expected = Shares(pooled.Training);
        double[] shares = Shares(pooled.New);
        double index = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            index += (shares[i] - expected[i]) * Math.Log(shares[i] / expected[i]);
        }

        return new PopulationStability(pooled.Bins, index, pooled.InverseSizes);
    }

    /// <summary>
    /// How often chance alone gives an index at least as large: it is distributed as (1/N + 1/M) times a chi-square with one
    /// degree of freedom less than there are bins (Yurdakul and Naranjo 2020).
    /// </summary>
    public double PValue => ChiSquareTail.PValue(Index / InverseSizes, Bins - 1);

    /// <summary>The index that chance exceeds with the given probability only.</summary>
    public double CriticalValue(double probability) => ChiSquareTail.CriticalValue(probability, Bins - 1) * InverseSizes;

    private static double[] Shares(long[] counts)
    {
        double all = counts.Sum() + (Smoothing * counts.Length);
        return [.. counts.Select(count => (count + Smoothing) / all)];
    }
}
