using System.CommandLine;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment notebooks run|verify</c>: runs notebooks without an editor.</summary>
internal sealed class NotebooksCommand : Subcommand
{
    private const string RunAction = "run";
    private const string VerifyAction = "verify";

    private readonly Argument<string> action = CommonOptions.OneOfArgument(
        "ACTION",
        $"{RunAction}|{VerifyAction}",
        "run: runs the cells and keeps their outputs; verify: runs them and compares with the outputs in the files.",
        RunAction,
        VerifyAction);

    private readonly NotebooksOptions options = new();

    public NotebooksCommand()
        : base("notebooks", "Runs notebooks: with your own values, as pages to present, or to check their outputs.")
    {
        Arguments.Add(action);
        options.AddTo(this);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "notebooks run",
        "notebooks run notebooks/08-your-own-data.ipynb --set dataFile=customers.csv --out out",
        "notebooks run notebooks/05-the-segments.ipynb --out out --html slides",
        "notebooks run notebooks/08-your-own-data.ipynb --list-parameters",
        "notebooks verify",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        NotebooksRequest request = options.Read(arguments);
        if (arguments.GetValue(action) == VerifyAction)
        {
            request.CheckForVerify();
            new NotebooksVerify(request, output).Run(cancellationToken);
        }
        else if (request.ListParameters)
        {
            new NotebooksParameters(request, output).Show();
        }
        else
        {
            request.CheckForRun();
            new NotebooksRun(request, output).Run(cancellationToken);
        }
    }
}
