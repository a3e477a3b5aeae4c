using System.CommandLine;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment describe DATA</c>: what a file holds, before anything is computed from it.</summary>
internal sealed class DescribeCommand : Subcommand
{
    private readonly DataFile data = new();

    public DescribeCommand()
        : base("describe", "Shows what a file holds: its columns, their values, what deserves attention.")
    {
        data.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["describe customers.csv", "describe customers.csv --json"];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        (CustomerTable table, TableSummary summary) = output.WithProgress(stages =>
        {
            stages.Start("Load");
            CustomerTable loaded = data.Load(arguments, cancellationToken);
            stages.Start("Summarise");
            return (loaded, TableSummary.Of(loaded));
        });
        cancellationToken.ThrowIfCancellationRequested();
        LoadReport report = table.LoadReport!;
        output.Document(() => DescriptionJson.Of(summary, report));
        new DescriptionText(output).Show(summary, report);
    }
}
