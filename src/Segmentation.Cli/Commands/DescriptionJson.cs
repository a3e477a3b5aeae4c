using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary>A table's summary for programs: every number in full, null where there is none.</summary>
internal static class DescriptionJson
{
    public static JsonObject Of(TableSummary summary, LoadReport report) => new()
    {
        ["source"] = report.Source,
        ["encoding"] = report.Encoding,
        ["delimiter"] = report.Delimiter.ToString(),
        ["rows"] = summary.RowCount,
        ["columns"] = List(summary.Columns, column => ColumnOf(column, report)),
        ["correlations"] = List(CorrelatedPair.AllOf(summary), pair => new JsonObject
        {
            ["columns"] = new JsonArray(pair.Column, pair.OtherColumn),
            ["pearson"] = pair.Pearson,
            ["spearman"] = pair.Spearman,
        }),
        ["findings"] = List(summary.Findings, FindingOf),
        ["notes"] = List(summary.Notes, FindingOf),
        ["warnings"] = List(report.Warnings, warning => JsonValue.Create(warning)),
    };

    public static string Word(ColumnKind kind) => CamelCase(kind.ToString());

    private static JsonObject FindingOf(Finding finding) => new()
    {
        ["kind"] = CamelCase(finding.Kind.ToString()),
        ["columns"] = List(finding.Columns, name => JsonValue.Create(name)),
        ["count"] = finding.Count,
        ["message"] = finding.Message,
    };

    private static JsonObject ColumnOf(ColumnSummary column, LoadReport report)
    {
        JsonObject json = new()
        {
            ["name"] = column.Name,
            ["kind"] = Word(column.Kind),
            ["count"] = column.Count,
            ["missing"] = column.Missing,
            ["distinct"] = column.Distinct,
        };
        switch (column)
        {
            case NumericSummary numbers:
                json["mean"] = numbers.Mean;
                json["standardDeviation"] = numbers.StandardDeviation;
                json["minimum"] = numbers.Minimum;
                json["q1"] = numbers.Q1;
                json["median"] = numbers.Median;
                json["q3"] = numbers.Q3;
                json["maximum"] = numbers.Maximum;
                json["skewness"] = numbers.Skewness;
                json["outliers"] = numbers.Outliers;
                break;
            case CategoricalSummary categories:
                json["levels"] = List(categories.Levels, level => new JsonObject
                {
                    ["level"] = level.Level,
                    ["count"] = level.Count,
                    ["share"] = level.Share,
                });
                break;
            case DateSummary dates:
                json["earliest"] = Iso8601(dates.Earliest);
                json["latest"] = Iso8601(dates.Latest);
                break;
        }

        if (report.MissingTokens.TryGetValue(column.Name, out IReadOnlyDictionary<string, int>? tokens))
        {
            json["missingTokens"] = new JsonObject(
                tokens.Select(token => KeyValuePair.Create(token.Key, (JsonNode?)JsonValue.Create(token.Value))));
        }

        return json;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> toJson) => [.. items.Select(toJson)];

    private static string? Iso8601(DateTime? date) => date?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static string CamelCase(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
