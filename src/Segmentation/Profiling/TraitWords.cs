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
    private const int LongestLabel = 200;

    /// <summary>Where nouns have less room than this, a level that tells enough is said without its column.</summary>
    private const int RoomForColumn = 20;

    /// <summary>From this share on a level is said without "mostly".</summary>
    private const double NearlyAll = 0.9;

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

    /// <summary>Words that join others and are left out first where a column has too many.</summary>
    private static readonly HashSet<string> Joining =
    [
        "number", "of", "in", "the", "a", "an", "for", "on", "at", "by", "with", "and", "to", "from", "each", "count",
        "how", "are", "is", "do", "you", "your", "we", "our", "i", "my", "would", "what", "which", "that", "this", "during", "us",
    ];

    private readonly Dictionary<string, string> nouns;
    private readonly int longestNoun;

    /// <summary>Finds a short noun for each column, and a longer one where two columns would share it.</summary>
    /// <param name="columns">The names of all columns that may be spoken of, no two alike.</param>
    /// <param name="longestNoun">The characters that a noun should have at most; no word is cut, so it may have more.</param>
    public TraitWords(IEnumerable<string> columns, int longestNoun = LongestNoun)
    {
        this.longestNoun = longestNoun;
        string[] names = [.. columns];
        nouns = names.ToDictionary(name => name, ShortNoun, StringComparer.Ordinal);
        Rename(names, (name, _, _) => FullNoun(name));
        Rename(names, (name, _, common) => TellingNoun(name, common));
        Rename(names, (name, _, _) => PlainText.Label(name, LongestLabel).ToLowerInvariant());
        Rename(names, (name, position, _) => FormattableString.Invariant($"{FullNoun(name)} {position}"));
    }

    /// <summary>The column in at most a few words.</summary>
    public string Noun(string column) => nouns[column];

    /// <summary>The trait in words, without its numbers.</summary>
    public string Phrase(Trait trait) => Phrase(trait.Evidence);

    /// <summary>A finding of any kind in words, without its numbers.</summary>
    public string Phrase(Evidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Mean when evidence.IsFlag => Flag(evidence),
        EvidenceKind.Mean => Mean(evidence),
        EvidenceKind.Level => Level(evidence),
        EvidenceKind.AboveUpperQuartile => $"often high {NounOf(evidence)}",
        EvidenceKind.BelowLowerQuartile => $"often low {NounOf(evidence)}",
        EvidenceKind.Missing => $"more often no {NounOf(evidence)}",
        _ => $"more often unusual {NounOf(evidence)}",
    };

    private string Level(Evidence evidence)
    {
        if (evidence.IsFlag)
        {
            bool isYes = FlagWords.Side(evidence.Level!) == true;
            FlagWords flag = FlagWords.Of(evidence.Column, evidence.Level!, evidence.Level!);
            return Share(evidence.Value, evidence.Effect, isYes ? flag.Yes : flag.No, isYes ? flag.WithYes : flag.WithNo);
        }

        string level = LevelWords.Of(evidence.Column, evidence.Level!, NounOf(evidence), longestNoun < RoomForColumn);
        return Share(evidence.Value, evidence.Effect, LevelWords.IsPlace(evidence.Column) ? $"mostly {level}" : level, level);
    }

    /// <summary>Of a column of 0 and 1 the side is said that the segment has more of.</summary>
    private static string Flag(Evidence evidence)
    {
        FlagWords flag = FlagWords.Of(evidence.Column, "1", "0");
        return Math.Abs(evidence.Effect) < AverageEffect ? $"about as often {flag.WithYes}"
            : evidence.Effect > 0 ? Share(evidence.Value, evidence.Effect, flag.Yes, flag.WithYes)
            : Share(1 - evidence.Value, -evidence.Effect, flag.No, flag.WithNo);
    }

    /// <summary>What most customers have is "mostly" only where more have it than overall, and plain where nearly all do.</summary>
    private static string Share(double share, double effect, string plain, string level) => effect switch
    {
        < 0 => $"less often {level}",
        0 => $"as often {level} as overall",
        _ when share >= NearlyAll => plain,
        _ => share > 0.5 ? $"mostly {level}" : $"more often {level}",
    };

    private string Mean(Evidence evidence)
    {
        if (FlagWords.IsCode(evidence.Column))
        {
            return $"{nouns[evidence.Column]} averaging {NumberText.Of(evidence.Value)}";
        }

        int grade = Grade(evidence.Effect);
        return ColumnRoles.Of(evidence.Column) switch
        {
            ColumnRole.Age => OfAge[grade],
            ColumnRole.Recency => OfRecency[grade],
            _ when IsStatement(evidence.Column) => $"{OfNumber[grade]} on '{nouns[evidence.Column]}'",
            _ => $"{OfNumber[grade]} {nouns[evidence.Column]}",
        };
    }

    /// <summary>Whether a column is a statement, as questions of surveys are: "Delivery is fast", "Would buy again".</summary>
    private static bool IsStatement(string column)
    {
        string[] words = [.. PlainText.Words(column)];
        return words.Length > 2 && (Array.Exists(words[1..], word => word is "is" or "are" or "was" or "were") || words[0] is "would" or "will" or "i" or "we");
    }

    /// <summary>Gaps are found in categories too, which have no noun of their own.</summary>
    private string NounOf(Evidence evidence) => nouns.GetValueOrDefault(evidence.Column) ?? FullNoun(evidence.Column);

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

    /// <summary>
    /// Gives every column whose noun is not its own alone another one, made from its name, its position from 1, and the
    /// words that all columns with that noun have in common.
    /// </summary>
    private void Rename(string[] names, Func<string, int, HashSet<string>, string> other)
    {
        Dictionary<string, HashSet<string>> shared = names.GroupBy(name => nouns[name])
            .Where(group => group.Count() > 1).ToDictionary(group => group.Key, InCommon);
        for (int i = 0; i < names.Length; i++)
        {
            if (shared.TryGetValue(nouns[names[i]], out HashSet<string>? common))
            {
                nouns[names[i]] = other(names[i], i + 1, common);
            }
        }
    }

    private static HashSet<string> InCommon(IEnumerable<string> columns)
    {
        HashSet<string> common = [.. PlainText.Words(columns.First())];
        foreach (string column in columns.Skip(1))
        {
            common.IntersectWith(PlainText.Words(column));
        }

        return common;
    }

    private string ShortNoun(string column)
    {
        string[] left = [.. PlainText.Words(column).Where(word => !Fillers.Contains(word))];
        return left.Length == 1 && ShortNouns.TryGetValue(left[0], out string? noun) ? noun : FullNoun(column);
    }

    private string FullNoun(string column)
    {
        string noun = string.Join(' ', PlainText.Words(column));
        if (noun.Length > longestNoun)
        {
            noun = WholeWords(Telling(column), longestNoun);
        }

        return noun.Length == 0 ? "column" : noun;
    }

    /// <summary>As many of the first words as there is room for, at least one; none is ever cut.</summary>
    private static string WholeWords(string[] words, int room)
    {
        const int ShortestEnd = 3;
        int count = words.Length;
        while (count > 1 && (string.Join(' ', words.Take(count)).Length > room || (count < words.Length && IsLoose(words[count - 1]))))
        {
            count--;
        }

        return string.Join(' ', words.Take(count));

        static bool IsLoose(string word) => word.Length < ShortestEnd && word.All(char.IsLetter);
    }

    /// <summary>
    /// What only this one of the columns that share a noun says, beside how they begin (or, where it says that first, go
    /// on): "purchases product 3", "monthly income".
    /// </summary>
    private string TellingNoun(string column, HashSet<string> common)
    {
        const int ShortestRest = 6;
        string[] words = [.. PlainText.Words(column).Where(word => !Joining.Contains(word))];
        string[] ownWords = [.. words.Where(word => !common.Contains(word))];
        if (ownWords.Length == 0)
        {
            return FullNoun(column);
        }

        string own = WholeWords(ownWords, longestNoun);
        string[] before = TellingIn(words.TakeWhile(common.Contains));
        string[] rest = before.Length > 0 ? before : TellingIn(words.Where(common.Contains));
        int room = longestNoun - own.Length - 1;
        if (rest.Length == 0 || room < Math.Min(ShortestRest, string.Join(' ', rest).Length))
        {
            return own;
        }

        return before.Length > 0
            ? $"{WholeWords(before, room)} {own}"
            : $"{own} {(string.Join(' ', rest).Length <= room ? string.Join(' ', rest) : rest[^1])}";

        static string[] TellingIn(IEnumerable<string> some) => [.. some.Where(word => !Fillers.Contains(word))];
    }

    /// <summary>The column's words without those that only join or say over what was counted; all where none is left.</summary>
    private static string[] Telling(string column)
    {
        IReadOnlyList<string> words = PlainText.Words(column);
        string[] telling = [.. words.Where(word => !Fillers.Contains(word) && !Joining.Contains(word))];
        return telling.Length > 0 ? telling : [.. words];
    }
}
