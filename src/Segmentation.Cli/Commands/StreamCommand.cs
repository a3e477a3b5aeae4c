using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment stream DATA --k K --out DIR</c>: segments of a file that does not fit into memory.</summary>
internal sealed class StreamCommand : Subcommand
{
    private readonly DataFile data = new();
    private readonly Option<IReadOnlyList<string>?> features = CommonOptions.Features();
    private readonly Option<int?> clusterCount = CommonOptions.WholeNumber(
        "--k", "K", "The number of segments.", 1, PipelineOptions.MostClusters);

    private readonly Option<string> scale = CommonOptions.OneOf(
        "--scale", "How features are made comparable.", "standard", "minmax", "none");

    private readonly Option<int> seed = CommonOptions.Seed();
    private readonly Option<int?> threads = CommonOptions.Threads();
    private readonly Option<int?> maxIterations = CommonOptions.WholeNumber(
        "--max-iterations", "I", "The most iterations, each a pass over the file. [default: 300]", 1, 1_000_000);

    private readonly Option<int?> sample = CommonOptions.WholeNumber(
        "--sample", "N", "Customers kept in memory to find where to start. [default: 50000]", 1, 10_000_000);

    private readonly Option<string> folder = CommonOptions.OutFolder();

    public StreamCommand()
        : base("stream", "Makes segments of a file too large for memory, reading it once for each iteration.")
    {
        features.Required = true;
        features.Description = "Columns to compare customers by; a name with a comma in it stands in double quotes.";
        clusterCount.Required = true;
        data.AddForStreamingTo(this);
        Options.Add(features);
        Options.Add(clusterCount);
        Options.Add(scale);
        Options.Add(seed);
        Options.Add(threads);
        Options.Add(maxIterations);
        Options.Add(sample);
        Options.Add(folder);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "stream customers.csv --features \"Income,Spending\" --k 5 --out out",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        if (data.IsStandardInput(arguments))
        {
            throw new DataException("'stream' reads its file several times, and standard input can be read only once: give a file.");
        }

        string path = arguments.GetRequiredValue(folder);

        // Opened first, so that a folder that cannot be written is found out before the work and not after it.
        using ResultFolder results = ResultFolder.Open(path, StreamedFiles.Names);
        Finding? doubt = null;
        (StreamedKMeansModel model, JsonObject summary) = output.WithProgress(stages =>
        {
            // Opening a named pipe may wait for ever: when the command is cancelled, it is left to itself.
            StreamedCsv rows = Task.Run(() => Open(arguments), cancellationToken).WaitAsync(cancellationToken).GetAwaiter().GetResult();
            doubt = CustomerRows.Doubt(rows);
            StreamedKMeansModel made = Clusterer(arguments).Fit(rows, new PassProgress(stages), cancellationToken);
            JsonObject asked = data.Record(arguments);
            asked.Insert(0, "command", "stream");
            asked.Remove("dateOrder");
            asked.Remove("dateFormat");
            return (made, StreamedFiles.Write(made, results, asked, cancellationToken));
        });
        output.Document(() => summary);
        if (doubt is not null)
        {
            output.Line(doubt.Message);
        }

        Show(output, model, path);
    }

    private StreamedCsv Open(ParseResult arguments) =>
        new(data.Name(arguments), arguments.GetRequiredValue(features)!, data.ReadingOptions(arguments));

    private StreamedKMeans Clusterer(ParseResult arguments)
    {
        StreamedKMeans defaults = new(arguments.GetRequiredValue(clusterCount)!.Value);
        return defaults with
        {
            Scaling = Enum.Parse<Scaling>(arguments.GetRequiredValue(scale), ignoreCase: true),
            Seed = arguments.GetValue(seed),
            Threads = arguments.GetValue(threads) ?? defaults.Threads,
            MaxIterations = arguments.GetValue(maxIterations) ?? defaults.MaxIterations,
            SampleSize = arguments.GetValue(sample) ?? defaults.SampleSize,
        };
    }

    private static void Show(CommandOutput output, StreamedKMeansModel model, string path)
    {
        TextTable table = new(["#Segment", "Name", "#Customers", "#Share", .. model.Preprocessor.FeatureNames.Select(feature => $"#{feature}")]);
        FeatureMatrix centroids = model.CentroidsInOriginalUnits;
        foreach (SegmentProfile profile in StreamedFiles.Profiles(model))
        {
            double[] centroid = centroids.Row(profile.Segment - 1).ToArray();
            table.Add(
            [
                Shown.Count(profile.Segment), profile.Name, Shown.Count(profile.Size), Shown.Percent(profile.Share),
                .. centroid.Select(value => NumberText.Of(value)),
            ]);
        }

        output.Table(table);
        output.Line();
        output.Line(
            $"{NumberText.Customers(model.CompleteRows)} in {model.ClusterCount} {(model.ClusterCount == 1 ? "segment" : "segments")}; "
            + $"{(model.Converged ? "settled" : "stopped")} after {model.Iterations} {(model.Iterations == 1 ? "iteration" : "iterations")} over the file, read {model.Passes} times in all.");
        foreach (string warning in StreamedFiles.Warnings(model))
        {
            output.Line($"Mind: {warning}");
        }

        output.CopyableLine($"Next: {ShellWords.Join("segment", "verify", path)}");
    }

    /// <summary>A stage for each kind of pass; its bar runs once for each pass over the file.</summary>
    private sealed class PassProgress(ProgressStages stages) : IProgress<StreamedProgress>
    {
        private StreamedStep? step;
        private IProgress<double>? stage;

        public void Report(StreamedProgress value)
        {
            if (step != value.Step)
            {
                step = value.Step;
                stage = stages.Start(value.Step switch
                {
                    StreamedStep.Measure => "Count and measure",
                    StreamedStep.Iterate => "Cluster",
                    _ => "Write",
                });
            }

            if (value.RowCount is int all)
            {
                stage!.Report((double)value.Rows / all);
            }
        }
    }
}
