using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment audit DATA</c>: what the preparation will do to the segments, before there are any.</summary>
internal sealed class AuditCommand : Subcommand
{
    private readonly DataFile data = new();
    private readonly PipelineOptions options = new();

    public AuditCommand()
        : base("audit", "Says what scaling, encoding and missing values will do to the segments.")
    {
        data.AddTo(this);
        options.AddPreparationTo(this);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "audit customers.csv",
        "audit customers.csv --features \"Gender,Age,Income\"",
        "audit customers.csv --encode \"Revenue=log\" --weight \"Gender=0.5\"",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        (CustomerTable table, PreparationAudit audit) = output.WithProgress(stages =>
        {
            stages.Start("Load");
            CustomerTable loaded = data.Load(arguments, cancellationToken);
            stages.Start("Audit");
            return (loaded, PreparationAudit.Of(loaded, options.Preprocessor(arguments)));
        });
        cancellationToken.ThrowIfCancellationRequested();
        output.Document(() => ToJson(table, audit));
        AuditFinding? first = audit.Warnings.FirstOrDefault(finding => finding.Kind <= AuditKind.TotalRows);
        if (first is not null)
        {
            output.Line(first.Message);
        }

        AuditFinding[] warnings = [.. audit.Warnings.Where(finding => finding != first)];
        output.Line(warnings.Length == 0
            ? $"Nothing in the preparation of {NumberText.Customers(table.RowCount)} is likely to harm the segments."
            : $"{(warnings.Length == 1 ? "1 thing" : $"{warnings.Length} things")} in the preparation of {NumberText.Customers(table.RowCount)} may harm the segments, the most serious first:");
        Show(output, warnings);
        AuditFinding[] notes = [.. audit.Findings.Where(finding => !finding.IsWarning)];
        if (notes.Length > 0)
        {
            output.Heading("Also");
            Show(output, notes);
        }
    }

    private static void Show(CommandOutput output, AuditFinding[] findings)
    {
        foreach (AuditFinding finding in findings)
        {
            output.Line($"- {finding.Message}");
        }
    }

    private static JsonObject ToJson(CustomerTable table, PreparationAudit audit) => new()
    {
        ["rows"] = table.RowCount,
        ["warnings"] = audit.Warnings.Count(),
        ["findings"] = new JsonArray([.. audit.Findings.Select(finding => new JsonObject
        {
            ["kind"] = Words(finding.Kind),
            ["warning"] = finding.IsWarning,
            ["columns"] = new JsonArray([.. finding.Columns.Select(column => JsonValue.Create(column))]),
            ["message"] = finding.Message,
            ["numbers"] = new JsonObject(finding.Numbers.Select(number => KeyValuePair.Create(number.Key, (JsonNode?)JsonValue.Create(number.Value)))),
        })]),
    };

    private static string Words(AuditKind kind) => $"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}";
}
