using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment playbook [FILE]</c>: prints the built-in playbook to copy, or checks one.</summary>
internal sealed class PlaybookCommand : Subcommand
{
    private readonly Argument<string?> file = new("FILE")
    {
        Description = "A playbook to check; without it the built-in one is printed, to copy and change.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public PlaybookCommand()
        : base("playbook", "Prints the rules behind the recommendations, or checks rules of your own.")
    {
        Arguments.Add(file);
    }

    public override IReadOnlyList<string> Examples => ["playbook", "playbook our-playbook.json"];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(file) is not string path)
        {
            output.Document(() => JsonNode.Parse(Playbook.BuiltInJson)!);
            foreach (string line in Playbook.BuiltInJson.TrimEnd('\n').Split('\n'))
            {
                output.CopyableLine(line);
            }

            return;
        }

        Playbook own = Playbook.Load(path);
        Playbook together = Playbook.BuiltIn.With(own);
        output.Document(() => ToJson(path, own, together));
        Show(output, path, own, together);
    }

    private static void Show(CommandOutput output, string path, Playbook own, Playbook together)
    {
        if (own.Rules.Count > 0)
        {
            TextTable table = new("Rule", "Family", "When");
            foreach (PlaybookRule rule in own.Rules)
            {
                table.Add(rule.Id, ResultText.Title(rule.Family), rule.Conditions.Count == 0 ? "no other rule fires" : string.Join("; ", rule.Conditions));
            }

            output.Table(table);
            output.Line();
        }

        string[] gone = Gone(together);
        output.Line(
            $"{path} is a playbook of {Rules(own.Rules.Count)}. With it there are {Rules(together.Rules.Count)}, "
            + $"{together.Rules.Count(rule => rule.IsBuiltIn)} of them built in; {gone.Length} built in {NumberText.Are(gone.Length)} replaced or removed.");
        foreach ((PlaybookRule one, PlaybookRule other) in together.PossibleContradictions())
        {
            output.Line($"Mind: {Side(one)} and {Side(other)} contradict each other where both fire{Settled(one, other)}.");
        }
    }

    private static string Settled(PlaybookRule one, PlaybookRule other) => one.IsBuiltIn == other.IsBuiltIn
        ? ": both are kept and marked"
        : $": '{(one.IsBuiltIn ? other : one).Id}' is kept there, for it is yours";

    private static string Side(PlaybookRule rule) => $"'{rule.Id}' ({rule.Source}, {rule.Stance})";

    private static string[] Gone(Playbook together) =>
        [.. Playbook.BuiltIn.Rules.Where(rule => !together.Rules.Contains(rule)).Select(rule => rule.Id)];

    private static string Rules(int count) => count == 1 ? "1 rule" : $"{count} rules";

    private static JsonObject ToJson(string path, Playbook own, Playbook together) => new()
    {
        ["file"] = path,
        ["rules"] = new JsonArray([.. own.Rules.Select(rule => new JsonObject
        {
            ["id"] = rule.Id,
            ["family"] = ResultText.Title(rule.Family),
            ["when"] = new JsonArray([.. rule.Conditions.Select(condition => JsonValue.Create(condition))]),
        })]),
        ["withBuiltIn"] = together.Rules.Count,
        ["builtInGone"] = new JsonArray([.. Gone(together).Select(id => JsonValue.Create(id))]),
        ["contradictions"] = new JsonArray([.. together.PossibleContradictions().Select(pair => new JsonArray(pair.One.Id, pair.Other.Id))]),
    };
}
