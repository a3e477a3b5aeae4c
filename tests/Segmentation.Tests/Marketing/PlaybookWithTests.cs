using static Segmentation.Tests.Marketing.Playbooks;

namespace Segmentation.Tests.Marketing;

public sealed class PlaybookWithTests
{
    private const string Low = """{ "role": "age", "is": "low" }""";

    private static readonly Playbook Three = Of(File(Rule("a", Low), Rule("b", Low), Rule("c", Low)), "three.json");

    [Fact]
    public void With_RuleOfAnotherId_IsAddedAtTheEnd() =>
        Assert.Equal(["a", "b", "c", "d"], Ids(Three.With(Of(File(Rule("d", Low))))));

    [Fact]
    public void With_RemovedRule_IsGone() => Assert.Equal(["a", "c"], Ids(Three.With(Of(Changing("\"removes\": [\"b\"]")))));

    [Fact]
    public void With_ReplacedRule_IsTheNewOne()
    {
        Playbook together = Three.With(Of(Changing("\"replaces\": \"b\"", Rule("b", Low))));

        Assert.Equal([("a", "three.json"), ("c", "three.json"), ("b", "ours.json")], together.Rules.Select(rule => (rule.Id, rule.Source)));
    }

    [Fact]
    public void With_EverythingReplaced_LeavesOnlyTheOther() =>
        Assert.Equal(["b"], Ids(Three.With(Of(Changing("\"replaces\": [\"*\"]", Rule("b", Low))))));

    [Fact]
    public void With_SameIdUnannounced_SaysHowToReplaceIt() => Assert.EndsWith(
        "rule 'b': a rule of the three.json playbook has this \"id\"; choose another, or name it in \"replaces\" to take its place.",
        Fault(File(Rule("b", Low))),
        StringComparison.Ordinal);

    [Fact]
    public void With_UnknownIdRemoved_NamesTheNearest() => Assert.EndsWith(
        "\"removes\" names 'young-chanels', but there is no rule with that id. Did you mean 'young-channels'?",
        Assert.Throws<DataException>(() => Playbook.BuiltIn.With(Of(Changing("\"removes\": [\"young-chanels\"]")))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void With_ReplacedRuleThatTheFileLacks_SaysSo() => Assert.EndsWith(
        "\"replaces\" names 'b', but the file has no rule with that id to take its place; \"removes\" takes a rule out.",
        Fault(Changing("\"replaces\": [\"b\"]", Rule("d", Low))),
        StringComparison.Ordinal);

    private static string Fault(string json) =>
        Assert.Throws<DataException>(() => Three.With(Of(json))).Message.Replace(Path.GetTempPath(), "", StringComparison.Ordinal);

    private static string Changing(string change, params string[] rules) => File(rules).Replace("\"rules\"", $"{change}, \"rules\"", StringComparison.Ordinal);

    private static string[] Ids(Playbook playbook) => [.. playbook.Rules.Select(rule => rule.Id)];
}
