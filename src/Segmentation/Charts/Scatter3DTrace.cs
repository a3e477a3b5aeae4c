using System.Collections.Immutable;

namespace Segmentation;

/// <summary>Points in three dimensions.</summary>
/// <param name="X">The first coordinates.</param>
/// <param name="Y">The second coordinates, as many.</param>
/// <param name="Z">The third coordinates, as many; they rise.</param>
public sealed record Scatter3DTrace(ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<double> Z) : Trace
{
    /// <summary>The mark at each point.</summary>
    public required Marker Marker { get; init; }

    /// <summary>A short text on each point; empty for none.</summary>
    public ImmutableArray<string> Text { get; init; } = [];

    internal override string PlotlyType => "scatter3d";

    internal override void WriteMembers(PlotlyWriter json)
    {
        json.Word("mode", Text.IsEmpty ? "markers" : "markers+text");
        json.Numbers("x", X);
        json.Numbers("y", Y);
        json.Numbers("z", Z);
        json.Object("marker", () =>
        {
            json.Word("color", Marker.Color);
            json.Word("symbol", SymbolName(Marker.Symbol));
            json.Number("size", Marker.Size * 0.6);
            if (!Text.IsEmpty)
            {
                json.Stroke("line", Marker.Outline);
            }
        });
        if (!Text.IsEmpty)
        {
            json.Texts("text", Text);
            json.Word("textposition", "middle center");
        }
    }

    /// <summary>Plotly has no triangles in three dimensions.</summary>
    private static string SymbolName(MarkerSymbol symbol) => symbol switch
    {
        MarkerSymbol.Circle => "circle",
        MarkerSymbol.Square => "square",
        MarkerSymbol.Diamond => "diamond",
        MarkerSymbol.TriangleUp => "circle-open",
        MarkerSymbol.TriangleDown => "square-open",
        MarkerSymbol.TriangleLeft => "diamond-open",
        MarkerSymbol.Cross => "cross",
        _ => "x",
    };
}
