using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment choose-k DATA</c>: how many segments the data support, and on what evidence.</summary>
internal sealed class ChooseKCommand : Subcommand
{
    private readonly DataFile data = new();
    private readonly PipelineOptions options = new();

    public ChooseKCommand()
        : base("choose-k", "Says how many segments the data support, and who disagrees.")
    {
        data.AddTo(this);
        options.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "choose-k customers.csv",
        "choose-k customers.csv --features \"Income,Spending\" --max-k 8",
        "choose-k customers.csv --min-size 50",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        (Finding? doubt, DataUse use, CombinationTable? combinations, ClusterCountVerdict verdict) = output.WithProgress(stages =>
        {
            stages.Start("Load");
            CustomerTable table = data.Load(arguments, cancellationToken);
            StageProgress progress = new(stages.Start("Try each number of segments"));
            DataUse taken = DataUse.Of(table, options.Preprocessor(arguments));
            Preprocessor preprocessor = options.Preprocessor(arguments);
            return (
                CustomerRows.Doubt(table),
                taken,
                preprocessor.Missing == MissingValues.KPod ? null : CombinationTable.Of(table, preprocessor.Fit(table)),
                options.Pipeline(arguments).ChooseClusterCount(table, progress, cancellationToken));
        });
        output.Document(() => ToJson(use, combinations, verdict));
        if (doubt is not null)
        {
            output.Line(doubt.Message);
        }

        foreach (string sentence in use.Sentences)
        {
            output.Line(sentence);
        }

        output.Line();
        VerdictTables.Show(output, verdict);
        VerdictTables.Show(output, combinations);
    }

    private static JsonObject ToJson(DataUse use, CombinationTable? combinations, ClusterCountVerdict verdict) => new()
    {
        ["recommendedK"] = verdict.RecommendedCount,
        ["confidence"] = VerdictText.Word(verdict.Confidence),
        ["reasons"] = new JsonArray([.. verdict.Reasons.Select(reason => JsonValue.Create(reason))]),
        ["criteria"] = new JsonArray([.. verdict.Choices.Select(choice => new JsonObject
        {
            ["criterion"] = choice.Criterion,
            ["k"] = choice.ClusterCount,
            ["explanation"] = choice.Explanation,
        })]),
        ["scan"] = new JsonArray([.. verdict.Scores.Select(score => new JsonObject
        {
            ["k"] = score.ClusterCount,
            ["inertia"] = score.Inertia,
            ["silhouette"] = score.Silhouette?.Value,
            ["silhouetteSampleSize"] = score.Silhouette?.SampleSize,
            ["silhouetteStandardError"] = score.Silhouette?.StandardError,
            ["calinskiHarabasz"] = score.CalinskiHarabasz,
            ["daviesBouldin"] = score.DaviesBouldin,
            ["smallestSegment"] = score.SmallestSize,
            ["uniformPValue"] = score.UniformPValue,
            ["gap"] = score.Gap,
            ["gapStandardError"] = score.GapStandardError,
            ["predictionStrength"] = score.PredictionStrength,
            ["leastStability"] = score.LeastStability,
            ["valleyPValue"] = score.ValleyPValue,
        })]),
        ["rows"] = use.RowsRead,
        ["clusteredRows"] = use.RowsUsed,
        ["columns"] = new JsonArray([.. use.Columns.Select(column => JsonValue.Create(column))]),
        ["notCompared"] = DataUseExport.Unused(use),
        ["bestCandidate"] = VerdictExport.Division(verdict),
        ["combinations"] = VerdictExport.Combinations(combinations),
    };
}
