using MathNet.Numerics;

namespace Segmentation;

/// <summary>
/// How surprising a share is when a segment is a random draw without replacement: the exact test behind a level's
/// p-value.
/// </summary>
internal static class Hypergeometric
{
    /// <summary>
    /// Twice the smaller tail, at most 1. Logarithms and a sum that runs away from the mode keep it accurate (about
    /// 1e-8 relative for a million rows) down to the smallest double, and its cost at the width of the tail.
    /// </summary>
    /// <param name="population">All customers.</param>
    /// <param name="successes">Those of them that have the level.</param>
    /// <param name="draws">The size of the segment.</param>
    /// <param name="observed">Those in the segment that have the level.</param>
    public static double TwoSidedPValue(int population, int successes, int draws, int observed)
    {
        // Not having the level is the same event seen from the other side; it turns a lower tail into an upper one.
        bool above = (double)observed * population >= (double)draws * successes;
        int hits = above ? successes : population - successes;
        int start = above ? observed : draws - observed;

        double first = Math.Exp(
            LnChoose(hits, start)
            + LnChoose(population - hits, draws - start)
            - LnChoose(population, draws));
        double outerTail = UpperTail(population, hits, draws, start, first);
        double innerTail = 1 - outerTail + first;
        return Math.Min(1, 2 * Math.Min(outerTail, innerTail));
    }

    private static double UpperTail(int population, int hits, int draws, int start, double first)
    {
        double sum = first;
        double term = first;
        for (int i = start; i < Math.Min(hits, draws) && term > sum * 1e-17; i++)
        {
            term *= (double)(hits - i) / (i + 1) * ((double)(draws - i) / ((double)population - hits - draws + i + 1));
            sum += term;
        }

        return sum;
    }

    private static double LnChoose(int n, int k) =>
        SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
