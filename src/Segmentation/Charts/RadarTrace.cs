using System.Collections.Immutable;

namespace Segmentation;

/// <summary>A closed line around a radar.</summary>
/// <param name="Angles">Where each value stands, in degrees clockwise from the top.</param>
/// <param name="Values">How far out each stands, as many; NaN leaves a gap.</param>
public sealed record RadarTrace(ImmutableArray<double> Angles, ImmutableArray<double> Values) : Trace
{
    /// <summary>The line.</summary>
    public required Stroke Line { get; init; }

    /// <summary>The mark at each value; null for none.</summary>
    public Marker? Marker { get; init; }

    internal override string PlotlyType => "scatterpolar";

    internal override void WriteMembers(PlotlyWriter json)
    {
        json.Word("mode", Marker is null ? "lines" : "lines+markers");
        json.Numbers("theta", Closed(Angles));
        json.Numbers("r", Closed(Values));
        json.Stroke("line", Line);
        json.Marker(Marker);
    }

    internal static ImmutableArray<double> Closed(ImmutableArray<double> values) => values.IsEmpty ? [] : [.. values, values[0]];
}
