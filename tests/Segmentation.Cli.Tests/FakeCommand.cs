using System.CommandLine;

namespace Segmentation.Cli.Tests;

/// <summary>A command with every shared option, whose work is what the test gives it.</summary>
internal sealed class FakeCommand : Subcommand
{
    private readonly Action<FakeCommand, ParseResult, CommandOutput, CancellationToken> work;

    public FakeCommand(Action<FakeCommand, ParseResult, CommandOutput, CancellationToken>? work = null)
        : base("run", "Does what a test needs.")
    {
        this.work = work ?? ((_, _, _, _) => { });
        Arguments.Add(Data);
        Options.Add(Features);
        Options.Add(K);
        Options.Add(Scale);
        Options.Add(Seed);
        Options.Add(Threads);
        Options.Add(Out);
    }

    public Argument<string> Data { get; } = new("DATA") { Description = "A file." };

    public Option<IReadOnlyList<string>?> Features { get; } = CommonOptions.Features();

    public Option<int?> K { get; } = CommonOptions.WholeNumber(
        "--k", "K", "Number of segments. [default: the verdict's]", 2, int.MaxValue);

    public Option<string> Scale { get; } = CommonOptions.OneOf(
        "--scale", "How features are made comparable.", "standard", "minmax", "robust", "none");

    public Option<int> Seed { get; } = CommonOptions.Seed();

    public Option<int?> Threads { get; } = CommonOptions.Threads();

    public Option<string> Out { get; } = CommonOptions.OutFolder();

    public override IReadOnlyList<string> Examples => ["run customers.csv --out out", "run customers.csv --k 5 --out out"];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken) =>
        work(this, arguments, output, cancellationToken);
}
