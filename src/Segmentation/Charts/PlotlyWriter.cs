using System.Collections.Immutable;
using System.Text.Json;

namespace Segmentation;

/// <summary>Writes the members of plotly.js objects; a member that is null is left out.</summary>
internal sealed class PlotlyWriter(Utf8JsonWriter json)
{
    /// <summary>A word of plotly's own vocabulary, or a colour.</summary>
    public void Word(string name, string value) => json.WriteString(name, value);

    public void Words(string name, ImmutableArray<string> values) => Array(name, values, json.WriteStringValue);

    /// <summary>A text that people read; plotly takes it for a subset of HTML.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Escape(value));
        }
    }

    /// <summary>A text in the lines that it was broken into.</summary>
    public void Text(string name, TextBlock value) => Text(name, string.Join('\n', value.Lines));

    public void Texts(string name, ImmutableArray<string> values) => Array(name, values, TextValue);

    public void TextValue(string value) => json.WriteStringValue(Escape(value));

    public void TextValue(TextBlock value) => TextValue(string.Join('\n', value.Lines));

    public void Number(string name, double value)
    {
        json.WritePropertyName(name);
        NumberValue(value);
    }

    public void Numbers(string name, ImmutableArray<double> values) => Array(name, values, value => NumberValue(value));

    public void NumberValue(double? value)
    {
        if (value is double number && double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public void Flag(string name, bool value) => json.WriteBoolean(name, value);

    public void Rows<T>(string name, ImmutableArray<ImmutableArray<T>> rows, Action<T> write) =>
        Array(name, rows, row =>
        {
            json.WriteStartArray();
            foreach (T value in row)
            {
                write(value);
            }

            json.WriteEndArray();
        });

    public void Object(string name, Action members)
    {
        json.WriteStartObject(name);
        members();
        json.WriteEndObject();
    }

    public void Array<T>(string name, ImmutableArray<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    public void Stroke(string name, Stroke? stroke)
    {
        if (stroke is not null)
        {
            Object(name, () =>
            {
                Word("color", stroke.Color);
                Number("width", stroke.Width);
                if (stroke.Dash != Dash.Solid)
                {
                    Word("dash", stroke.Dash == Dash.Dashed ? "dash" : "dot");
                }
            });
        }
    }

    public void Marker(Marker? marker)
    {
        if (marker is not null)
        {
            Object("marker", () =>
            {
                Word("color", marker.Color);
                Word("symbol", SymbolName(marker.Symbol));
                Number("size", marker.Size);
                if (marker.Outline is Stroke outline)
                {
                    Stroke("line", outline with { Dash = Dash.Solid });
                }
            });
        }
    }

    public void ColorScale(string name, ColorScale scale)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < scale.Colors.Length; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue((double)i / (scale.Colors.Length - 1));
            json.WriteStringValue(scale.Colors[i]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// Plotly reads texts as a subset of HTML, and text between dollar signs as TeX where MathJax is loaded.
    /// </summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("$", "&#36;", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);

    private static string SymbolName(MarkerSymbol symbol) => symbol switch
    {
        MarkerSymbol.Circle => "circle",
        MarkerSymbol.Square => "square",
        MarkerSymbol.Diamond => "diamond",
        MarkerSymbol.TriangleUp => "triangle-up",
        MarkerSymbol.TriangleDown => "triangle-down",
        MarkerSymbol.TriangleLeft => "triangle-left",
        MarkerSymbol.Cross => "cross",
        _ => "x",
    };
}
