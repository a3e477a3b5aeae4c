using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>The recommendations as summary.json has them; the words for families are those of the playbook file.</summary>
internal static class RecommendationJson
{
    public static JsonArray Of(IReadOnlyList<Recommendation> recommendations) => new([.. recommendations.Select(Of)]);

    private static JsonObject Of(Recommendation recommendation) => new()
    {
        ["segment"] = recommendation.Segment,
        ["family"] = RuleWords.Of(recommendation.Family),
        ["rule"] = recommendation.Rule,
        ["source"] = recommendation.Source,
        ["channel"] = recommendation.Channel,
        ["action"] = recommendation.Action,
        ["reason"] = recommendation.Reason,
        ["measure"] = recommendation.Measure,
        ["contradictedBy"] = ResultExport.Names(recommendation.ContradictedBy),
    };
}
