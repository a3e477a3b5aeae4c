using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Segmentation.Cli;

/// <summary>Options that say something about a column: <c>"Column=value"</c>, given once for each column.</summary>
internal static class ColumnAssignments
{
    private static readonly string[] Words = ["log", "onehot", "age", "number"];
    private const string Ordinal = "ordinal:";

    public static Option<IReadOnlyDictionary<string, ColumnEncoding>?> Encodings() => new("--encode")
    {
        HelpName = "COLUMN=HOW",
        Description = "How a column becomes numbers: log, onehot, age (of a date, in days), number or ordinal:low<mid<high; once for each column. "
            + "[default: numbers as they are, categories onehot, dates age]",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => Parse(result, "--encode", "Column=log, Column=onehot, Column=age or \"Column=ordinal:low<mid<high\"", EncodingIn),
    };

    public static Option<IReadOnlyDictionary<string, double>?> Weights() => new("--weight")
    {
        HelpName = "COLUMN=W",
        Description = "How much a column counts: its scaled numbers are multiplied by W; once for each column. [default: 1]",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => Parse(result, "--weight", "Column=2, with a positive number", WeightIn),
    };

    private static Dictionary<string, T>? Parse<T>(
        ArgumentResult result, string option, string form, Func<string, (string Column, T Value)?> read)
    {
        Dictionary<string, T> values = new(StringComparer.Ordinal);
        foreach (Token token in result.Tokens)
        {
            try
            {
                if (read(token.Value) is not (string column, T value) || column.Length == 0)
                {
                    result.AddError($"{option} should be {form}, but is '{token.Value}'.");
                    return null;
                }

                if (!values.TryAdd(column, value))
                {
                    result.AddError($"{option} names '{column}' more than once.");
                }
            }
            catch (ArgumentException wrong)
            {
                result.AddError($"{option} '{token.Value}': {wrong.Message}");
                return null;
            }
        }

        return values;
    }

    /// <summary>The first equals sign that a known word follows ends the name, which may have such signs itself.</summary>
    private static (string Column, ColumnEncoding Value)? EncodingIn(string text)
    {
        for (int sign = text.IndexOf('='); sign >= 0; sign = text.IndexOf('=', sign + 1))
        {
            string how = text[(sign + 1)..].Trim();
            string column = text[..sign].Trim();
            if (Words.Contains(how))
            {
                return (column, how switch
                {
                    "log" => ColumnEncoding.Log,
                    "onehot" => ColumnEncoding.OneHot,
                    "age" => ColumnEncoding.Age,
                    _ => ColumnEncoding.Number,
                });
            }

            if (how.StartsWith(Ordinal, StringComparison.Ordinal))
            {
                return (column, ColumnEncoding.Ordinal([.. how[Ordinal.Length..].Split('<').Select(level => level.Trim())]));
            }
        }

        return null;
    }

    private static (string Column, double Value)? WeightIn(string text)
    {
        int sign = text.LastIndexOf('=');
        return sign >= 0
            && double.TryParse(text[(sign + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
            && weight > 0 && double.IsFinite(weight)
            ? (text[..sign].Trim(), weight)
            : null;
    }
}
