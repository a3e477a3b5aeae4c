using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>run --playbook in real processes: what a playbook changes, and that a bad one changes nothing.</summary>
public sealed class RunPlaybookTests : IDisposable
{
    private const string Formula = "=HYPERLINK(\\\"http://x\\\")";

    private readonly TemporaryFolder folder = new();

    public RunPlaybookTests()
    {
        Bash.SkipUnlessLinux();
        folder.Write("customers.csv", Customers.ThreeGroups());
    }

    private string File => folder.File("ours.json");

    private string Out => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("not JSON at all", "(1): is not JSON, column 2: 'not JSON at all' is an invalid JSON literal.")]
    [InlineData("{ \"format\": \"other\" }", ": this is not a playbook: it has no \"format\": \"segmentation-playbook\".")]
    [InlineData(
        """{ "format": "segmentation-playbook", "version": 1, "rulez": [] }""",
        ": there is no field 'rulez'. Did you mean 'rules'? Fields: format, version, description, replaces, removes, rules.\n")]
    [InlineData(
        """{ "format": "segmentation-playbook", "version": 1, "rules": [ { "id": "a", "when": [ { "column": "Incme", "below": 3 } ], "then": THEN } ] }""",
        ": rule 'a', condition 1: it can never fire: no column named 'Incme'. Did you mean 'Income'? Columns: Id, Income, Spending, Town.\n")]
    [InlineData(
        """{ "format": "segmentation-playbook", "version": 1, "rules": [ { "id": "a", "when": [ { "column": "Income", "below": 10, "atLeast": 20 } ], "then": THEN } ] }""",
        ": rule 'a': it can never fire: column 'Income' cannot be at least 20 and below 10 at once.\n")]
    [InlineData(
        """{ "format": "segmentation-playbook", "version": 1, "rules": [ { "id": "stands-out", "when": [ { "column": "Income", "below": 10 } ], "then": THEN } ] }""",
        ": rule 'stands-out': a rule of the built-in playbook has this \"id\"; choose another, or name it in \"replaces\" to take its place.\n")]
    [InlineData(null, ": no such file.\n")]
    public async Task Run_BadPlaybook_IsOneLineAndLeavesTheEarlierResult(string? content, string message)
    {
        Assert.Equal(0, (await Invocation.RunAsync("run", folder.File("customers.csv"), "--out", Out)).ExitCode);
        IReadOnlyDictionary<string, string> before = Customers.ContentOf(Out);
        if (content is not null)
        {
            folder.Write("ours.json", content.Replace("THEN", Then("Act"), StringComparison.Ordinal));
        }

        Invocation over = await RunAsync(Out);
        Invocation fresh = await RunAsync(folder.File("new"));

        Assert.Equal((1, ""), (over.ExitCode, over.Output));
        Assert.StartsWith($"segment: {File}{message}", over.Error, StringComparison.Ordinal);
        Assert.Equal(1, over.Error.Count(character => character == '\n'));
        Assert.Equal(over, fresh);
        Assert.Equal(before, Customers.ContentOf(Out));
        Assert.False(Directory.Exists(folder.File("new")));
    }

    [Fact]
    public async Task Run_FormulaInAText_IsShownAsTextEverywhere()
    {
        folder.Write("ours.json", $$"""
            { "format": "segmentation-playbook", "version": 1, "rules": [
              { "id": "=1+1", "when": [{ "column": "Income", "atLeast": 80 }], "then": {{Then(Formula + "<script>alert(1)</script>")}} } ] }
            """);

        Invocation invocation = await RunAsync(Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        string csv = Written("recommendations.csv");
        Assert.Contains(",'=1+1,ours.json,,\"'=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script>\",\"Because: ", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|,|\\n)\"?[=@]", csv);
        string report = Written("report.html");
        Assert.DoesNotContain("<script>alert(1)", report, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(", report, StringComparison.Ordinal);
        JsonNode advice = JsonNode.Parse(Written("summary.json"))!["recommendations"]!.AsArray().Single(item => item!["rule"]!.GetValue<string>() == "=1+1")!;
        Assert.Equal("=HYPERLINK(\"http://x\")<script>alert(1)</script>", advice["action"]!.GetValue<string>());
        Assert.Equal("ours.json", advice["source"]!.GetValue<string>());
    }

    [Fact]
    public async Task Run_Playbook_IsRecordedWithTheResult()
    {
        folder.Write("ours.json", """{ "format": "segmentation-playbook", "version": 1, "replaces": ["*"], "rules": [] }""");

        Invocation invocation = await RunAsync(Out);

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal(File, ResultJson.Options(Out)["playbook"]!.GetValue<string>());
        Assert.Empty(JsonNode.Parse(Written("summary.json"))!["recommendations"]!.AsArray());
    }

    [Fact]
    public async Task Run_PlaybookAndANumberThatTheDataDoNotSupport_ProposesACommandThatRuns()
    {
        folder.Write("ours.json", """{ "format": "segmentation-playbook", "version": 1, "rules": [] }""");

        Invocation run = await Bash.RunAsync($"segment run '{folder.File("customers.csv")}' --k 2 --playbook '{File}' --out '{Out}'");
        string next = run.Output.Split("Next: ")[1];
        Invocation proposed = await Bash.RunAsync(next);

        Assert.StartsWith("segment choose-k ", next, StringComparison.Ordinal);
        Assert.Equal((0, ""), (proposed.ExitCode, proposed.Error));
    }

    private Task<Invocation> RunAsync(string outFolder) => Bash.RunAsync(
        $"segment run '{folder.File("customers.csv")}' --playbook '{File}' --out '{outFolder}'");

    private string Written(string name) => System.IO.File.ReadAllText(Path.Combine(Out, name));

    private static string Then(string action) =>
        $$"""{ "family": "targeting", "action": "{{action}}", "reason": "Because", "measure": "Sales" }""";
}
