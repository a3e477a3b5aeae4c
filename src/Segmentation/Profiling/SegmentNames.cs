namespace Segmentation;

/// <summary>
/// Names segments by what stands out. Clustered columns come first: all of them when they are one or two amounts, else the
/// three that stand out most, categories and flags beside amounts by <see cref="Evidence.Strength"/>. Where none does, other
/// columns that stand out are used, and last their gaps and outliers. Segments whose names would be equal get further
/// traits that stand out, then the value of the clustered number that differs most among them, and last their number.
/// Where a name gets long or needs a number, all are made again with shorter words for columns, then with the two strongest traits instead of
/// three, then with the strongest that fit, until each has at most 48 characters. No word is cut: a segment that no trait
/// fits is called by its number.
/// </summary>
internal sealed class SegmentNames
{
    private const int MostNamedAlways = 2;
    private const int LongestName = 48;

    private const string Joint = ", ";
    private const string NumberSign = " #";

    private static readonly Style[] Styles =
    [
        new(3, 24, 2), new(3, 20, 2), new(3, 16, 2), new(2, 24, 2), new(2, 20, 2), new(2, 16, 2),
        new(2, 20, 0, MustFit: true, Telling: true), new(1, 20, 0, MustFit: true, Telling: true),
        new(3, 20, 2, MustFit: true), new(2, 20, 2, MustFit: true), new(1, 20, 2, MustFit: true), new(3, 20, 0, MustFit: true), new(2, 12, 2), new(2, 9, 2), new(1, 20, 0, MustFit: true),
        new(2, 20, 0), new(2, 16, 0), new(2, 12, 0),
    ];

    private readonly IReadOnlyList<SegmentProfile> profiles;
    private readonly int mostPieces;
    private readonly bool mustFit;
    private readonly TraitWords words;
    private readonly string[] names;

    private SegmentNames(IReadOnlyList<SegmentProfile> profiles, Style style)
    {
        this.profiles = profiles;
        (mostPieces, int longestNoun, int mostExtraPieces, mustFit, bool isTelling) = style;
        words = new(profiles[0].Numbers.Select(number => number.Column), longestNoun);
        names = [.. profiles.Select(profile => Capitalised(string.Join(Joint, Phrases(profile, 0))))];
        if (isTelling)
        {
            RenameAlike(WithTelling);
        }

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

    /// <summary>Whether some could be told apart by their numbers only.</summary>
    private bool HasNumbers => names.Any(name => name.Contains(NumberSign, StringComparison.Ordinal));

    /// <summary>The same profiles with their names, no two alike.</summary>
    public static IReadOnlyList<SegmentProfile> AddTo(IReadOnlyList<SegmentProfile> profiles)
    {
        if (profiles.Count == 1)
        {
            return [profiles[0] with { Name = "All customers" }];
        }

        SegmentNames best = new(profiles, Styles[0]);
        foreach (Style style in Styles.Skip(1))
        {
            if (best.Longest <= LongestName && !best.HasNumbers)
            {
                break;
            }

            SegmentNames other = new(profiles, style);
            best = best.Longest <= LongestName
                ? other.Longest <= LongestName && !other.HasNumbers ? other : best
                : other.Longest < best.Longest ? other : best;
        }

        best.ReplaceTooLong();
        return [.. profiles.Select((profile, i) => profile with { Name = best.names[i] })];
    }

    /// <summary>What no words fit into is called by its number: its sentence says what it is like.</summary>
    private void ReplaceTooLong()
    {
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = names[i].Length <= LongestName ? names[i] : FormattableString.Invariant($"Segment {profiles[i].Segment}");
        }
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
        group.Select(i => Capitalised(string.Join(Joint, Phrases(profiles[i], extra))));

    /// <summary>With what the clustered number is like that differs most among them.</summary>
    private IEnumerable<string> WithTelling(int[] group) => group.Select(i =>
        MostDifferent(group, clustered: true) is int c
        && Trait.Of(profiles[i]).FirstOrDefault(trait => trait.Evidence.Column == profiles[i].Numbers[c].Column) is Trait trait
            ? $"{names[i]}{Joint}{words.Phrase(trait)}"
            : names[i]);

    private IEnumerable<string> WithValue(int[] group)
    {
        int? column = MostDifferent(group, clustered: true) ?? MostDifferent(group, clustered: false);
        return group.Select(i => column is int c
            ? $"{names[i]} ({words.Noun(profiles[i].Numbers[c].Column)} {Mean(profiles[i].Numbers[c])})"
            : names[i]);
    }

    private static string Mean(NumericProfile number) =>
        number.IsFlag ? NumberText.Percent(number.Mean!.Value) : NumberText.Of(number.Mean!.Value);

    // Words from data never hold a '#', so that this cannot meet another name.
    private IEnumerable<string> WithNumber(int[] group) =>
        group.Select(i => FormattableString.Invariant($"{names[i]}{NumberSign}{profiles[i].Segment}"));

    /// <summary>The position of the numeric column whose effects lie farthest apart in the group; null when none differs.</summary>
    private int? MostDifferent(int[] group, bool clustered)
    {
        (int? column, double widest) = (null, 0);
        for (int c = 0; c < profiles[0].Numbers.Count; c++)
        {
            double?[] effects = [.. group.Select(i => profiles[i].Numbers[c].Effect)];
            double range = effects.Contains(null) ? 0 : effects.Max()!.Value - effects.Min()!.Value;
            bool isCode = FlagWords.IsCode(profiles[0].Numbers[c].Column);
            if (profiles[0].Numbers[c].Clustered == clustered && !isCode && range > widest)
            {
                (column, widest) = (c, range);
            }
        }

        return column;
    }

    private IEnumerable<string> Phrases(SegmentProfile profile, int extra)
    {
        IReadOnlyList<Trait> traits = [.. Trait.Of(profile).Where(trait => !IsCode(trait.Evidence))];
        Trait[] clustered = [.. OfEachColumn(traits.Where(trait => trait.Clustered))];
        Trait[] standingOut =
        [
            .. OfEachColumn(traits.Where(trait => trait.StandsOut))
                .OrderByDescending(trait => trait.Clustered).ThenByDescending(trait => trait.Strength),
        ];
        bool areAmounts = profile.Categories.All(category => !category.Clustered) && clustered.All(trait => !trait.Evidence.IsFlag);
        Trait[] first = areAmounts && clustered.Length is > 0 and <= MostNamedAlways
            ? clustered
            : InOrder(standingOut.TakeWhile(trait => trait.Clustered == standingOut[0].Clustered), traits);
        if (first.Length == 0)
        {
            first = InOrder(
                clustered.Where(trait => trait.Strength >= TraitWords.AverageEffect).OrderByDescending(trait => trait.Strength), traits);
        }

        return first.Length == 0
            ? [profile.Findings.Select(words.Phrase).FirstOrDefault() ?? NothingToName(traits)]
            : first.Concat(standingOut.Except(first).Take(extra)).Select(words.Phrase).Distinct();
    }

    /// <summary>A high region is nobody's trait.</summary>
    private static bool IsCode(Evidence evidence) =>
        evidence is { Kind: EvidenceKind.Mean, IsFlag: false } && FlagWords.IsCode(evidence.Column);

    /// <summary>Of each column what it says most strongly: of two levels of a category one.</summary>
    private static IEnumerable<Trait> OfEachColumn(IEnumerable<Trait> traits) =>
        traits.GroupBy(trait => trait.Evidence.Column).Select(column => column.MaxBy(trait => trait.Strength)!);

    /// <summary>
    /// The strongest for which there is room: amounts in the order of the profile, and as they are where a category or a
    /// flag is among them.
    /// </summary>
    private Trait[] InOrder(IEnumerable<Trait> strongestFirst, IReadOnlyList<Trait> all)
    {
        Trait[] some = [.. (mustFit ? Fitting(strongestFirst) : strongestFirst).Take(mostPieces)];
        return some.All(trait => trait.Evidence.Level is null && !trait.Evidence.IsFlag) ? [.. all.Where(some.Contains)] : some;
    }

    /// <summary>Those whose words still fit into a name behind the ones before.</summary>
    private IEnumerable<Trait> Fitting(IEnumerable<Trait> strongestFirst)
    {
        int length = -Joint.Length;
        foreach (Trait trait in strongestFirst)
        {
            int longer = length + Joint.Length + words.Phrase(trait).Length;
            if (longer <= LongestName)
            {
                length = longer;
                yield return trait;
            }
        }
    }

    private static string NothingToName(IReadOnlyList<Trait> traits)
    {
        bool average = traits.Count > 0 && traits.All(trait => trait.Strength < TraitWords.AverageEffect);
        return average ? "average on everything" : "nothing stands out";
    }

    private static string Capitalised(string name) =>
        string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    /// <summary>How much a name says.</summary>
    /// <param name="MostPieces">Its traits at most, unless there are but one or two clustered numbers.</param>
    /// <param name="LongestNoun">The characters that a column should take at most.</param>
    /// <param name="MostExtraPieces">The traits that are added to tell equal names apart.</param>
    /// <param name="MustFit">Whether a trait that does not fit makes room for the next strongest that does.</param>
    /// <param name="Telling">Whether equal names get what the number is like that differs most among them.</param>
    private sealed record Style(int MostPieces, int LongestNoun, int MostExtraPieces, bool MustFit = false, bool Telling = false);
}
