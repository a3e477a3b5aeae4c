namespace Segmentation;

/// <summary>What one pass over a column of numbers tells: its ends, how often they stand there, and what is next to them.</summary>
/// <param name="Count">The cells that are looked at; at least 1.</param>
/// <param name="AreWhole">Whether all are whole numbers.</param>
/// <param name="Zeros">How many are 0.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal sealed record NumberFacts(int Count, bool AreWhole, int Zeros, NumberEnd Low, NumberEnd High)
{
    /// <summary>The facts of the numbers of a column but one; null where there are none.</summary>
    public static NumberFacts? Of(NumericColumn column, double? except = null)
    {
        (int count, int zeros, bool areWhole) = (0, 0, true);
        (double low, double nextLow, int lows) = (double.PositiveInfinity, double.PositiveInfinity, 0);
        (double high, double nextHigh, int highs) = (double.NegativeInfinity, double.NegativeInfinity, 0);
        foreach (double value in column.Values)
        {
            if (double.IsNaN(value) || value == except)
            {
                continue;
            }

            count++;
            zeros += value == 0 ? 1 : 0;
            areWhole &= value == Math.Floor(value);
            if (value < low)
            {
                (nextLow, low, lows) = (low, value, 0);
            }

            lows += value == low ? 1 : 0;
            nextLow = value > low && value < nextLow ? value : nextLow;
            if (value > high)
            {
                (nextHigh, high, highs) = (high, value, 0);
            }

            highs += value == high ? 1 : 0;
            nextHigh = value < high && value > nextHigh ? value : nextHigh;
        }

        return count == 0 ? null : new NumberFacts(count, areWhole, zeros, new(low, lows, nextLow), new(high, highs, nextHigh));
    }

    /// <summary>Whether all numbers are whole and from one number to another.</summary>
    public bool AreWholeWithin(double lowest, double highest) => AreWhole && Low.Value >= lowest && High.Value <= highest;
}

/// <summary>The smallest or the largest number.</summary>
/// <param name="Value">The number.</param>
/// <param name="Count">The cells that have it.</param>
/// <param name="Next">The number next to it; infinite where all are equal.</param>
internal sealed record NumberEnd(double Value, int Count, double Next);
