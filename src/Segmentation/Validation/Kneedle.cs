namespace Segmentation;

/// <summary>
/// The elbow of a falling, flattening curve by Kneedle (Satopää, Albrecht, Irwin and Raghavan 2011): both axes are
/// scaled to 0..1, the curve is turned over, and its first peak above the diagonal is the elbow if the curve falls back
/// far enough behind it before it rises again. The answer depends on the range of x, and "no elbow" is a valid one.
/// </summary>
public static class Kneedle
{
    /// <summary>The position of the elbow, or null when the curve has none.</summary>
    /// <param name="x">Strictly rising, such as cluster counts.</param>
    /// <param name="y">The falling values, such as inertias; as many as <paramref name="x"/>.</param>
    /// <param name="sensitivity">How far the curve must fall back, in mean steps of x: default 1, as in the paper.</param>
    /// <returns>An index into <paramref name="x"/>.</returns>
    /// <exception cref="ArgumentException">The lengths differ or x does not rise.</exception>
    public static int? Elbow(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double sensitivity = 1)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"There are {x.Length} x values and {y.Length} y values.", nameof(y));
        }

        for (int i = 1; i < x.Length; i++)
        {
            if (!(x[i] > x[i - 1]))
            {
                throw new ArgumentException($"x must rise, but x[{i}] = {x[i]} follows {x[i - 1]}.", nameof(x));
            }
        }

        if (x.Length < 3 || !(y[0] > y[^1]))
        {
            return null;
        }

        double[] aboveDiagonal = AboveDiagonal(x, y);
        double meanStep = 1.0 / (x.Length - 1);
        for (int i = 1; i < x.Length - 1; i++)
        {
            bool isPeak = aboveDiagonal[i] > 0
                && aboveDiagonal[i] >= aboveDiagonal[i - 1] && aboveDiagonal[i] >= aboveDiagonal[i + 1];
            if (isPeak && FallsBack(aboveDiagonal.AsSpan(i), sensitivity * meanStep))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Scaled y, turned over so that the curve rises, less scaled x.</summary>
    private static double[] AboveDiagonal(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        foreach (double value in y)
        {
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        double[] difference = new double[x.Length];
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] = ((highest - y[i]) / (highest - lowest)) - ((x[i] - x[0]) / (x[^1] - x[0]));
        }

        return difference;
    }

    /// <summary>Whether the curve drops below its peak (the first value) by the given amount before it rises again.</summary>
    private static bool FallsBack(ReadOnlySpan<double> fromPeak, double drop)
    {
        for (int i = 1; i < fromPeak.Length && fromPeak[i] <= fromPeak[i - 1]; i++)
        {
            if (fromPeak[i] < fromPeak[0] - drop)
            {
                return true;
            }
        }

        return false;
    }
}
