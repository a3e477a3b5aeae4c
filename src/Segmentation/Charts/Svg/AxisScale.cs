namespace Segmentation;

/// <summary>Gathers the range that an axis has to span, as places on it (<see cref="AxisKinds.Place"/>).</summary>
internal sealed class Extent(AxisKind kind = AxisKind.Linear)
{
    /// <summary>Beyond this, differences of two values could overflow.</summary>
    private const double Largest = 1e300;

    private double loose = double.PositiveInfinity;
    private double looseTop = double.NegativeInfinity;
    private double tight = double.PositiveInfinity;
    private double tightTop = double.NegativeInfinity;

    /// <summary>Whether no value was included.</summary>
    public bool IsEmpty => Math.Min(loose, tight) > Math.Max(looseTop, tightTop);

    /// <summary>Includes a value; one that is not finite is passed over.</summary>
    /// <param name="value">The value.</param>
    /// <param name="tight">Whether the axis may end right at it; otherwise some room is left beyond.</param>
    public void Include(double value, bool tight)
    {
        double place = kind.Place(value);
        if (!double.IsFinite(place))
        {
            return;
        }

        double kept = Math.Clamp(place, -Largest, Largest);
        if (tight)
        {
            (this.tight, tightTop) = (Math.Min(this.tight, kept), Math.Max(tightTop, kept));
        }
        else
        {
            (loose, looseTop) = (Math.Min(loose, kept), Math.Max(looseTop, kept));
        }
    }

    /// <summary>The range: 0 to 1 when there is no value, something around it when there is one only.</summary>
    public (double Minimum, double Maximum) Range()
    {
        double low = Math.Min(loose, tight);
        double high = Math.Max(looseTop, tightTop);
        if (IsEmpty)
        {
            return (0, 1);
        }

        double span = high - low;
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (span <= size * 1e-12 || span < 1e-300)
        {
            double around = size < 1e-300 ? 1 : size * 0.1;
            return (low == 0 ? 0 : low - around, high + around);
        }

        const double Room = 0.05;
        return (Math.Min(tight, loose - (span * Room)), Math.Max(tightTop, looseTop + (span * Room)));
    }
}

/// <summary>Carries the values of an axis, which spans a range of places, to pixels.</summary>
internal sealed record AxisScale(double Minimum, double Maximum, double From, double To, AxisKind Kind = AxisKind.Linear)
{
    /// <summary>The pixel of a value; one beyond the axis stands at its end.</summary>
    public double Map(double value) =>
        From + ((Math.Clamp(Kind.Place(value), Minimum, Maximum) - Minimum) / (Maximum - Minimum) * (To - From));
}
