using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>A drift report as a JSON document.</summary>
internal static class DriftJson
{
    public static JsonObject Of(DriftReport report) => new()
    {
        ["verdict"] = Word(report.Verdict),
        ["reasons"] = Texts(report.Reasons),
        ["notes"] = Texts(report.Notes),
        ["falseAlarmRate"] = report.FalseAlarmRate,
        ["rows"] = report.Rows,
        ["customers"] = report.Customers,
        ["trainingCustomers"] = report.TrainingCustomers,
        ["features"] = new JsonArray([.. report.Features.Select(Feature)]),
        ["shares"] = new JsonObject
        {
            ["moved"] = report.Shares.Moved,
            ["chiSquare"] = report.Shares.ChiSquare,
            ["criticalValue"] = report.Shares.CriticalValue,
            ["adjustedPValue"] = report.Shares.AdjustedPValue,
            ["verdict"] = Word(report.Shares.Verdict),
        },
        ["segments"] = new JsonArray([.. report.Segments.Select(Segment)]),
        ["unlike"] = new JsonObject
        {
            ["customers"] = report.Unlike.Customers,
            ["share"] = report.Unlike.Share,
            ["usualShare"] = 0.01,
            ["adjustedPValue"] = report.Unlike.AdjustedPValue,
            ["verdict"] = Word(report.Unlike.Verdict),
        },
        ["missing"] = new JsonArray([.. report.Missing.Select(Missing)]),
        ["levels"] = new JsonArray([.. report.Levels.Select(Levels)]),
    };

    /// <summary>The verdict in one word.</summary>
    public static string Word(DriftVerdict verdict) => verdict switch
    {
        DriftVerdict.Keep => "keep",
        DriftVerdict.Watch => "watch",
        _ => "refit",
    };

    private static JsonObject Feature(FeatureDrift feature) => new()
    {
        ["feature"] = feature.Feature,
        ["trainingMean"] = feature.TrainingMean,
        ["mean"] = feature.Mean,
        ["bins"] = feature.Bins,
        ["stabilityIndex"] = feature.StabilityIndex,
        ["criticalValue"] = feature.CriticalValue,
        ["adjustedPValue"] = feature.AdjustedPValue,
        ["unitFactor"] = feature.UnitFactor,
        ["verdict"] = Word(feature.Verdict),
    };

    private static JsonObject Segment(SegmentDrift segment) => new()
    {
        ["segment"] = segment.Segment,
        ["name"] = segment.Name,
        ["trainingShare"] = segment.TrainingShare,
        ["customers"] = segment.Customers,
        ["share"] = segment.Share,
        ["shifts"] = new JsonArray([.. segment.Shifts.Select(shift => new JsonObject
        {
            ["feature"] = shift.Feature,
            ["trainingMean"] = shift.TrainingMean,
            ["mean"] = shift.Mean,
            ["deviations"] = shift.Deviations,
            ["adjustedPValue"] = shift.AdjustedPValue,
            ["verdict"] = Word(shift.Verdict),
        })]),
    };

    private static JsonObject Missing(MissingDrift missing) => new()
    {
        ["column"] = missing.Column,
        ["trainingShare"] = missing.TrainingShare,
        ["missing"] = missing.Missing,
        ["share"] = missing.Share,
        ["adjustedPValue"] = missing.AdjustedPValue,
        ["verdict"] = Word(missing.Verdict),
    };

    private static JsonObject Levels(LevelDrift levels) => new()
    {
        ["column"] = levels.Column,
        ["unseen"] = Texts(levels.Unseen),
        ["unseenCount"] = levels.UnseenCount,
        ["customers"] = levels.Customers,
        ["share"] = levels.Share,
        ["adjustedPValue"] = levels.AdjustedPValue,
        ["verdict"] = Word(levels.Verdict),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
