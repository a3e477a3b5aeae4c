using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Segmentation;

/// <summary>A figure as the JSON that plotly.js draws.</summary>
internal static class PlotlyJson
{
    private const int LabelHeight = 18;

    /// <summary>The room beside a radar, whose labels partly stand above and below its widest place.</summary>
    private const int RadarLabels = 84;

    /// <summary>Plotly takes the width of the page and breaks no lines: this much is there nearly always.</summary>
    private const double WidestText = 460;

    /// <summary>The room that plotly's buttons take above the title.</summary>
    private const int ButtonsHeight = 26;

    public static string Write(Figure figure)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            PlotlyWriter writer = new(json);
            json.WriteStartObject();
            writer.Array("data", figure.Data, trace =>
            {
                json.WriteStartObject();
                WriteTrace(writer, trace is ScatterTrace points ? points.On(figure.Layout.XAxis.Kind, figure.Layout.YAxis.Kind) : trace);
                json.WriteEndObject();
            });
            writer.Object("layout", () => WriteLayout(json, writer, figure));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteTrace(PlotlyWriter json, Trace trace)
    {
        json.Word("type", trace.PlotlyType);
        json.Text("name", TextBlock.Wrap(trace.Name ?? string.Empty, WidestText - 60, 2));
        json.Flag("showlegend", IsListed(trace));
        trace.WriteMembers(json);
    }

    /// <summary>A heat map has its colour bar instead.</summary>
    private static bool IsListed(Trace trace) => trace is { InLegend: true, Name: not null } and not HeatmapTrace;

    private static void WriteLayout(Utf8JsonWriter json, PlotlyWriter writer, Figure figure)
    {
        Layout layout = figure.Layout;
        CartesianPicture picture = new(figure.Flat);
        bool heatMap = figure.Data.OfType<HeatmapTrace>().Any();
        double widest = Math.Min(WidestText, layout.Width - 100);
        TextBlock title = TextBlock.Wrap(layout.Title, widest, 3, CartesianPicture.TitleSize);
        TextBlock? subtitle = layout.Subtitle is null ? null : TextBlock.Wrap(layout.Subtitle, widest, 3);
        writer.Object("title", () =>
        {
            writer.Text("text", title);
            writer.Number("x", 0.02);
            writer.Word("xanchor", "left");
            writer.Number("y", 1);
            writer.Word("yanchor", "top");
            writer.Object("pad", () => writer.Number("t", ButtonsHeight));
            writer.Object("font", () => writer.Number("size", CartesianPicture.TitleSize));
            if (subtitle is not null)
            {
                writer.Object("subtitle", () => writer.Text("text", subtitle));
            }
        });
        WriteAxes(writer, figure, picture);
        WriteReferenceLines(json, writer, layout.ReferenceLines);
        if (figure.Data.Any(IsListed))
        {
            writer.Object("legend", () =>
            {
                writer.Word("orientation", "h");
                writer.Word("yref", "container");
                writer.Number("y", 0);
                writer.Word("yanchor", "bottom");
            });
        }

        writer.Object("margin", () =>
        {
            double labels = layout.ReferenceLines.Length * LabelHeight;
            writer.Number("t", Math.Round(ButtonsHeight + 20 + title.Height + (subtitle?.Height ?? 0) + labels));
            bool radar = figure.Data.OfType<RadarTrace>().Any();
            writer.Number("r", radar ? RadarLabels : 20);
            writer.Number("l", radar ? RadarLabels : 60);
            writer.Number("b", heatMap ? 90 : 60);
        });
        writer.Object("font", () =>
        {
            writer.Word("family", SvgCanvas.FontFamily);
            writer.Number("size", 13);
            writer.Word("color", ChartColors.Text);
        });
        writer.Object("hoverlabel", () => writer.Number("namelength", -1));
        writer.Word("hovermode", "closest");
        writer.Word("paper_bgcolor", ChartColors.Paper);
        if (figure.Data.OfType<CartesianTrace>().Any())
        {
            writer.Word("plot_bgcolor", ChartColors.Paper);
        }

        writer.Number("height", Math.Round(picture.Height + ButtonsHeight + (heatMap ? 60 : 30)));
        writer.Flag("autosize", true);
    }

    private static void WriteAxes(PlotlyWriter json, Figure figure, CartesianPicture picture)
    {
        Layout layout = figure.Layout;
        if (figure.Data.OfType<Scatter3DTrace>().Any())
        {
            PlotlySpaces.WriteScene(json, layout);
        }
        else if (figure.Data.OfType<RadarTrace>().Any())
        {
            PlotlySpaces.WritePolar(json, layout);
        }
        else
        {
            WriteAxis(json, "xaxis", layout.XAxis, layout.Width, picture.XLabels);
            WriteAxis(json, "yaxis", layout.YAxis, picture.PlotHeight, picture.UnmovedYLabels);
        }
    }

    private static void WriteAxis(PlotlyWriter json, string name, Axis axis, double length, AxisLabels labels) => json.Object(name, () =>
    {
        if (axis.Title is not null)
        {
            json.Object("title", () =>
            {
                json.Text("text", TextBlock.Wrap(axis.Title, length, 3));
                json.Object("font", () => json.Number("size", TextBlock.DefaultSize));
            });
        }

        if (axis.Kind != AxisKind.Linear)
        {
            json.Word("type", "log");
            json.Word("tickmode", "array");
            json.Numbers("tickvals", [.. labels.Labels.Select(label => axis.Kind == AxisKind.Log ? label.Value : label.Value + 1)]);
            json.Array("ticktext", labels.Labels, label => json.TextValue(label.Text));
        }
        else if (!axis.TickValues.IsEmpty)
        {
            json.Word("tickmode", "array");
            json.Numbers("tickvals", axis.TickValues);
            json.Array("ticktext", labels.Labels, label => json.TextValue(label.Text));
            json.Number("tickangle", labels.Turned ? -90 : 0);
        }
        else if (axis.WholeNumbers)
        {
            json.Word("tickformat", ",d");
            if (labels.Labels.Length > 1)
            {
                json.Number("dtick", labels.Labels[1].Value - labels.Labels[0].Value);
            }
        }
        else
        {
            json.Flag("separatethousands", true);
            json.Word("exponentformat", "B");
            json.Number("minexponent", 6);
        }

        if (axis.IncludesZero)
        {
            json.Word("rangemode", "tozero");
        }

        if (axis.Range is (double minimum, double maximum))
        {
            double[] ends = [axis.Kind.Place(minimum), axis.Kind.Place(maximum)];
            json.Numbers("range", axis.Reversed ? [ends[1], ends[0]] : [ends[0], ends[1]]);
        }
        else if (axis.Reversed)
        {
            json.Word("autorange", "reversed");
        }

        json.Flag("showgrid", axis.Grid);
        if (axis.Grid)
        {
            json.Word("gridcolor", ChartColors.Grid);
        }

        json.Flag("zeroline", false);
        json.Flag("automargin", true);
    });

    private static void WriteReferenceLines(Utf8JsonWriter json, PlotlyWriter writer, ImmutableArray<ReferenceLine> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        writer.Array("shapes", lines, line =>
        {
            json.WriteStartObject();
            writer.Word("type", "line");
            writer.Number("x0", line.X);
            writer.Number("x1", line.X);
            writer.Word("yref", "paper");
            writer.Number("y0", 0);
            writer.Number("y1", 1);
            writer.Stroke("line", CartesianPicture.ReferenceStroke);
            json.WriteEndObject();
        });
        writer.Array("annotations", lines, line =>
        {
            json.WriteStartObject();
            writer.Text("text", line.Label);
            writer.Number("x", line.X);
            writer.Word("yref", "paper");
            writer.Number("y", 1);
            writer.Word("yanchor", "bottom");
            writer.Number("yshift", (lines.Length - 1 - lines.IndexOf(line)) * LabelHeight);
            writer.Flag("showarrow", false);
            json.WriteEndObject();
        });
    }
}
