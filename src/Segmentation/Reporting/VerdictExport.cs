using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>What a verdict says beyond its number, for programs; property names are a contract.</summary>
public static class VerdictExport
{
    /// <summary>The best candidate where no number is recommended: "k", "for", "against" and "change"; else null.</summary>
    public static JsonObject? Division(ClusterCountVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Division is not ClusterCountDivision division ? null : new()
        {
            ["k"] = division.ClusterCount,
            ["for"] = division.For,
            ["against"] = ResultExport.Names(division.Against),
            ["change"] = division.Change,
        };
    }

    /// <summary>Each combination's "values" by column and its number of "customers"; null of no table.</summary>
    public static JsonArray? Combinations(CombinationTable? table) => table is null ? null : new(
    [
        .. table.Combinations.Select(combination => new JsonObject
        {
            ["values"] = new JsonObject(table.Columns.Zip(
                combination.Values, (column, value) => KeyValuePair.Create<string, JsonNode?>(column, value))),
            ["customers"] = combination.Customers,
        }),
    ]);
}
