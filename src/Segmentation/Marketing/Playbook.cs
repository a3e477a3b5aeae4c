namespace Segmentation;

/// <summary>
/// Rules that turn what stands out about a segment into advice. A rule fires where all its conditions hold; a
/// recommendation carries the numbers that satisfied them, and without such numbers there is none. The file format is
/// described in playbook.md.
/// </summary>
/// <example>
/// <code>
/// IReadOnlyList&lt;Recommendation&gt; advice = Playbook.BuiltIn.Recommend(profiles);
/// Playbook ours = Playbook.BuiltIn.With(Playbook.Load("our-playbook.json"));
/// </code>
/// </example>
public sealed class Playbook
{
    /// <summary>What <see cref="Recommendation.Source"/> calls the rules that come with the library.</summary>
    public const string BuiltInSource = "built-in";

    /// <summary>Among the ids that a file replaces: all rules of the playbook that it is added to.</summary>
    private const string Everything = "*";

    private readonly string file;
    private readonly IReadOnlyList<string> replaces;
    private readonly IReadOnlyList<string> removes;

    internal Playbook(IReadOnlyList<PlaybookRule> rules, string file, IReadOnlyList<string> replaces, IReadOnlyList<string> removes)
    {
        Rules = rules;
        this.file = file;
        this.replaces = replaces;
        this.removes = removes;
    }

    /// <summary>The rules that come with the library, for demographic, value and behavioural columns.</summary>
    public static Playbook BuiltIn { get; } = PlaybookJson.Parse(BuiltInPlaybook.Json, BuiltInSource, BuiltInSource, isBuiltIn: true);

    /// <summary>The file of <see cref="BuiltIn"/>: something to copy and change. It replaces all rules where it is added.</summary>
    public static string BuiltInJson => BuiltInPlaybook.Json;

    /// <summary>The rules, in the order of the file.</summary>
    public IReadOnlyList<PlaybookRule> Rules { get; }

    /// <summary>Reads a playbook file. Its rules stand alone; <see cref="With"/> adds them to others.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">
    /// It cannot be read, is not JSON, has a field or a word that is not known, an id twice, or a rule that can never fire.
    /// </exception>
    public static Playbook Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return PlaybookJson.Read(path);
    }

    /// <summary>
    /// These rules and those of another playbook: without the ones that it removes or replaces, its own at the end.
    /// </summary>
    /// <exception cref="DataException">
    /// The other has a rule with an id of these and does not say that it replaces it, or it removes or replaces one that
    /// there is not.
    /// </exception>
    public Playbook With(Playbook other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.replaces.Contains(Everything))
        {
            return new Playbook(other.Rules, other.file, [], []);
        }

        string[] ids = [.. Rules.Select(rule => rule.Id)];
        Check(other, "removes", other.removes, ids);
        Check(other, "replaces", other.replaces, ids);
        if (other.replaces.FirstOrDefault(id => other.Rules.All(rule => rule.Id != id)) is string missing)
        {
            throw new DataException(
                other.file, null, $"\"replaces\" names '{missing}', but the file has no rule with that id to take its place; \"removes\" takes a rule out.");
        }

        string[] gone = [.. other.removes, .. other.replaces];
        if (other.Rules.FirstOrDefault(rule => ids.Contains(rule.Id) && !gone.Contains(rule.Id)) is PlaybookRule twice)
        {
            throw new DataException(
                other.file,
                null,
                $"rule '{twice.Id}': a rule of the {Path.GetFileName(file)} playbook has this \"id\"; choose another, or name it in \"replaces\" to take its place.");
        }

        return new Playbook([.. Rules.Where(rule => !gone.Contains(rule.Id)), .. other.Rules], other.file, [], []);
    }

    /// <summary>
    /// Checks the columns that rules name against a table, before any work is done with it.
    /// </summary>
    /// <exception cref="DataException">
    /// A rule names a column that the table does not have, or one of another kind: it could never fire.
    /// </exception>
    public void Check(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        PlaybookColumns.Check(Rules, table);
    }

    /// <summary>What to do for each segment: segment after segment, within each in the order of the families.</summary>
    /// <param name="profiles">The segments, as <see cref="SegmentProfiler"/> describes them.</param>
    public IReadOnlyList<Recommendation> Recommend(IEnumerable<SegmentProfile> profiles) => Advise(profiles).Recommendations;

    /// <summary>What to do for each segment, and what is to be minded about the rules.</summary>
    /// <remarks>
    /// The first rule with the use <see cref="RuleUse.Instead"/> that fires is the only one for its segment; those with
    /// <see cref="RuleUse.Otherwise"/> fire where no other does. In a segment that holds all customers no column is low
    /// or high. Where a rule from a file and a built-in one take opposite stances, the built-in one makes no
    /// recommendation; where two of one playbook do, both are kept and marked. Either is told in the warnings.
    /// </remarks>
    /// <param name="profiles">The segments, as <see cref="SegmentProfiler"/> describes them.</param>
    /// <param name="stability">How stable each is, in the same order; null where unknown.</param>
    /// <param name="value">What the customers of each are worth, in the same order; null where unknown.</param>
    public PlaybookAdvice Advise(
        IEnumerable<SegmentProfile> profiles, ClusterStability? stability = null, ValueRanking? value = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        SegmentFacts[] facts =
        [
            .. profiles.Select(profile => new SegmentFacts(
                profile, stability?.Clusters[profile.Segment - 1], stability?.Samples, value?.Segments[profile.Segment - 1], value)),
        ];
        List<Recommendation> recommendations = [];
        List<string> warnings = [.. PlaybookColumns.Warnings(Rules, facts)];
        foreach (SegmentFacts segment in facts)
        {
            (PlaybookRule Rule, Recommendation Advice)[] fired = [.. Fired(segment).OrderBy(made => made.Rule.Family)];
            recommendations.AddRange(Contradictions.Settle(segment.Profile, fired, warnings));
        }

        // Who wrote all rules themselves knows what they leave out.
        if (facts.Length > 1 && Rules.Any(rule => rule.IsBuiltIn) && PlaybookKnowledge.Sentence(Rules, facts[0].Profile) is string unknown)
        {
            warnings.Add(unknown);
        }

        return new PlaybookAdvice(recommendations, warnings);
    }

    /// <summary>
    /// The pairs of rules that may fire on one segment and take opposite stances there, as far as conditions can tell.
    /// </summary>
    public IReadOnlyList<(PlaybookRule One, PlaybookRule Other)> PossibleContradictions()
    {
        // Of those instead of all others one fires alone; those for want of others fire together where none of the rest does.
        PlaybookRule[] taking = [.. Rules.Where(rule => rule.Stance is not null && rule.Use != RuleUse.Instead)];
        return
        [
            .. from i in Enumerable.Range(0, taking.Length)
               from j in Enumerable.Range(i + 1, taking.Length - i - 1)
               where taking[i].Use == taking[j].Use && Stances.Oppose(taking[i], taking[j]) && JointConditions.WhyNever([.. taking[i].When, .. taking[j].When]) is null
               select (taking[i], taking[j]),
        ];
    }

    private IEnumerable<(PlaybookRule Rule, Recommendation Advice)> Fired(SegmentFacts segment)
    {
        SegmentStandings standings = new(segment);
        (PlaybookRule, Recommendation)[] alone = [.. Made(RuleUse.Instead).Take(1)];
        if (alone.Length > 0)
        {
            return alone;
        }

        (PlaybookRule, Recommendation)[] beside = [.. Made(RuleUse.Beside)];
        return beside.Length > 0 ? beside : Made(RuleUse.Otherwise);

        IEnumerable<(PlaybookRule, Recommendation)> Made(RuleUse use) =>
            from rule in Rules
            where rule.Use == use
            let support = standings.Satisfying(rule.When)
            where support is { Traits.Count: > 0 }
            select (rule, RuleText.Recommendation(rule, segment.Profile, support));
    }

    private static void Check(Playbook other, string field, IReadOnlyList<string> named, string[] ids)
    {
        if (named.FirstOrDefault(id => !ids.Contains(id)) is string unknown)
        {
            throw new DataException(
                other.file, null, $"\"{field}\" names '{unknown}', but there is no rule with that id.{Spelling.DidYouMean(unknown, ids)}");
        }
    }
}
