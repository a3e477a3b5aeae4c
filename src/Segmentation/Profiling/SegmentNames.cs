namespace Segmentation;

/// <summary>
/// Names segments by what stands out. Clustered numbers come first: all of them when there are one or two, else the three
/// that stand out most. Where none does, other columns that stand out are used, and last their gaps and outliers. Segments whose names would be equal get
/// further traits that stand out, then the value of the clustered number that differs most among them, and last their number.
/// Where a name gets long, all are made again with shorter words for columns, then with the two strongest traits instead of
/// three, and last with nothing but their number to tell equal ones apart, until each has at most 48 characters or none
/// gets shorter.
/// </summary>
internal sealed class SegmentNames
{
    private const int MostNamedAlways = 2;
    private const int LongestName = 48;

    private static readonly (int MostPieces, int LongestNoun, int MostExtraPieces)[] Styles =
    [
        (3, 24, 2), (3, 20, 2), (3, 16, 2), (2, 24, 2), (2, 20, 2), (2, 16, 2), (2, 12, 2), (2, 9, 2),
        (2, 20, 0), (2, 16, 0), (2, 12, 0),
    ];

    private readonly IReadOnlyList<SegmentProfile> profiles;
    private readonly int mostPieces;
    private readonly TraitWords words;
    private readonly string[] names;

    private SegmentNames(IReadOnlyList<SegmentProfile> profiles, int mostPieces, int longestNoun, int mostExtraPieces)
    {
        this.profiles = profiles;
        this.mostPieces = mostPieces;
        words = new(profiles[0].Numbers.Select(number => number.Column), longestNoun);
        names = [.. profiles.Select(profile => Capitalised(string.Join(", ", Phrases(profile, 0))))];
        for (int extra = 1; extra <= mostExtraPieces; extra++)
        {
            RenameAlike(group => WithPhrases(group, extra));
        }

        if (mostExtraPieces > 0)
        {
            RenameAlike(WithValue);
        }

        RenameAlike(WithNumber);
    }

    private int Longest => names.Max(name => name.Length);

    /// <summary>The same profiles with their names, no two alike.</summary>
    public static IReadOnlyList<SegmentProfile> AddTo(IReadOnlyList<SegmentProfile> profiles)
    {
        if (profiles.Count == 1)
        {
            return [profiles[0] with { Name = "All customers" }];
        }

        SegmentNames best = new(profiles, Styles[0].MostPieces, Styles[0].LongestNoun, Styles[0].MostExtraPieces);
        foreach ((int mostPieces, int longestNoun, int mostExtraPieces) in Styles.Skip(1))
        {
            if (best.Longest <= LongestName)
            {
                break;
            }

            SegmentNames shorter = new(profiles, mostPieces, longestNoun, mostExtraPieces);
            best = shorter.Longest < best.Longest ? shorter : best;
        }

        return [.. profiles.Select((profile, i) => profile with { Name = best.names[i] })];
    }

    private void RenameAlike(Func<int[], IEnumerable<string>> rename)
    {
        int[][] groups =
        [
            .. Enumerable.Range(0, names.Length).GroupBy(i => names[i], StringComparer.Ordinal)
                .Where(group => group.Count() > 1).Select(group => group.ToArray()),
        ];
        foreach (int[] group in groups)
        {
            foreach ((int i, string name) in group.Zip(rename(group).ToArray()))
            {
                names[i] = name;
            }
        }
    }

    private IEnumerable<string> WithPhrases(int[] group, int extra) =>
        group.Select(i => Capitalised(string.Join(", ", Phrases(profiles[i], extra))));

    private IEnumerable<string> WithValue(int[] group)
    {
        int? column = MostDifferent(group, clustered: true) ?? MostDifferent(group, clustered: false);
        return group.Select(i => column is int c
            ? $"{names[i]} ({words.Noun(profiles[i].Numbers[c].Column)} {NumberText.Of(profiles[i].Numbers[c].Mean!.Value)})"
            : names[i]);
    }

    // Words from data never hold a '#', so that this cannot meet another name.
    private IEnumerable<string> WithNumber(int[] group) =>
        group.Select(i => FormattableString.Invariant($"{names[i]} #{profiles[i].Segment}"));

    /// <summary>The position of the numeric column whose effects lie farthest apart in the group; null when none differs.</summary>
    private int? MostDifferent(int[] group, bool clustered)
    {
        (int? column, double widest) = (null, 0);
        for (int c = 0; c < profiles[0].Numbers.Count; c++)
        {
            double?[] effects = [.. group.Select(i => profiles[i].Numbers[c].Effect)];
            double range = effects.Contains(null) ? 0 : effects.Max()!.Value - effects.Min()!.Value;
            if (profiles[0].Numbers[c].Clustered == clustered && range > widest)
            {
                (column, widest) = (c, range);
            }
        }

        return column;
    }

    private IEnumerable<string> Phrases(SegmentProfile profile, int extra)
    {
        IReadOnlyList<Trait> traits = Trait.Of(profile);
        Trait[] clustered = [.. traits.Where(trait => trait.Clustered && trait.Evidence.Level is null)];
        Trait[] standingOut =
        [
            .. traits.Where(trait => trait.StandsOut)
                .OrderByDescending(trait => trait.Clustered).ThenByDescending(trait => trait.Strength),
        ];
        Trait[] first = clustered.Length is > 0 and <= MostNamedAlways
            ? clustered
            : InOrder(standingOut.TakeWhile(trait => trait.Clustered == standingOut[0].Clustered).Take(mostPieces), traits);
        if (first.Length == 0)
        {
            first = InOrder(
                clustered.Where(trait => trait.Strength >= TraitWords.AverageEffect)
                    .OrderByDescending(trait => trait.Strength).Take(mostPieces),
                traits);
        }

        return first.Length == 0
            ? [profile.Findings.Select(words.Phrase).FirstOrDefault() ?? NothingToName(traits)]
            : first.Concat(standingOut.Except(first).Take(extra)).Select(words.Phrase).Distinct();
    }

    private static Trait[] InOrder(IEnumerable<Trait> some, IReadOnlyList<Trait> all)
    {
        HashSet<Trait> chosen = [.. some];
        return [.. all.Where(chosen.Contains)];
    }

    private static string NothingToName(IReadOnlyList<Trait> traits)
    {
        bool average = traits.Count > 0 && traits.All(trait => trait.Strength < TraitWords.AverageEffect);
        return average ? "average on everything" : "nothing stands out";
    }

    private static string Capitalised(string name) =>
        string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
}
