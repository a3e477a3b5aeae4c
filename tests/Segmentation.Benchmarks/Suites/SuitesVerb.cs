using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace Segmentation.Benchmarks;

/// <summary>Runs the BenchmarkDotNet suites; what they write goes to artifacts/benchmarks below the current folder.</summary>
internal static class SuitesVerb
{
    private static readonly Argument<string[]> Rest = new("ARGUMENTS")
    {
        Description = "BenchmarkDotNet's own, such as --filter *Silhouette*; put -- before them.",
    };

    public static Command Create()
    {
        Command command = new("suites", "Runs the BenchmarkDotNet suites.") { Rest };
        command.SetAction(parsed =>
        {
            string[] arguments = parsed.GetValue(Rest) ?? [];
            BenchmarkSwitcher.FromAssembly(typeof(SuitesVerb).Assembly).Run(
                arguments.Length == 0 ? ["--filter", "*"] : arguments,
                DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "benchmarks")));
        });
        return command;
    }
}
