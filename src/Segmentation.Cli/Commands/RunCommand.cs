using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment run DATA --out DIR</c>: from a file of customers to named segments with recommendations.</summary>
internal sealed class RunCommand : Subcommand
{
    /// <summary>More columns than this make a table that nobody reads.</summary>
    private const int MostColumns = 6;

    private readonly DataFile data = new();
    private readonly PipelineOptions options = new();
    private readonly Option<int?> clusterCount = CommonOptions.WholeNumber(
        "--k", "K", "The number of segments. [default: the one that the data support]", 1, PipelineOptions.MostClusters);

    private readonly Option<bool> requireStructure = new("--require-structure")
    {
        Description = "Fail, with the scan, where the data support no number of segments, instead of dividing the customers all the same.",
    };

    private readonly Option<bool> reasons = new("--reasons")
    {
        Description = "Write reasons.csv too: why each customer is in their segment, and how close the next one is.",
    };

    private readonly ExperimentOptions experiment = new();
    private readonly Option<int?> stabilitySamples = CommonOptions.WholeNumber(
        "--stability-samples", "N", "Bootstrap samples that tell how stable each segment is; 0 asks none. [default: 100]", 0, 10_000);

    private readonly ValueOptions valueOptions = new();
    private readonly BudgetOptions budgetOptions = new();

    private readonly Option<string?> names = new("--names")
    {
        HelpName = "FILE",
        Description = "Names of your own by segment number, as JSON {\"1\": \"Regulars\"} or CSV with the columns segment and name. [default: names made from the evidence]",
    };

    private readonly Option<string?> playbook = new("--playbook")
    {
        HelpName = "FILE",
        Description = "Rules of your own for the recommendations, added to the built-in ones; see 'segment playbook'.",
    };

    private readonly Option<string> folder = CommonOptions.OutFolder();
    private readonly Option<bool> open = new("--open")
    {
        Description = "Open the report in the browser when it is written; --json opens nothing.",
    };

    public RunCommand()
        : base("run", "Makes segments of a file of customers: names, profiles, recommendations, a report.")
    {
        data.AddTo(this);
        options.AddTo(this);
        Options.Add(clusterCount);
        Options.Add(requireStructure);
        Options.Add(reasons);
        experiment.AddTo(this);
        Options.Add(stabilitySamples);
        valueOptions.AddTo(this);
        budgetOptions.AddTo(this);
        Options.Add(names);
        Options.Add(playbook);
        Options.Add(folder);
        Options.Add(open);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "run customers.csv --out out",
        "run customers.csv --features \"Income,Spending\" --k 5 --scale none --out out",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        string path = arguments.GetRequiredValue(folder);
        SegmentationPipeline usual = options.Pipeline(arguments);
        SegmentationPipeline pipeline = usual with
        {
            ClusterCount = arguments.GetValue(clusterCount),
            RequiresStructure = arguments.GetValue(requireStructure),
            Experiment = experiment.Design(arguments),
            Names = arguments.GetValue(names) is string file ? SegmentNameFile.Load(file) : new Dictionary<int, string>(),
            Playbook = arguments.GetValue(playbook) is string rules ? Playbook.BuiltIn.With(Playbook.Load(rules)) : Playbook.BuiltIn,
            StabilitySamples = arguments.GetValue(stabilitySamples) ?? usual.StabilitySamples,
            ValueColumn = valueOptions.Column(arguments),
            ValueBeforeColumn = valueOptions.ColumnBefore(arguments),
            Budget = budgetOptions.Allocation(arguments),
        };

        // Read and opened first, so that what cannot be used is found out before the work and not after it.
        bool withReasons = arguments.GetValue(reasons);
        using ResultFolder results = ResultFolder.Open(
            path, [.. ResultFiles.NamesFor(pipeline), .. withReasons ? [ReasonsExport.FileName] : Array.Empty<string>()]);
        SegmentationResult result = output.WithProgress(stages =>
        {
            stages.Start("Load");
            CustomerTable table = data.Load(arguments, cancellationToken);
            StageProgress progress = new(stages.Start("Cluster and choose the number of segments"));
            SegmentationResult made = StructureRefusal.OrResult(
                output, table, pipeline, ShellWords.Again(arguments, new RunCommand()), () => pipeline.Run(table, progress, cancellationToken));
            stages.Start("Write");
            JsonObject record = data.Record(arguments);
            record.Insert(0, "command", "run");
            record["reasons"] = withReasons;
            record["playbook"] = arguments.GetValue(playbook);
            budgetOptions.Record(record, arguments);
            ResultFiles.Write(made, results, record, cancellationToken);
            return made;
        });
        output.Document(() => ResultExport.Summary(result));
        Show(arguments, output, result, path);
        if (arguments.GetValue(open) && !output.IsJson)
        {
            BrowserPage.Open(Path.Combine(path, "report.html"), output);
        }
    }

    private void Show(ParseResult arguments, CommandOutput output, SegmentationResult result, string path)
    {
        if (result.Summary.Findings.FirstOrDefault(finding => finding.DoubtsCustomers) is Finding doubt)
        {
            output.Line(doubt.Message);
        }

        foreach (string sentence in result.DataUse.Sentences)
        {
            output.Line(sentence);
        }

        output.Line();
        IReadOnlyList<int> shown = result.MostTellingFeatures(MostColumns);
        output.Table(SegmentTable(result, shown));
        int more = result.Preprocessor.Features.Count - shown.Count;
        if (more > 0)
        {
            output.Line($"And {NumberText.Counted(more, "more column")} in profiles.csv; shown are the {shown.Count} that tell the segments apart most.");
        }

        OutcomeTable.Show(output, result);
        VerdictTables.Show(output, result.Combinations);
        output.Line();
        output.Line($"{ResultText.Count(result)} {ResultText.Sureness(result)}");
        foreach (string sentence in ResultText.AgainstDivision(result))
        {
            output.Line(sentence);
        }

        if (result.Stability is ClusterStability stability)
        {
            output.Line(StabilityText.Of(stability, result.Profiles));
        }

        output.Line(string.Join("; ", result.Profiles.Select(profile =>
            $"{profile.Segment} {profile.Name} ({NumberText.Percent(profile.Share)})")) + ".");
        if (result.Rules is SegmentRules rules)
        {
            output.Line($"Rules: {Shown.Count(rules.Tree.Leaves.Count)} sets of thresholds put {NumberText.Percent(rules.Fidelity)} of the customers into their segment.");
        }

        ValueOptions.Show(output, result);
        if (result.Budget is BudgetPlan budget)
        {
            BudgetTables.Show(output, budget, everyScenario: false);
        }

        if (result.Value is not null || result.Budget is not null)
        {
            output.Line();
        }

        WarningLines.Show(output, [.. ResultText.FurtherWarnings(result).Where(warning => !result.Summary.Findings.Any(said => said.DoubtsCustomers && said.Message == warning))]);
        output.CopyableLine($"Report: {Path.Combine(path, "report.html")}");
        output.CopyableLine($"Next: {NextCommand(arguments, result, path)}");
    }

    /// <summary>A closer look at k where it is in doubt, else the check that the result is whole.</summary>
    private string NextCommand(ParseResult arguments, SegmentationResult result, string path)
    {
        ClusterCountVerdict verdict = result.Verdict;
        bool isSure = verdict.Confidence == Confidence.High && verdict.RecommendedCount == result.Profiles.Count;
        return isSure || data.IsStandardInput(arguments)
            ? ShellWords.Join("segment", "verify", path)
            : ShellWords.Again(arguments, new ChooseKCommand());
    }

    private static TextTable SegmentTable(SegmentationResult result, IReadOnlyList<int> features)
    {
        string[] stability = result.Stability is null ? [] : ["Stability"];
        TextTable table = new(["#Segment", "Name", "#Customers", "#Share", .. stability, .. features.Select(feature => $"#{result.Preprocessor.FeatureNames[feature]}")]);
        foreach (SegmentProfile profile in result.Profiles)
        {
            IReadOnlyList<double?> means = result.MeansOf(profile.Segment);
            table.Add(
            [
                Shown.Count(profile.Segment), profile.Name, Shown.Count(profile.Size), Shown.Percent(profile.Share),
                .. result.Stability is ClusterStability known ? new[] { VerdictText.Word(known.Clusters[profile.Segment - 1].Grade) } : [],
                .. features.Select(feature => means[feature] is double mean ? NumberText.Of(mean) : null),
            ]);
        }

        return table;
    }
}
