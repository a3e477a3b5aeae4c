using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>An outcome over the segments for programs; property names are a contract.</summary>
internal static class OutcomeExport
{
    /// <summary>"value" is the share of "level", 0 to 1, or the mean where "level" is null.</summary>
    public static JsonObject Summary(OutcomeComparison outcome) => new()
    {
        ["column"] = outcome.Column,
        ["level"] = outcome.Level,
        ["customers"] = outcome.Customers,
        ["missing"] = outcome.Missing,
        ["count"] = outcome.Count,
        ["value"] = outcome.Value,
        ["segments"] = new JsonArray([.. outcome.Segments.Select(segment => new JsonObject
        {
            ["segment"] = segment.Segment,
            ["customers"] = segment.Customers,
            ["count"] = segment.Count,
            ["value"] = segment.Value,
            ["lower"] = segment.Lower,
            ["upper"] = segment.Upper,
            ["adjustedPValue"] = segment.AdjustedPValue,
            ["differs"] = segment.Differs,
        })]),
        ["sentences"] = ResultExport.Names(outcome.Sentences),
    };
}
