using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment audience DIR --out DIR2</c>: the customers of each segment for an ad or mail platform, with a holdout.</summary>
internal sealed class AudienceCommand : Subcommand
{
    private readonly Argument<string> result = new("DIR") { Description = "A folder that 'segment run' wrote." };

    private readonly Option<IReadOnlyList<int>?> segments = new("--segments")
    {
        HelpName = "1,3",
        Description = "The segments to write, by number. [default: all]",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = SegmentNumbers,
    };

    private readonly ExperimentOptions experiment = new();
    private readonly Option<string> kind = CommonOptions.OneOf(
        "--split", "exact: the share to a customer. stable: nobody changes arms when the list grows, but the share is met only on average.", "exact", "stable");

    private readonly Option<int> seed = CommonOptions.Seed();

    private readonly Option<string?> data = new("--data")
    {
        HelpName = "FILE",
        Description = "The file the segments were made from, to find --value in; it is read as it was for them.",
    };

    private readonly Option<string?> value = new("--value")
    {
        HelpName = "COLUMN",
        Description = "A number such as spending whose mean the campaign is to raise; needs --data and --value-effect.",
    };

    private readonly Option<double?> valueEffect = CommonOptions.Number(
        "--value-effect", "RISE", "The rise of the mean of --value worth finding, in its unit.", 1e-300, double.MaxValue);

    private readonly Option<string> folder = CommonOptions.OutFolder();

    public AudienceCommand()
        : base("audience", "Writes the customers of each segment for a campaign, split into treatment and holdout.")
    {
        seed.Description = "Start of the chance: the same seed puts the same customer into the same arm.";
        Arguments.Add(result);
        Options.Add(segments);
        experiment.AddTo(this);
        Options.Add(kind);
        Options.Add(seed);
        Options.Add(data);
        Options.Add(value);
        Options.Add(valueEffect);
        Options.Add(folder);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "audience out --out audiences",
        "audience out --segments 1,3 --holdout 0.5 --baseline-rate 0.04 --effect 0.02 --out audiences",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        string source = arguments.GetRequiredValue(result);
        string path = arguments.GetRequiredValue(folder);
        HoldoutDesign design = experiment.Design(arguments);
        HoldoutSplit split = new()
        {
            HoldoutShare = design.HoldoutShare,
            Seed = arguments.GetValue(seed),
            Kind = arguments.GetValue(kind) == "stable" ? SplitKind.Stable : SplitKind.Exact,
        };
        (SegmentLists lists, IReadOnlyList<Audience> audiences) = output.WithProgress(stages =>
        {
            stages.Start("Load");
            SegmentLists read = SegmentLists.Read(source, cancellationToken);
            AudienceValue? values = Values(arguments, read);
            stages.Start("Split and write");
            IReadOnlyList<Audience> made = Audience.Of(Chosen(arguments, read, source), split, design, values, cancellationToken);
            using ResultFolder files = AudienceFiles.Open(path, made);
            AudienceFiles.Write(made, split, files, Asked(arguments, source, design), cancellationToken);
            return (read, made);
        });
        output.Document(() => ToJson(path, lists, audiences, split));
        Warn(output, lists);
        Show(output, audiences, path, arguments.GetValue(value));
    }

    private static IReadOnlyList<int>? SegmentNumbers(ArgumentResult result)
    {
        List<int> numbers = [];
        foreach (string part in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            {
                result.AddError($"--segments should be numbers of segments such as 1,3, but one is '{part}'.");
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers.Distinct()];
    }

    private SegmentList[] Chosen(ParseResult arguments, SegmentLists lists, string source)
    {
        if (lists.Lists.Count == 0)
        {
            throw new DataException($"No customer of {source} is in a segment and has an id.");
        }

        IReadOnlyList<int>? wanted = arguments.GetValue(segments);
        int unknown = wanted?.FirstOrDefault(number => lists.Lists.All(list => list.Segment != number)) ?? 0;
        return unknown == 0
            ? [.. lists.Lists.Where(list => wanted?.Contains(list.Segment) ?? true)]
            : throw new DataException(
                $"{source} has no segment {unknown}. Segments: {string.Join(", ", lists.Lists.Select(list => list.Segment))}.");
    }

    private AudienceValue? Values(ParseResult arguments, SegmentLists lists)
    {
        string? file = arguments.GetValue(data);
        string? column = arguments.GetValue(value);
        double? effect = arguments.GetValue(valueEffect);
        return (file, column, effect) switch
        {
            (null, null, null) => null,
            (not null, not null, double rise) => new AudienceValue(
                CustomerTable.Load(file, DataFile.ReadingOptions(
                    lists.Manifest.Options,
                    lists.IdName ?? throw new DataException("--value needs ids to find customers by: run 'segment run' again with --id COLUMN."))),
                column,
                rise),
            _ => throw new DataException("--data, --value and --value-effect belong together: give all three or none."),
        };
    }

    private JsonObject Asked(ParseResult arguments, string source, HoldoutDesign design) => new()
    {
        ["result"] = source,
        ["segments"] = arguments.GetValue(segments) is IReadOnlyList<int> numbers
            ? new JsonArray([.. numbers.Select(number => JsonValue.Create(number))])
            : null,
        ["baselineRate"] = design.BaselineRate,
        ["effect"] = design.Effect,
        ["data"] = arguments.GetValue(data),
        ["value"] = arguments.GetValue(value),
        ["valueEffect"] = arguments.GetValue(valueEffect),
    };

    private static void Warn(CommandOutput output, SegmentLists lists)
    {
        if (lists.IdName is null)
        {
            output.Warn(
                "the result has no ids: the customers are known by the number of their row, which no platform knows and which changes "
                + "with the file. Run 'segment run' again with --id COLUMN.");
        }

        if (lists.WithoutId > 0)
        {
            output.Warn($"in no audience for want of an id: {NumberText.Customers(lists.WithoutId)} of the segments.");
        }

        if (lists.Unassigned > 0)
        {
            output.Warn($"in no audience for want of a feature: {NumberText.Customers(lists.Unassigned)} in no segment.");
        }
    }

    private static void Show(CommandOutput output, IReadOnlyList<Audience> audiences, string path, string? value)
    {
        TextTable table = new("File", "#Segment", "Name", "#Treatment", "#Holdout", "#Shows from", "#Needed");
        foreach (Audience audience in audiences)
        {
            Holdout shown = audience.Experiment;
            table.Add(
                audience.FileName, Shown.Count(audience.List.Segment), audience.List.Name, Shown.Count(shown.Treatment), Shown.Count(shown.HeldOut),
                shown.SmallestEffect is double smallest ? NumberText.Counted(100 * smallest, "point") : "nothing", Shown.Count(shown.NeededCustomers));
        }

        output.Table(table);
        output.Line();
        foreach (Audience audience in audiences)
        {
            output.Line($"{audience.Name}: {audience.Experiment.Describe()}");
            if (value is not null)
            {
                string shown = audience.ValueExperiment?.Describe() ?? "fewer than 2 different values are known of these customers.";
                output.Line($"{audience.Name} by {value}: {shown}");
            }
        }

        output.Line($"Keep {Path.Combine(path, AudienceFiles.KeyName)} to yourself: it has the real names. Upload the audience files only.");
        output.CopyableLine($"Next: {ShellWords.Join("segment", "verify", path)}");
    }

    private static JsonObject ToJson(string path, SegmentLists lists, IReadOnlyList<Audience> audiences, HoldoutSplit split) => new()
    {
        ["folder"] = path,
        ["id"] = lists.IdName,
        ["holdout"] = split.HoldoutShare,
        ["split"] = split.Kind.ToString().ToLowerInvariant(),
        ["seed"] = split.Seed,
        ["unassigned"] = lists.Unassigned,
        ["withoutId"] = lists.WithoutId,
        ["audiences"] = new JsonArray([.. audiences.Select(audience => new JsonObject
        {
            ["audience"] = audience.Name,
            ["file"] = audience.FileName,
            ["segment"] = audience.List.Segment,
            ["name"] = audience.List.Name,
            ["experiment"] = ResultExport.Experiment(audience.Experiment),
            ["valueExperiment"] = audience.ValueExperiment is Holdout mean ? ResultExport.Experiment(mean) : null,
        })]),
    };
}
