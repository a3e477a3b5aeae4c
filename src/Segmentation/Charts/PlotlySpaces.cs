namespace Segmentation;

/// <summary>The axes of figures that are not flat, as plotly.js wants them.</summary>
internal static class PlotlySpaces
{
    public static void WriteScene(PlotlyWriter json, Layout layout) => json.Object("scene", () =>
    {
        WriteSceneAxis(json, "xaxis", layout.XAxis);
        WriteSceneAxis(json, "yaxis", layout.YAxis);
        WriteSceneAxis(json, "zaxis", layout.ZAxis);
        json.Object("camera", () => json.Object("eye", () =>
        {
            json.Number("x", -1.2);
            json.Number("y", -1.6);
            json.Number("z", 0.8);
        }));
    });

    public static void WritePolar(PlotlyWriter json, Layout layout) => json.Object("polar", () =>
    {
        json.Object("angularaxis", () =>
        {
            json.Word("direction", "clockwise");
            json.Number("rotation", 90);
            WriteTicks(json, layout.XAxis);
            json.Word("gridcolor", ChartColors.Grid);
        });
        json.Object("radialaxis", () =>
        {
            json.Numbers("range", [layout.YAxis.TickValues[0], layout.YAxis.TickValues[^1]]);
            json.Number("angle", 90);
            WriteTicks(json, layout.YAxis);
            json.Word("gridcolor", ChartColors.Grid);
        });
    });

    private static void WriteTicks(PlotlyWriter json, Axis axis)
    {
        json.Word("tickmode", "array");
        json.Numbers("tickvals", axis.TickValues);
        json.Array("ticktext", axis.TickTexts, text => json.TextValue(TextBlock.Wrap(text, RadarPicture.LabelWidth, 3)));
    }

    private static void WriteSceneAxis(PlotlyWriter json, string name, Axis axis) => json.Object(name, () =>
    {
        json.Object("title", () => json.Text("text", TextBlock.Wrap(axis.Title ?? string.Empty, AxonometricPicture.TitleWidth, 3)));
        json.Flag("separatethousands", true);
        json.Word("gridcolor", ChartColors.Grid);
        json.Word("zerolinecolor", ChartColors.Grid);
    });
}
