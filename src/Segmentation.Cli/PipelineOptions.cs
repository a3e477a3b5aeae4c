using System.CommandLine;
using System.Globalization;

namespace Segmentation.Cli;

/// <summary>The options of the commands that cluster, and the pipeline that they make.</summary>
internal sealed class PipelineOptions
{
    /// <summary>More segments than this nobody can read.</summary>
    public const int MostClusters = 1000;

    // Each that is tried keeps its labels until the report is written.
    private const int MostTried = 100;

    private readonly Option<IReadOnlyList<string>?> features = CommonOptions.Features();

    private readonly Option<string> scale = CommonOptions.OneOf(
        "--scale", "How features are made comparable.", "standard", "minmax", "robust", "none");

    private readonly Option<string> missing = CommonOptions.OneOf(
        "--missing", "What becomes of customers who lack a feature: left out and named, or filled (kpod: from their own segment).", "drop", "median", "mean", "mode", "kpod");

    private readonly Option<IReadOnlyDictionary<string, ColumnEncoding>?> encodings = ColumnAssignments.Encodings();
    private readonly Option<IReadOnlyDictionary<string, double>?> weights = ColumnAssignments.Weights();

    private readonly Option<DateTime?> asOf = new("--as-of")
    {
        HelpName = "DATE",
        Description = "The date at which the ages of dates are stated, as 2024-12-31. [default: the latest date of the column]",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
            {
                return date;
            }

            result.AddError($"--as-of should be a date such as 2024-12-31, but is '{text}'.");
            return null;
        },
    };

    private readonly Option<string?> outcome = new("--outcome")
    {
        HelpName = "COLUMN",
        Description = "What the segments are asked for first and never made from, such as churn or a response: a column of two values, or of numbers.",
    };

    private readonly Option<int?> minLevel = CommonOptions.WholeNumber(
        "--min-level", "N", "A value of a category with fewer customers than this (or than 1%) counts as 'other'. [default: 10]", 1, int.MaxValue);

    private readonly Option<int?> maxK = CommonOptions.WholeNumber(
        "--max-k", "K", "The largest number of segments to try. [default: 10]", 2, MostTried);

    private readonly Option<int?> minSize = CommonOptions.WholeNumber(
        "--min-size", "N", "Recommend no number of segments with one of fewer customers than this. [default: 1]", 1, int.MaxValue);

    private readonly Option<int?> restarts = CommonOptions.WholeNumber(
        "--restarts", "N", "How often K-Means starts anew, the best kept. [default: 10]", 1, 10_000);

    private readonly Option<int> seed = CommonOptions.Seed();
    private readonly Option<int?> threads = CommonOptions.Threads();

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        AddPreparationTo(command);
        command.Options.Add(maxK);
        command.Options.Add(minSize);
        command.Options.Add(restarts);
        command.Options.Add(seed);
        command.Options.Add(threads);
    }

    /// <summary>Gives a command those options that say how customers become numbers.</summary>
    public void AddPreparationTo(Command command)
    {
        command.Options.Add(features);
        command.Options.Add(outcome);
        command.Options.Add(scale);
        command.Options.Add(missing);
        command.Options.Add(encodings);
        command.Options.Add(asOf);
        command.Options.Add(minLevel);
        command.Options.Add(weights);
    }

    /// <summary>Whether the columns to compare customers by were left to the program.</summary>
    public bool FeaturesAreDefault(ParseResult arguments) => arguments.GetValue(features) is null;

    /// <summary>The pipeline that was asked for.</summary>
    public SegmentationPipeline Pipeline(ParseResult arguments)
    {
        KMeans algorithm = new(1) { Seed = arguments.GetValue(seed) };
        algorithm = arguments.GetValue(restarts) is int starts ? algorithm with { Restarts = starts } : algorithm;
        algorithm = arguments.GetValue(threads) is int count ? algorithm with { Threads = count } : algorithm;
        SegmentationPipeline pipeline = new()
        {
            Preprocessor = Preprocessor(arguments),
            Algorithm = algorithm,
            MinSegmentSize = arguments.GetValue(minSize) ?? 1,
            OutcomeColumn = arguments.GetValue(outcome),
        };
        return arguments.GetValue(maxK) is int most ? pipeline with { MaxClusters = most } : pipeline;
    }

    /// <summary>The preparation that was asked for.</summary>
    public Preprocessor Preprocessor(ParseResult arguments)
    {
        Preprocessor preprocessor = new()
        {
            Features = arguments.GetValue(features),
            LeftOutColumns = arguments.GetValue(outcome) is string asked ? [asked] : [],
            Scaling = Enum.Parse<Scaling>(arguments.GetRequiredValue(scale), ignoreCase: true),
            Missing = arguments.GetValue(missing) switch
            {
                "median" => MissingValues.FillMedian,
                "mean" => MissingValues.FillMean,
                "mode" => MissingValues.FillMode,
                "kpod" => MissingValues.KPod,
                _ => MissingValues.DropRows,
            },
            AsOf = arguments.GetValue(asOf),
            Encodings = arguments.GetValue(encodings) ?? new Dictionary<string, ColumnEncoding>(),
            Weights = arguments.GetValue(weights) ?? new Dictionary<string, double>(),

            // A constant column that someone names is a mistake to tell; one that was merely found is left out.
            ConstantFeatures = FeaturesAreDefault(arguments) ? ConstantFeatures.Exclude : ConstantFeatures.Refuse,
        };
        return arguments.GetValue(minLevel) is int rows ? preprocessor with { MinLevelRows = rows } : preprocessor;
    }
}
