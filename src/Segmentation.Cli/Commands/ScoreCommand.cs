using System.CommandLine;
using static System.FormattableString;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment score MODEL DATA --out FILE</c>: which segment each customer of another file belongs to.</summary>
internal sealed class ScoreCommand : Subcommand
{
    /// <summary>More customers unlike the training ones than this, where one in a hundred is usual, deserve a warning.</summary>
    private const double ManyUnlike = 0.05;

    /// <summary>A warning names no more reasons than this.</summary>
    private const int MostReasons = 3;

    private readonly Argument<string> modelFile = ModelFile.Argument();
    private readonly DataFile data = new();
    private readonly Option<string> file = CommonOptions.OutFile();

    public ScoreCommand()
        : base("score", "Gives customers the segments of a saved model, row by row in a file of any size.")
    {
        Arguments.Add(modelFile);
        data.AddForScoringTo(this);
        Options.Add(file);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "score out/model.json new_customers.csv --out scored.csv",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        string path = arguments.GetRequiredValue(file);
        SegmentationModel model = SegmentationModel.Load(arguments.GetRequiredValue(modelFile));
        ScoringSummary summary = output.WithProgress(stages =>
        {
            IProgress<double> stage = stages.Start("Score");
            ScoringSummary? scored = null;
            AtomicFile.WriteText(path, writer => scored = ThatHasSegments(Score(model, arguments, writer, stage, cancellationToken), data.SourceName(arguments)), cancellationToken);
            return scored!;
        });
        output.Document(() => ModelFile.Document(arguments.GetRequiredValue(modelFile), path, summary.ToJson()));
        Show(output, summary, path);
    }

    private ScoringSummary Score(
        SegmentationModel model, ParseResult arguments, TextWriter writer, IProgress<double> stage, CancellationToken cancellationToken)
    {
        CsvOptions options = data.ReadingOptions(arguments);
        if (!data.IsStandardInput(arguments))
        {
            return model.ScoreCsv(data.SourceName(arguments), writer, options, stage, cancellationToken);
        }

        using Stream input = Console.OpenStandardInput();
        return model.ScoreCsv(input, data.SourceName(arguments), writer, options, stage, cancellationToken);
    }

    /// <summary>The summary of a file of which some row has a segment, or which has no rows.</summary>
    /// <exception cref="DataException">Not one row has; nothing is written then.</exception>
    private static ScoringSummary ThatHasSegments(ScoringSummary summary, string source)
    {
        if (summary is not { Scored: 0, FirstFault: ScoringFault fault })
        {
            return summary;
        }

        string nobody = summary.Rows == 1 ? "The only row gets no segment" : $"Not one of {NumberText.Counted(summary.Rows, "row")} gets a segment";
        throw new DataException(
            source, fault.Line, $"{fault.Message} {nobody}, and nothing was written.{(fault.Remedy is null ? string.Empty : $" {fault.Remedy}")}");
    }

    private static void Show(CommandOutput output, ScoringSummary summary, string path)
    {
        // The file may be standard output, so that everything is said on standard error.
        if (summary.Doubt is Finding doubt)
        {
            output.Done(doubt.Message);
        }

        output.Done(Invariant($"{path}: {Counted(summary.Scored)} of {NumberText.Customers(summary.Rows)} {(summary.Scored == 1 ? "has" : "have")} a segment."));
        foreach (ScoredSegment segment in summary.Segments)
        {
            output.Done(Invariant($"  {segment.Segment} {segment.Name}: {Counted(segment.Customers)}{Share(segment.Customers, summary)}"));
        }

        if (summary.NotScored > 0)
        {
            IEnumerable<string> reasons = summary.Problems.Take(MostReasons).Select(problem => $"{problem.Problem} ({Counted(problem.Rows)})");
            string others = summary.Problems.Count > MostReasons ? $" and {NumberText.Counted(summary.Problems.Count - MostReasons, "more reason")}" : string.Empty;
            output.Warn($"{Counted(summary.NotScored)} of {NumberText.Customers(summary.Rows)} {(summary.NotScored == 1 ? "has" : "have")} no segment: {string.Join(", ", reasons)}{others}.");
        }

        foreach (UnseenLevel level in summary.UnseenLevels.Take(MostReasons))
        {
            string then = level.IsOther ? "counts as 'other'" : "counts as none of the values that were";
            output.Warn(Invariant($"'{level.Level}' of '{level.Column}' ({NumberText.Customers(level.Count)}) was not in the training data and {then}."));
        }

        int more = summary.UnseenLevels.Count - MostReasons;
        if (more > 0)
        {
            output.Warn($"{NumberText.Counted(more, "more value")} {(more == 1 ? "was" : "were")} not in the training data.");
        }

        if (summary.UnlikeTraining is not long unlike)
        {
            output.Warn("the model has no training statistics, so that nobody can be told from the training customers; run it again to have them.");
        }
        else if (unlike > 0)
        {
            string customers = Invariant($"{Counted(unlike)} of {NumberText.Customers(summary.Scored)} {NumberText.Are(unlike)} unlike the training customers{Share(unlike, summary)}; 1% is usual.");
            if (unlike > ManyUnlike * summary.Scored)
            {
                output.Warn(customers);
            }
            else
            {
                output.Done(customers);
            }
        }
    }

    private static string Counted(long count) => Invariant($"{count:#,0}");

    private static string Share(long count, ScoringSummary summary) =>
        summary.Scored == 0 ? string.Empty : $" ({NumberText.Percent((double)count / summary.Scored)})";
}
