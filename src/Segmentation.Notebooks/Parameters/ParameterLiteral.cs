using System.Globalization;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace Segmentation.Notebooks;

/// <summary>A value given as text, as C# for the type of its parameter.</summary>
internal static class ParameterLiteral
{
    /// <exception cref="DataException">The text is not of that type, or the type is none that can be given.</exception>
    public static string Of(NotebookParameter parameter, string text) => parameter.Type.TrimEnd('?') switch
    {
        "string" => Quoted(text),
        "int" when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) =>
            number.ToString(CultureInfo.InvariantCulture),
        "long" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) =>
            number.ToString(CultureInfo.InvariantCulture) + "L",
        "double" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        "bool" when bool.TryParse(text, out bool truth) => truth ? "true" : "false",
        "string[]" => $"new string[] {{ {string.Join(", ", Entries(text).Select(Quoted))} }}",
        "int" or "long" => throw Wrong(parameter, "a whole number", text),
        "double" => throw Wrong(parameter, "a number, such as 0.5", text),
        "bool" => throw Wrong(parameter, "true or false", text),
        string type => throw new DataException(
            $"The parameter '{parameter.Name}' is a {type}; only string, int, long, double, bool and string[] can be set."),
    };

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A JSON list, or texts separated by commas.</summary>
    private static string[] Entries(string text)
    {
        if (!text.StartsWith('['))
        {
            return text.Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(text)!;
        }
        catch (JsonException)
        {
            throw new DataException($"A list of texts should look like [\"A\", \"B\"], but is '{text}'.");
        }
    }

    private static DataException Wrong(NotebookParameter parameter, string right, string text) =>
        new($"The parameter '{parameter.Name}' should be {right} ({parameter.Type}), but is '{text}'.");
}
