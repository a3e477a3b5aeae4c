using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>The life of a model by the built command: made, used, found to be out of date, and made anew.</summary>
public sealed class DriftProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DriftProcessTests()
    {
        Bash.SkipUnlessLinux();
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Process_GenerateRunScoreDriftRefitDrift_RefitsWhenTheCustomersChangeAndFitsThen()
    {
        Invocation made = await Bash.RunAsync(
            $$"""
            set -e; cd '{{folder.Path}}'
            segment generate mall --customers 400 --seed 1 --out old.csv
            segment generate mall --customers 300 --seed 2 --out new.csv
            segment run old.csv --features 'Annual Income (k$),Spending Score (1-100)' --k 5 --out out > /dev/null
            segment score out/model.json new.csv --out scored.csv
            awk -F, 'BEGIN { OFS = "," } NR > 1 { $4 += 25 } { print }' new.csv > richer.csv
            """);
        Assert.Equal((0, ""), (made.ExitCode, made.Output));

        Invocation same = await Bash.RunAsync($"segment drift '{folder.File("out/model.json")}' '{folder.File("new.csv")}' --fail-on watch");
        Invocation richer = await Bash.RunAsync($"cat '{folder.File("richer.csv")}' | segment drift '{folder.File("out/model.json")}' - --fail-on refit --json");

        Assert.Equal((0, ""), (same.ExitCode, same.Error));
        Assert.StartsWith("Verdict: keep.\n", same.Output, StringComparison.Ordinal);
        Assert.Equal((3, ""), (richer.ExitCode, richer.Error));
        Assert.Contains("\"verdict\": \"refit\"", richer.Output, StringComparison.Ordinal);

        Invocation refit = await Bash.RunAsync($"segment refit '{folder.File("out/model.json")}' '{folder.File("richer.csv")}' --out '{folder.File("new-model.json")}'");
        Invocation after = await Bash.RunAsync($"segment drift '{folder.File("new-model.json")}' '{folder.File("richer.csv")}' --fail-on watch");

        Assert.Equal(0, refit.ExitCode);
        Assert.Equal((0, ""), (after.ExitCode, after.Error));
        Assert.StartsWith("Verdict: keep.\n", after.Output, StringComparison.Ordinal);
    }
}
