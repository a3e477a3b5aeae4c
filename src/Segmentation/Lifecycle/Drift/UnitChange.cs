namespace Segmentation;

/// <summary>Finds a feature that is given in another unit than in training, such as euros instead of thousands.</summary>
internal static class UnitChange
{
    /// <summary>Cents, thousands and millions.</summary>
    private static readonly double[] Factors = [1e2, 1e3, 1e6];

    /// <summary>Fewer customers tell nothing about a unit.</summary>
    private const int FewestCustomers = 5;

    /// <summary>So large a part of the customers is beyond the outermost decile of training.</summary>
    private const double OutermostShare = 0.8;

    /// <summary>A decile's ratio is that of the units within this factor.</summary>
    private const double Slack = 2;

    /// <summary>Deciles nearer to 0 than this part of the largest one have no ratio.</summary>
    private const double NearZero = 1e-3;

    /// <summary>About how many times the numbers are what they were; null where the unit is the same.</summary>
    /// <param name="training">The training's deciles on the model's scale.</param>
    /// <param name="counts">The new customers in the training's bins.</param>
    /// <param name="sorted">The new customers' numbers on the model's scale, in rising order.</param>
    /// <param name="toOriginal">Gives a number in its original unit.</param>
    public static double? Of(TrainingDistribution training, int[] counts, double[] sorted, Func<double, double> toOriginal)
    {
        bool isOutside = Math.Max(counts[0], counts[^1]) >= OutermostShare * sorted.Length;
        if (sorted.Length < FewestCustomers || training.Edges.Count == 0 || !isOutside)
        {
            return null;
        }

        double[] old = [.. training.Edges.Select(toOriginal)];
        double nearZero = NearZero * old.Max(Math.Abs);
        List<double> ratios = [];
        double all = training.Counts.Sum(count => (double)count);
        double below = 0;
        for (int i = 0; i < old.Length; i++)
        {
            below += training.Counts[i];
            if (Math.Abs(old[i]) > nearZero)
            {
                ratios.Add(toOriginal(Quantiles.OfSorted(sorted, below / all)) / old[i]);
            }
        }

        foreach (double factor in Factors.SelectMany(factor => new[] { factor, 1 / factor }))
        {
            int fitting = ratios.Count(ratio => ratio > factor / Slack && ratio < factor * Slack);
            if (fitting > 0 && fitting >= OutermostShare * ratios.Count)
            {
                return factor;
            }
        }

        return null;
    }
}
