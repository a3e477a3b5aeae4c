using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment drift MODEL DATA</c>: whether the customers are still those that a model was made from.</summary>
internal sealed class DriftCommand : Subcommand
{
    private const string Never = "never";

    private readonly Argument<string> modelFile = ModelFile.Argument();
    private readonly DataFile data = new();

    private readonly Option<string> failOn = CommonOptions.OneOf(
        "--fail-on", "End with exit code 3 at this verdict or a graver one, for a scheduler.", Never, "watch", "refit");

    public DriftCommand()
        : base("drift", "Says whether customers are still those that a saved model was made from: keep, watch or refit.")
    {
        Arguments.Add(modelFile);
        data.AddForModelTo(this);
        Options.Add(failOn);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "drift out/model.json new_customers.csv",
        "drift out/model.json new_customers.csv --fail-on refit --json",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        string path = arguments.GetRequiredValue(modelFile);
        SegmentationModel model = SegmentationModel.Load(path);
        if (model.Training is null)
        {
            throw new DataException(path, null, DriftDetection.NoTraining);
        }

        CustomerTable customers = data.Load(arguments, cancellationToken, model.IdColumn);
        DriftReport drift = new DriftDetection().Measure(model, customers, cancellationToken);
        output.Document(() =>
        {
            JsonObject document = drift.ToJson();
            document.Insert(1, "model", path);
            document.Insert(2, "data", data.Name(arguments));
            return document;
        });
        if (CustomerRows.Doubt(customers) is Finding doubt)
        {
            output.Line(doubt.Message);
        }

        Show(output, drift);
        if (arguments.GetRequiredValue(failOn) is string least && least != Never && drift.Verdict >= Enum.Parse<DriftVerdict>(least, ignoreCase: true))
        {
            output.ExitCode = ExitCode.Drift;
        }
    }

    /// <summary>With three decimals, and more digits where these would make it 0.</summary>
    private static string? InDeviations(CentroidShift? shift) =>
        shift is { Deviations: > -0.0005 and < 0.0005 } ? NumberText.Of(shift.Deviations) : Shown.Correlation(shift?.Deviations);

    private static void Show(CommandOutput output, DriftReport drift)
    {
        output.Line($"Verdict: {drift.Verdict.ToString().ToLowerInvariant()}.");
        foreach (string reason in drift.Reasons)
        {
            output.Line($"- {reason}");
        }

        output.Heading("Features");
        TextTable features = new("Feature", "#Training mean", "#Mean", "#Stability index", "#Chance below", "Verdict");
        foreach (FeatureDrift feature in drift.Features)
        {
            features.Add(
                feature.Feature, Shown.Number(feature.TrainingMean), Shown.Number(feature.Mean), Shown.Correlation(feature.StabilityIndex),
                Shown.Correlation(feature.CriticalValue), feature.Verdict.ToString().ToLowerInvariant());
        }

        output.Table(features);
        output.Heading("Segments");
        TextTable segments = new("#Segment", "Name", "#Training share", "#Share", "Largest shift", "#In deviations");
        foreach (SegmentDrift segment in drift.Segments)
        {
            segments.Add(
                Shown.Count(segment.Segment), segment.Name, Shown.Percent(segment.TrainingShare), Shown.Percent(segment.Share),
                segment.Largest?.Feature ?? (segment.Shifts.Count == 0 ? null : "none"), InDeviations(segment.Largest));
        }

        output.Table(segments);
        if (drift.Notes.Count > 0)
        {
            output.Heading("Notes");
            foreach (string note in drift.Notes)
            {
                output.Line($"- {note}");
            }
        }
    }
}
