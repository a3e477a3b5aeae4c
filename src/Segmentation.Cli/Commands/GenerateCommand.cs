using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment generate</c>: writes the sample data that the project makes itself.</summary>
internal sealed class GenerateCommand : Subcommand
{
    private const string Mall = "mall";
    private const int DefaultCustomers = 200;
    private const int MostCustomers = 10_000_000;

    private readonly Argument<string> kind = CommonOptions.OneOfArgument(
        "KIND",
        "mall|transactions",
        "mall: age, income and spending score of customers; transactions: a year of their purchases.",
        Mall,
        "transactions");

    private readonly Option<int?> customers = CommonOptions.WholeNumber(
        "--customers", "N", $"Number of customers. [default: {DefaultCustomers}]", 1, MostCustomers);

    private readonly Option<int> seed = CommonOptions.Seed();
    private readonly Option<string> file = CommonOptions.OutFile();

    public GenerateCommand()
        : base("generate", "Makes sample data: the same file for the same seed.")
    {
        Arguments.Add(kind);
        Options.Add(customers);
        Options.Add(seed);
        Options.Add(file);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "generate mall --out mall_customers.csv",
        "generate transactions --customers 1000 --seed 7 --out transactions.csv",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        int number = arguments.GetValue(customers) ?? DefaultCustomers;
        int start = arguments.GetValue(seed);
        string path = arguments.GetRequiredValue(file);
        CustomerTable table = output.WithProgress(stages =>
        {
            stages.Start("Generate");
            CustomerTable made = arguments.GetValue(kind) == Mall
                ? SampleData.MallCustomers(number, start)
                : SampleData.Transactions(number, start);
            stages.Start("Write");
            AtomicFile.WriteText(path, made.WriteCsv, cancellationToken);
            return made;
        });
        output.Document(() => new JsonObject
        {
            ["file"] = path,
            ["rows"] = table.RowCount,
            ["customers"] = number,
            ["seed"] = start,
        });
        output.Done($"{path}: {NumberText.Counted(table.RowCount, "row")}, made with seed {start}.");
    }
}
