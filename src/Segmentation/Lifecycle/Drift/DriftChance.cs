namespace Segmentation;

/// <summary>How surprising counts are when old and new customers come from the same source; exact for every number of them.</summary>
internal static class DriftChance
{
    /// <summary>
    /// How often at least so many new customers are beyond a limit that leaves so many training customers beyond it. The
    /// limit was found from the training customers, so that it is itself by chance: counted from the far end, the new
    /// customers before the next training customer are drawn without replacement from all. For many training customers this
    /// is the binomial test.
    /// </summary>
    /// <param name="training">All training customers.</param>
    /// <param name="trainingBeyond">Those of them beyond the limit.</param>
    /// <param name="customers">All new customers, at least one.</param>
    /// <param name="beyond">Those of them beyond the limit.</param>
    public static double OfBeyond(int training, int trainingBeyond, int customers, int beyond)
    {
        int all = checked(training + customers);
        int draws = trainingBeyond + beyond;

        // The two-sided p-value is twice the smaller tail; below the expectation there is nothing to tell.
        return (double)beyond * all <= (double)draws * customers
            ? 1
            : Hypergeometric.TwoSidedPValue(all, customers, draws, beyond) / 2;
    }

    /// <summary>How often two shares differ at least so much, by Fisher's exact test.</summary>
    public static double OfShares(int training, int trainingWith, int customers, int with) =>
        trainingWith + with == 0 ? 1 : Hypergeometric.TwoSidedPValue(checked(training + customers), trainingWith + with, customers, with);
}
