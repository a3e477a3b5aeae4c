using System.Collections.Immutable;

namespace Segmentation;

/// <summary>An axis of a scene, whose values become shares of its length.</summary>
internal sealed class SceneAxis
{
    private readonly double minimum;
    private readonly double maximum;

    public SceneAxis(IEnumerable<double> values, int mostTicks)
    {
        Extent extent = new();
        foreach (double value in values)
        {
            extent.Include(value, tight: false);
        }

        (minimum, maximum) = extent.Range();
        (ImmutableArray<double> ticks, double step) = Ticks.Between(minimum, maximum, mostTicks);
        Func<double, string> text = ChartNumbers.ForTicks(step, Math.Max(Math.Abs(minimum), Math.Abs(maximum)));
        Labels = [.. ticks.Select(tick => (Share(tick), text(tick)))];
    }

    /// <summary>Where each tick stands, and its text.</summary>
    public ImmutableArray<(double Share, string Text)> Labels { get; }

    /// <summary>Where each tick stands.</summary>
    public IEnumerable<double> Shares => Labels.Select(label => label.Share);

    /// <summary>0 at the start of the axis, 1 at its end; NaN for what is no number.</summary>
    public double Share(double value) =>
        double.IsFinite(value) ? new AxisScale(minimum, maximum, 0, 1).Map(value) : double.NaN;
}
