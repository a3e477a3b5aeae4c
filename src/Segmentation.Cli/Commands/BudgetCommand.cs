using System.CommandLine;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment budget DIR --budget AMOUNT</c>: how money is best spent over the segments of a result.</summary>
internal sealed class BudgetCommand : Subcommand
{
    private readonly Argument<string> folder = new("DIR") { Description = "A folder that 'segment run' wrote." };
    private readonly BudgetOptions options = new();

    private readonly Option<string?> offers = new("--offers")
    {
        HelpName = "FILE",
        Description = "Offers to choose from, at most one for each segment: CSV or JSON with segment (* for all), offer, cost, response, value.",
    };

    private readonly Option<string?> file = new("--out")
    {
        HelpName = "FILE",
        Description = "A CSV file to write the plan to; an existing one is replaced once the new one is complete.",
    };

    public BudgetCommand()
        : base("budget", "Spreads a budget over the segments of a result, so that the expected return is highest.")
    {
        Arguments.Add(folder);
        options.AddTo(this, required: true);
        Options.Add(offers);
        Options.Add(file);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "budget out --budget 5000",
        "budget out --budget 5000 --assumptions assumptions.csv --out plan.csv",
        "budget out --budget 5000 --offers offers.csv",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        BudgetAllocation allocation = options.Allocation(arguments)!;
        IReadOnlyList<BudgetSegment> segments = BudgetSegment.ReadFrom(arguments.GetRequiredValue(folder), cancellationToken);
        if (arguments.GetValue(offers) is string path)
        {
            OfferSelection selection = new(allocation.Budget) { Rule = allocation.Rule, Assumptions = allocation.Assumptions };
            OfferPlan chosen = selection.Plan(segments, path, cancellationToken);
            Write(arguments, output, chosen.WriteCsv, cancellationToken);
            output.Document(chosen.ToJson);
            BudgetTables.Show(output, chosen);
        }
        else
        {
            BudgetPlan plan = allocation.Plan(segments);
            Write(arguments, output, writer => BudgetExport.WriteCsv(plan, writer), cancellationToken);
            output.Document(() => BudgetExport.Summary(plan));
            BudgetTables.Show(output, plan, everyScenario: true);
        }
    }

    private void Write(ParseResult arguments, CommandOutput output, Action<TextWriter> write, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(file) is string path)
        {
            AtomicFile.WriteText(path, write, cancellationToken);
            output.Done($"{path}: the plan.");
        }
    }
}
