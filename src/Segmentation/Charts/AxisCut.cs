namespace Segmentation;

/// <summary>
/// Where an axis is cut, so that a few values far out do not squash the rest. The rule: values count as far out beyond the 1st
/// percentile less 3 interquartile ranges and beyond the 99th plus 3. The axis ends before them where they are fewer than 2%
/// of at least 50 values and the rest then has at least twice the room. On a logarithmic axis the rule is about logarithms.
/// </summary>
/// <param name="Minimum">Where the axis starts.</param>
/// <param name="Maximum">Where it ends.</param>
/// <param name="Below">The values before its start.</param>
/// <param name="Above">The values beyond its end.</param>
/// <param name="Lowest">The lowest value of all.</param>
/// <param name="Highest">The highest value of all.</param>
internal sealed record AxisCut(double Minimum, double Maximum, int Below, int Above, double Lowest, double Highest)
{
    private const int Fewest = 50;
    private const double MostOutside = 0.02;
    private const double Tail = 0.01;
    private const double Ranges = 3;
    private const double Room = 0.05;

    /// <summary>The cut of values that are all known; null where the axis shows all.</summary>
    public static AxisCut? Of(IEnumerable<double> values, AxisKind kind)
    {
        double[] places = [.. values.Select(value => kind.Place(value)).Where(double.IsFinite).Order()];
        if (places.Length < Fewest)
        {
            return null;
        }

        (double low, double high) = (Quantiles.OfSorted(places, Tail), Quantiles.OfSorted(places, 1 - Tail));
        double spread = Quantiles.OfSorted(places, 0.75) - Quantiles.OfSorted(places, 0.25);
        double margin = Ranges * (spread > 0 ? spread : high - low);
        double[] within = [.. places.Where(place => place >= low - margin && place <= high + margin)];
        int outside = places.Length - within.Length;
        if (outside == 0 || outside >= MostOutside * places.Length || 2 * (within[^1] - within[0]) > places[^1] - places[0])
        {
            return null;
        }

        double room = Room * (within[^1] - within[0]);
        (int below, int above) = (places.Count(place => place < within[0]), places.Count(place => place > within[^1]));
        return new(
            kind.ValueAt(within[0] - room),
            kind.ValueAt(within[^1] + room),
            below,
            above,
            kind.ValueAt(places[0]),
            kind.ValueAt(places[^1]));
    }

    /// <summary>How many lie beyond the ends, and how far: "3 to the right, up to 3.45 M".</summary>
    /// <param name="before">Where values before the start lie.</param>
    /// <param name="beyond">Where values beyond the end lie.</param>
    public IEnumerable<string> Describe(string before, string beyond)
    {
        if (Below > 0)
        {
            yield return $"{ChartNumbers.Count(Below)} {before}, down to {ChartNumbers.Short(Lowest)}";
        }

        if (Above > 0)
        {
            yield return $"{ChartNumbers.Count(Above)} {beyond}, up to {ChartNumbers.Short(Highest)}";
        }
    }
}
