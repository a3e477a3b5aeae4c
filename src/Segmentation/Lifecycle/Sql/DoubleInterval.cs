namespace Segmentation;

/// <summary>Finds the doubles for which something holds, where they are all those between two.</summary>
internal static class DoubleInterval
{
    /// <summary>The smallest and the largest finite double for which it holds.</summary>
    /// <param name="inside">A finite number for which it holds.</param>
    /// <param name="holds">Holds for an interval of numbers.</param>
    public static (double Low, double High) Around(double inside, Func<double, bool> holds) =>
        (-Largest(-inside, value => holds(-value)), Largest(inside, holds));

    /// <summary>Halves the number of doubles in between, 64 times at most.</summary>
    private static double Largest(double inside, Func<double, bool> holds)
    {
        long low = Order(inside);
        long beyond = Order(double.MaxValue) + 1;
        while (beyond - 1 > low)
        {
            long middle = low + (long)(((ulong)beyond - (ulong)low) / 2);
            (low, beyond) = holds(Number(middle)) ? (middle, beyond) : (low, middle);
        }

        return Number(low) + 0.0;
    }

    /// <summary>The place of a double among all doubles in rising order; both zeros are 0.</summary>
    private static long Order(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Number(long order) =>
        BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
