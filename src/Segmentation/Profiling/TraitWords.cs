namespace Segmentation;

/// <summary>
/// Traits in a few words: "high income", "younger", "mostly North". The word follows the effect: below 0.25 overall
/// standard deviations it is average, up to 0.5 above or below average, up to 1.5 high or low, beyond that very high or
/// very low.
/// </summary>
internal sealed class TraitWords
{
    /// <summary>Below this effect a number is called average.</summary>
    public const double AverageEffect = 0.25;

    private const double VeryEffect = 1.5;
    private const int LongestNoun = 24;
    private const int LongestLevel = 20;

    private static readonly string[] OfAge =
        ["much younger", "younger", "somewhat younger", "average age", "somewhat older", "older", "much older"];

    private static readonly string[] OfRecency =
        ["very recent", "recent", "fairly recent", "average recency", "somewhat lapsed", "lapsed", "long lapsed"];

    private static readonly string[] OfNumber =
        ["very low", "low", "below-average", "average", "above-average", "high", "very high"];

    /// <summary>Words that a column can lose without another meaning, as long as one of the short nouns is left.</summary>
    private static readonly HashSet<string> Fillers =
        ["annual", "yearly", "monthly", "total", "score", "customer", "avg", "average", "mean", "amount", "per", "year", "month"];

    private static readonly Dictionary<string, string> ShortNouns = new(StringComparer.Ordinal)
    {
        ["income"] = "income",
        ["salary"] = "salary",
        ["spending"] = "spending",
        ["spend"] = "spending",
        ["revenue"] = "revenue",
        ["purchase"] = "purchases",
        ["purchases"] = "purchases",
        ["orders"] = "orders",
        ["frequency"] = "frequency",
    };

    private readonly Dictionary<string, string> nouns;

    /// <summary>Finds a short noun for each column, and a longer one where two columns would share it.</summary>
    public TraitWords(IEnumerable<string> columns)
    {
        string[] names = [.. columns];
        nouns = names.ToDictionary(name => name, ShortNoun, StringComparer.Ordinal);
        Rename(names, (name, _) => FullNoun(name));
        Rename(names, (name, position) => FormattableString.Invariant($"{FullNoun(name)} {position}"));
    }

    /// <summary>The column in at most a few words.</summary>
    public string Noun(string column) => nouns[column];

    /// <summary>The trait in words, without its numbers.</summary>
    public string Phrase(Trait trait)
    {
        Evidence evidence = trait.Evidence;
        if (evidence.Level is not null)
        {
            return $"{(evidence.Value > 0.5 ? "mostly" : "more often")} {PlainText.Label(evidence.Level, LongestLevel)}";
        }

        int grade = Grade(evidence.Effect);
        return ColumnRoles.Of(evidence.Column) switch
        {
            ColumnRole.Age => OfAge[grade],
            ColumnRole.Recency => OfRecency[grade],
            _ => $"{OfNumber[grade]} {nouns[evidence.Column]}",
        };
    }

    private static int Grade(double effect)
    {
        int steps = Math.Abs(effect) switch
        {
            < AverageEffect => 0,
            < Trait.MaterialEffect => 1,
            < VeryEffect => 2,
            _ => 3,
        };
        return 3 + (Math.Sign(effect) * steps);
    }

    /// <summary>Gives every column whose noun is not its own alone a longer one.</summary>
    private void Rename(string[] names, Func<string, int, string> longer)
    {
        HashSet<string> shared = [.. nouns.Values.GroupBy(noun => noun).Where(group => group.Count() > 1).Select(group => group.Key)];
        for (int i = 0; i < names.Length; i++)
        {
            if (shared.Contains(nouns[names[i]]))
            {
                nouns[names[i]] = longer(names[i], i + 1);
            }
        }
    }

    private static string ShortNoun(string column)
    {
        string[] left = [.. PlainText.Words(column).Where(word => !Fillers.Contains(word))];
        return left.Length == 1 && ShortNouns.TryGetValue(left[0], out string? noun) ? noun : FullNoun(column);
    }

    private static string FullNoun(string column)
    {
        string noun = string.Join(' ', PlainText.Words(column));
        return noun.Length == 0 ? "column" : PlainText.Shorten(noun, LongestNoun);
    }
}
