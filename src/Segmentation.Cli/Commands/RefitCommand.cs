using System.CommandLine;
using static System.FormattableString;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment refit MODEL DATA --out MODEL</c>: new customers, segments that keep their numbers and names.</summary>
internal sealed class RefitCommand : Subcommand
{
    private readonly Argument<string> modelFile = ModelFile.Argument();
    private readonly DataFile data = new();

    private readonly Option<string> file = new("--out")
    {
        HelpName = "FILE",
        Description = "The model to write; it may be the old one, which is replaced once the new one is complete.",
        Required = true,
    };

    private readonly Option<string?> oldData = Named("--old-data", "The file that the old model was made from: segments are matched on the ids in both files.");
    private readonly Option<string?> oldSegments = Named("--old-segments", "A segments.csv of the old run, instead of --old-data.");
    private readonly Option<string?> consensus = Named("--consensus", "Also write a CSV file with one segment for each customer that both know, from both groupings.");
    private readonly Option<string?> migration = Named("--migration", "Also write a CSV file with the customers of each pair of an old and a new segment.");
    private readonly Option<string?> figure = Named("--figure", "Also write the migration as a picture (SVG).");

    private readonly Option<bool> keepScaling = new("--keep-scaling")
    {
        Description = "Keep the old centers and scales of the features. [default: learn them from the new customers]",
    };

    private readonly Option<string> match = CommonOptions.OneOf(
        "--match", "What segments are matched by: customers where enough are known to both, else centroids.", "found", "customers", "centroids");

    private readonly Option<double?> blend = CommonOptions.Number(
        "--blend", "W", "Mix the centroids of segments that go on: W times the old and 1 - W times the new one. [default: 0]", 0, 1);

    private readonly Option<int?> k = CommonOptions.WholeNumber(
        "--k", "K", "The number of segments. [default: as many as before]", 1, PipelineOptions.MostClusters);

    private readonly Option<int?> restarts = CommonOptions.WholeNumber(
        "--restarts", "N", "How often K-Means starts afresh beside the start from the old centroids. [default: 10]", 1, 10_000);

    private readonly Option<int?> seed = CommonOptions.WholeNumber(
        "--seed", "S", "Start of the random numbers. [default: that of the old model]", int.MinValue, int.MaxValue);

    private readonly Option<int?> threads = CommonOptions.Threads();

    public RefitCommand()
        : base("refit", "Clusters new customers; segments that go on keep their numbers and names.")
    {
        Arguments.Add(modelFile);
        data.AddForModelTo(this);
        foreach (Option option in (Option[])[file, oldData, oldSegments, k, keepScaling, match, blend, consensus, migration, figure, restarts, seed, threads])
        {
            Options.Add(option);
        }
    }

    public override IReadOnlyList<string> Examples =>
    [
        "refit out/model.json new_customers.csv --out out/model.json",
        "refit out/model.json new_customers.csv --old-segments out/segments.csv --k 6 --out new.json",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(oldData) is not null && arguments.GetValue(oldSegments) is not null)
        {
            throw new DataException("Give --old-data or --old-segments, not both.");
        }

        string path = arguments.GetRequiredValue(file);
        AtomicFile.CheckDiffer([.. new[] { consensus, migration, figure }.Select(arguments.GetValue).OfType<string>(), path]);
        SegmentationModel old = SegmentationModel.Load(arguments.GetRequiredValue(modelFile));
        Finding? doubt = null;
        RefitResult result = output.WithProgress(stages =>
        {
            stages.Start("Load");
            CustomerTable table = data.Load(arguments, cancellationToken, old.IdColumn);
            doubt = CustomerRows.Doubt(table);
            RefitOldSegments? known = OldSegments(arguments, old, table);
            stages.Start("Refit");
            return RefitOf(arguments, old).Run(table, known, null, cancellationToken);
        });
        (string? Path, Action<TextWriter> Write)[] files =
        [
            (arguments.GetValue(consensus), writer => result.Consensus().WriteCsv(writer)),
            (arguments.GetValue(migration), result.Migration.WriteCsv),
            (arguments.GetValue(figure), writer => writer.Write(Chart.Migration(result.Migration).ToSvg())),

            // The model last: whoever finds it new finds the others too.
            (path, writer => writer.Write(result.Model.ToJson())),
        ];
        AtomicFile.WriteTexts([.. files.Where(file => file.Path is not null).Select(file => (file.Path!, file.Write))], cancellationToken);
        output.Document(() => ModelFile.Document(arguments.GetRequiredValue(modelFile), path, result.ToJson()));
        if (doubt is not null)
        {
            // The file may be standard output, so that everything is said on standard error.
            output.Done(doubt.Message);
        }

        Show(output, result, path);
    }

    private RefitOldSegments? OldSegments(ParseResult arguments, SegmentationModel old, CustomerTable table)
    {
        if (arguments.GetValue(oldData) is string oldFile)
        {
            return RefitOldSegments.Of(old, CustomerTable.Load(oldFile, data.ReadingOptions(arguments) with { IdColumn = table.Id?.Name }));
        }

        // The file is ours: its numbers and dates are not as those of the data may be, and its names are escaped.
        return arguments.GetValue(oldSegments) is string segments
            ? RefitOldSegments.FromSegments(old, CustomerTable.Load(segments, new CsvOptions { IdColumn = table.Id is null ? null : CsvCell.Text(table.Id.Name).ToString() }))
            : null;
    }

    private Refit RefitOf(ParseResult arguments, SegmentationModel old)
    {
        Refit refit = new(old)
        {
            ClusterCount = arguments.GetValue(k),
            Seed = arguments.GetValue(seed),
            Scaling = arguments.GetValue(keepScaling) ? RefitScaling.Keep : RefitScaling.Refit,
            Blend = arguments.GetValue(blend),
            Basis = arguments.GetValue(match) switch
            {
                "customers" => SegmentMatchingBasis.Customers,
                "centroids" => SegmentMatchingBasis.Centroids,
                _ => null,
            },
        };
        refit = arguments.GetValue(restarts) is int starts ? refit with { Restarts = starts } : refit;
        return arguments.GetValue(threads) is int count ? refit with { Threads = count } : refit;
    }

    private static void Show(CommandOutput output, RefitResult result, string path)
    {
        // The file may be standard output, so that everything is said on standard error.
        output.Done(Invariant($"{path}: {ResultText.Segments(result.Model.Segments.Count)} of {NumberText.Customers(result.Model.Training!.RowsClustered)}{(result.IsUnchanged ? ", unchanged" : string.Empty)}."));
        foreach (ModelSegment segment in result.Model.Segments)
        {
            output.Done(Invariant($"  {segment.Segment} {segment.Name}: {segment.Size}"));
        }

        foreach (string sentence in result.Sentences())
        {
            output.Done(sentence);
        }

        int left = result.Model.Training.RowsDropped;
        if (left > 0)
        {
            output.Warn($"{NumberText.Customers(left)} {(left == 1 ? "lacks a feature and was" : "lack a feature and were")} left out.");
        }

        if (!result.Agreement.AllowsCombining)
        {
            output.Warn("old and new disagree; look at each segment before its old name is used for the new one.");
        }
    }

    private static Option<string?> Named(string name, string description) => new(name) { HelpName = "FILE", Description = description };
}
