namespace Segmentation;

/// <summary>
/// What a column of yes and no says of a customer: "has partner" and "no partner", "graduated" and "not graduated". The
/// forms differ after "mostly": "mostly with partner".
/// </summary>
/// <param name="Yes">Said of customers who have it.</param>
/// <param name="No">Said of customers who do not.</param>
/// <param name="WithYes">The same as <paramref name="Yes"/> after an adverb.</param>
/// <param name="WithNo">The same as <paramref name="No"/> after an adverb.</param>
internal sealed record FlagWords(string Yes, string No, string WithYes, string WithNo)
{
    private static readonly HashSet<string> YesLevels = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes", "y", "true", "t", "1", "ja", "oui", "si", "sí", "sì", "sim", "tak", "ano", "да",
    };

    private static readonly HashSet<string> NoLevels = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "n", "false", "f", "0", "nein", "nee", "non", "não", "nao", "nie", "ne", "nej", "нет",
    };

    private static readonly HashSet<string> Being = ["is", "are", "was"];

    private static readonly HashSet<string> Having = ["has", "have", "had", "with"];

    private static readonly HashSet<string> Asking =
        ["would", "do", "does", "did", "will", "can", "could", "should", "how", "what", "which", "who", "why", "when", "where", "any", "no", "not"];

    /// <summary>Verbs in the third person whose stem is left without their s.</summary>
    private static readonly HashSet<string> Doing = ["owns", "uses", "buys", "likes", "wants", "lives", "works", "drives", "reads", "plays", "rents"];

    /// <summary>What a customer is, not has: persons and properties.</summary>
    private static readonly HashSet<string> States =
    [
        "citizen", "member", "customer", "client", "subscriber", "student", "owner", "homeowner", "smoker", "employee", "resident",
        "user", "buyer", "parent", "pensioner", "graduate", "manager", "tenant", "veteran", "guest",
        "active", "inactive", "male", "female", "single", "divorced", "abroad", "alone", "online", "offline", "vip", "premium", "new", "foreign", "urban", "rural", "loyal",
    ];

    private static readonly HashSet<string> NoParticiples = ["speed", "need", "feed", "seed", "breed", "deed", "shed"];

    private static readonly Dictionary<string, string> Outcomes = new(StringComparer.Ordinal)
    {
        ["churn"] = "churned",
        ["attrition"] = "left",
        ["default"] = "defaulted",
        ["response"] = "responded",
        ["complain"] = "complained",
        ["conversion"] = "converted",
        ["exit"] = "left",
    };

    private static readonly HashSet<string> Kinds =
        ["gender", "sex", "geschlecht", "sexe", "type", "region", "channel", "code", "kind", "store", "city", "country", "branch", "postcode", "zip", "plz", "cluster", "segment"];

    /// <summary>Columns whose 0 and 1 stand for two kinds of something, not for no and yes.</summary>
    private static readonly HashSet<string> Coded =
    [
        "gender", "sex", "geschlecht", "sexe", "type", "region", "channel", "class", "category", "group", "cluster", "segment", "code", "status", "level",
        "kind", "store", "city", "country", "area", "state", "branch", "variant", "arm", "version", "label", "target", "wave",
    ];

    /// <summary>Whether a level means yes (true) or no (false); null for any other.</summary>
    public static bool? Side(string level) =>
        YesLevels.Contains(level.Trim()) ? true : NoLevels.Contains(level.Trim()) ? false : null;

    /// <summary>Whether the name says that a number stands for a kind ("Region", "Channel"): high and low then mean nothing.</summary>
    public static bool IsCode(string column) => PlainText.Words(column) is [.., string last] && Kinds.Contains(last);

    /// <summary>The words for a column whose levels are yes and no, or 1 and 0.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="yes">How the column writes yes, for one whose name cannot stand alone: "gender 1".</param>
    /// <param name="no">How it writes no.</param>
    public static FlagWords Of(string column, string yes, string no)
    {
        string[] words = [.. PlainText.Words(column)];
        if (words.Length == 0)
        {
            words = ["column"];
        }

        string all = string.Join(' ', words);
        string rest = string.Join(' ', words.Skip(1));
        (string first, string last) = (words[0], words[^1]);
        return words switch
        {
            _ when Coded.Contains(last) => Alike($"{all} {yes.ToLowerInvariant()}", $"{all} {no.ToLowerInvariant()}"),
            [string only] when Outcomes.TryGetValue(only, out string? outcome) => State(outcome),
            [_, _, ..] when Asking.Contains(first) => Alike($"yes to {all}", $"no to {all}"),
            [_, _, ..] when Being.Contains(first) => State(rest),
            [_, _, ..] when Having.Contains(first) => Possession(rest),
            [_, _, ..] when Doing.Contains(first) => Alike(all, $"does not {first[..^1]} {rest}"),
            [_, _, ..] when first == "ever" => Alike(all, $"never {rest}"),
            _ when States.Contains(last) || IsParticiple(last) || IsParticiple(first) => State(all),
            _ => Possession(all),
        };
    }

    private static FlagWords Alike(string yes, string no) => new(yes, no, yes, no);

    private static FlagWords State(string state) => Alike(state, $"not {state}");

    private static FlagWords Possession(string thing) => new($"has {thing}", $"no {thing}", $"with {thing}", $"without {thing}");

    private static bool IsParticiple(string word) =>
        word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !NoParticiples.Contains(word);
}
