using System.CommandLine;

namespace Segmentation.Cli;

/// <summary>A subcommand: declares its arguments and options, and runs.</summary>
internal abstract class Subcommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines, without the word <c>segment</c>, that end the help text.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    /// <summary>
    /// Does the work. A <see cref="DataException"/> is how it ends with a message; under <c>--json</c> nothing is on
    /// standard output then, unless the document itself says what is wrong.
    /// </summary>
    public abstract void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken);
}
