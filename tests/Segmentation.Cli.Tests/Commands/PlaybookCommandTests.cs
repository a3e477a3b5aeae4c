using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class PlaybookCommandTests : IDisposable
{
    private const string Rich = """
        { "format": "segmentation-playbook", "version": 1, "removes": ["young-channels"], "rules": [
          { "id": "ours", "when": [{ "role": "abilityToPay", "is": "high" }, { "column": "Income", "atLeast": 80 }],
            "then": { "family": "pricingAndPromotion", "stance": "discount", "action": "Act", "reason": "Because", "measure": "Sales" } }
        ] }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Playbook_NoFile_PrintsTheBuiltInOneAsItIs()
    {
        Invocation invocation = await Invocation.RunAsync("playbook");

        Assert.Equal(new Invocation(0, Playbook.BuiltInJson, ""), invocation);
    }

    [Fact]
    public async Task Playbook_ItsOwnPrint_IsAPlaybookThatContradictsNothing()
    {
        string file = folder.Write("copy.json", (await Invocation.RunAsync("playbook", "--json")).Output);

        Invocation invocation = await Invocation.RunAsync("playbook", file);

        int rules = Playbook.BuiltIn.Rules.Count;
        Assert.EndsWith(
            $"{file} is a playbook of {rules} rules. With it there are {rules} rules, 0 of them built in; {rules} built in are replaced or removed.\n",
            invocation.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Playbook_OwnFile_ShowsRulesAndWhatTheyContradict()
    {
        string file = folder.Write("ours.json", Rich);
        int rules = Playbook.BuiltIn.Rules.Count;

        Invocation invocation = await Invocation.RunAsync("playbook", file);

        Assert.Equal(
            $"""
            Rule  Family                 When
            ours  Pricing and promotion  role 'abilityToPay' is high; column 'Income' at least 80

            {file} is a playbook of 1 rule. With it there are {rules} rules, {rules - 1} of them built in; 1 built in is replaced or removed.
            Mind: 'best-customers-pricing' (built-in, FullPrice) and 'ours' (ours.json, Discount) contradict each other where both fire: 'ours' is kept there, for it is yours.
            Mind: 'untapped-means-pricing' (built-in, FullPrice) and 'ours' (ours.json, Discount) contradict each other where both fire: 'ours' is kept there, for it is yours.
            Mind: 'able-buyers-pricing' (built-in, FullPrice) and 'ours' (ours.json, Discount) contradict each other where both fire: 'ours' is kept there, for it is yours.

            """.ReplaceLineEndings("\n"),
            invocation.Output);
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
    }

    [Fact]
    public async Task Playbook_OwnFileAsJson_HasTheSame()
    {
        string file = folder.Write("ours.json", Rich);

        JsonNode document = JsonNode.Parse((await Invocation.RunAsync("playbook", file, "--json")).Output)!;

        Assert.Equal("ours", document["rules"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(["young-channels"], document["builtInGone"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal(3, document["contradictions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Playbook_BadFile_IsOneLine()
    {
        string file = folder.Write("ours.json", "{ \"format\": \"segmentation-playbook\", \"version\": 1,\n \"rules\": [ }");

        Invocation invocation = await Invocation.RunAsync("playbook", file);

        Assert.Equal((1, ""), (invocation.ExitCode, invocation.Output));
        Assert.StartsWith($"segment: {file}(2): is not JSON, column 13: ", invocation.Error, StringComparison.Ordinal);
        Assert.Equal(1, invocation.Error.Count(character => character == '\n'));
    }
}
