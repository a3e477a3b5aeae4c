using System.CommandLine;
using System.Globalization;
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
        (CustomerTable customers, ClusterCountVerdict verdict) = output.WithProgress(stages =>
        {
            stages.Start("Load");
            CustomerTable table = data.Load(arguments, cancellationToken);
            StageProgress progress = new(stages.Start("Try each number of segments"));
            return (table, options.Pipeline(arguments).ChooseClusterCount(table, progress, cancellationToken));
        });
        output.Document(() => ToJson(verdict));
        if (CustomerRows.Doubt(customers) is Finding doubt)
        {
            output.Line(doubt.Message);
        }

        output.Table(ScoreTable(verdict));
        output.Line();
        output.Table(ResamplingTable(verdict));
        output.Line();
        output.Table(ChoiceTable(verdict));
        output.Line();
        output.Line(verdict.RecommendedCount is int count
            ? $"Recommended: {count} segments, with {VerdictText.Word(verdict.Confidence)} confidence."
            : "Recommended: none.");
        foreach (string reason in verdict.Reasons)
        {
            output.Line($"- {reason}");
        }
    }

    private static TextTable ScoreTable(ClusterCountVerdict verdict)
    {
        TextTable table = new("#k", "#Inertia", "#Silhouette", "#Calinski-Harabasz", "#Davies-Bouldin", "#Smallest segment");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            table.Add(
                Shown.Count(score.ClusterCount), Shown.Number(score.Inertia), Shown.Number(score.Silhouette?.Value),
                Shown.Number(score.CalinskiHarabasz), Shown.Number(score.DaviesBouldin), Shown.Count(score.SmallestSize));
        }

        return table;
    }

    private static TextTable ResamplingTable(ClusterCountVerdict verdict)
    {
        TextTable table = new("#k", "#p uniform", "#Gap", "#Gap SE", "#Prediction strength", "#Least stable", "#p valley");
        foreach (ClusterCountScore score in verdict.Scores)
        {
            table.Add(
                Shown.Count(score.ClusterCount), Decimals(score.UniformPValue), Decimals(score.Gap), Decimals(score.GapStandardError),
                Decimals(score.PredictionStrength), Decimals(score.LeastStability), Decimals(score.ValleyPValue));
        }

        return table;
    }

    private static string? Decimals(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture);

    private static TextTable ChoiceTable(ClusterCountVerdict verdict)
    {
        TextTable table = new("Criterion", "#Picks k", "Why");
        foreach (CriterionChoice choice in verdict.Choices)
        {
            table.Add(choice.Criterion, choice.ClusterCount is int count ? Shown.Count(count) : "none", choice.Explanation);
        }

        return table;
    }

    private static JsonObject ToJson(ClusterCountVerdict verdict) => new()
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
    };
}
