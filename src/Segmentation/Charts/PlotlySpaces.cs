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
            json.Number("x", -1.4);
            json.Number("y", -1.9);
            json.Number("z", 0.9);
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
            json.Number("tickangle", 90); // measured from the axis, which stands
            json.Object("tickfont", () => json.Number("size", 10));
            WriteTicks(json, layout.YAxis);
            json.Word("gridcolor", ChartColors.Grid);
        });
    });

    /// <summary>Plotly draws these titles itself: it knows a few tags, but no escapes and no TeX.</summary>
    private static string PlainTitle(string title) => string.Join(
        "<br>",
        TextBlock.Wrap(title.Replace('<', '‹').Replace('>', '›'), AxonometricPicture.TitleWidth, 3).Lines);

    private static void WriteTicks(PlotlyWriter json, Axis axis)
    {
        json.Word("tickmode", "array");
        json.Numbers("tickvals", axis.TickValues);
        json.Array("ticktext", axis.TickTexts, text => json.TextValue(TextBlock.Wrap(text, RadarPicture.LabelWidth, 3)));
    }

    private static void WriteSceneAxis(PlotlyWriter json, string name, Axis axis) => json.Object(name, () =>
    {
        json.Object("title", () => json.Word("text", PlainTitle(axis.Title ?? string.Empty)));
        json.Flag("separatethousands", true);
        json.Word("gridcolor", ChartColors.Grid);
        json.Word("zerolinecolor", ChartColors.Grid);
    });
}
