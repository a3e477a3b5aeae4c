using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation;

/// <summary>Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    /// <summary>All multiples, within the range, of the smallest round step that gives no more of them than asked.</summary>
    /// <param name="minimum">Where the axis starts.</param>
    /// <param name="maximum">Where it ends, beyond the minimum.</param>
    /// <param name="most">The largest number of ticks, at least 2.</param>
    /// <param name="smallestStep">No step is smaller than this; 1 for whole numbers.</param>
    public static (ImmutableArray<double> Values, double Step) Between(
        double minimum, double maximum, int most, double smallestStep = 0)
    {
        int exponent = (int)Math.Floor(Math.Log10((maximum - minimum) / most)) - 1;
        for (; ; exponent++)
        {
            double power = double.Parse(FormattableString.Invariant($"1e{exponent}"), CultureInfo.InvariantCulture);
            foreach (int digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                double step = digit * power;
                double first = Math.Ceiling((minimum / step) - 1e-9);
                double last = Math.Floor((maximum / step) + 1e-9);
                if (step >= smallestStep && last - first < most)
                {
                    return (Multiples(first, last, step), step);
                }
            }
        }
    }

    private static ImmutableArray<double> Multiples(double first, double last, double step)
    {
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>();
        for (double multiple = first; multiple <= last; multiple++)
        {
            values.Add(multiple * step);
        }

        return values.ToImmutable();
    }
}
