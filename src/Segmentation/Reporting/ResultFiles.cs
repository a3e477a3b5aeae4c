using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>Writes everything that a run found into a folder.</summary>
public static class ResultFiles
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The files that are always written, besides the manifest.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["segments.csv", "profiles.csv", "recommendations.csv", "model.json", "report.html", "report.md", "summary.json"];

    /// <summary>The files that a run of the pipeline writes: <see cref="Names"/>, value.csv where a value is named, and budget.csv where there is a budget.</summary>
    public static IReadOnlyList<string> NamesFor(SegmentationPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return [.. Names, .. pipeline.ValueColumn is null ? [] : new[] { "value.csv" }, .. pipeline.Budget is null ? [] : new[] { "budget.csv" }];
    }

    /// <summary>
    /// Writes segments.csv, profiles.csv, recommendations.csv, model.json, report.html, report.md, summary.json, what the
    /// options ask for besides (see <see cref="NamesFor"/>) and, last, manifest.json. All are prepared before the first
    /// takes its place; files that no earlier run wrote are never
    /// touched.
    /// </summary>
    /// <param name="result">The run.</param>
    /// <param name="path">The folder; it is made if missing.</param>
    /// <param name="options">What to record of how the run was asked, beside the pipeline's own options; null for nothing.</param>
    /// <param name="cancellationToken">Stops before the files take their places, and leaves the folder as it was.</param>
    /// <exception cref="DataException">The folder cannot be written, or holds foreign files of these names.</exception>
    public static void Write(
        SegmentationResult result, string path, JsonObject? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        using ResultFolder folder = ResultFolder.Open(path, NamesFor(result.Options));
        Write(result, folder, options, cancellationToken);
    }

    /// <summary>
    /// As the other, into a folder that was opened earlier with <see cref="NamesFor"/>; where <see cref="ReasonsExport.FileName"/>
    /// was declared with them, that is written too.
    /// </summary>
    public static void Write(
        SegmentationResult result, ResultFolder folder, JsonObject? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(folder);
        folder.WriteText("segments.csv", writer => ResultExport.WriteSegments(result, writer), cancellationToken);
        folder.WriteText("profiles.csv", writer => ResultExport.WriteProfiles(result, writer), cancellationToken);
        folder.WriteText("recommendations.csv", writer => ResultExport.WriteRecommendations(result, writer), cancellationToken);
        folder.WriteText("model.json", writer => writer.Write(SegmentationModel.Of(result).ToJson()), cancellationToken);
        folder.WriteText("report.html", writer => writer.Write(HtmlReport.Of(result)), cancellationToken);
        folder.WriteText("report.md", writer => writer.Write(MarkdownReport.Of(result)), cancellationToken);
        folder.WriteText(
            "summary.json", writer => writer.Write(ResultExport.Summary(result).ToJsonString(Readable) + "\n"), cancellationToken);
        if (folder.Declares(ReasonsExport.FileName))
        {
            folder.WriteText(ReasonsExport.FileName, writer => ReasonsExport.Write(result, writer, cancellationToken), cancellationToken);
        }

        if (result.Budget is BudgetPlan budget)
        {
            folder.WriteText("budget.csv", writer => BudgetExport.WriteCsv(budget, writer), cancellationToken);
        }

        if (result.Value is ValueRanking value)
        {
            folder.WriteText("value.csv", writer => ValueExport.WriteCsv(value, writer), cancellationToken);
        }

        folder.Commit(Resolved(result, options), cancellationToken);
    }

    private static JsonObject Resolved(SegmentationResult result, JsonObject? options)
    {
        SegmentationPipeline pipeline = result.Options;
        JsonObject resolved = options?.DeepClone().AsObject() ?? [];
        resolved["features"] = new JsonArray([.. result.Preprocessor.Features.Select(feature => JsonValue.Create(feature.Name))]);
        resolved["scale"] = ResultExport.ScaleWord(pipeline.Preprocessor.Scaling);
        resolved["missing"] = ResultExport.MissingWord(pipeline.Preprocessor.Missing);
        resolved["constantFeatures"] = pipeline.Preprocessor.ConstantFeatures.ToString().ToLowerInvariant();
        resolved["weights"] = new JsonObject(
            result.Preprocessor.Features.Select(feature => KeyValuePair.Create(feature.Name, (JsonNode?)JsonValue.Create(feature.Weight))));
        resolved["names"] = new JsonObject(pipeline.Names.OrderBy(pair => pair.Key).Select(pair =>
            KeyValuePair.Create(pair.Key.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(pair.Value.Trim()))));
        if (PreparationExport.Encodings(result.Preprocessor) is { Count: > 0 } encodings)
        {
            resolved["encodings"] = encodings;
        }

        resolved["id"] = result.Customers.Id?.Name;
        resolved["k"] = result.Model.ClusterCount;
        resolved["maxK"] = pipeline.MaxClusters;
        resolved["minSize"] = pipeline.MinSegmentSize;
        resolved["stabilitySamples"] = pipeline.StabilitySamples;
        resolved["outcome"] = pipeline.OutcomeColumn;
        resolved["value"] = pipeline.ValueColumn;
        resolved["valueBefore"] = pipeline.ValueBeforeColumn;
        resolved["budget"] = pipeline.Budget?.Budget;
        resolved["seed"] = pipeline.Algorithm.Seed;
        resolved["restarts"] = pipeline.Algorithm.Restarts;
        resolved["swaps"] = (pipeline.Algorithm with { ClusterCount = result.Model.ClusterCount }).SwapsFor(result.Prepared.Matrix.RowCount);
        resolved["maxIterations"] = pipeline.Algorithm.MaxIterations;
        resolved["tolerance"] = pipeline.Algorithm.Tolerance;
        resolved["maxLeaves"] = pipeline.Rules.MaxLeaves ?? 2 * result.Model.ClusterCount;
        resolved["minSaving"] = pipeline.Rules.MinSaving;
        resolved["threads"] = pipeline.Algorithm.Threads;
        resolved["baselineRate"] = pipeline.Experiment.BaselineRate;
        resolved["effect"] = pipeline.Experiment.Effect;
        resolved["holdout"] = pipeline.Experiment.HoldoutShare;
        return resolved;
    }
}
