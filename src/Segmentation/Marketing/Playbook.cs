namespace Segmentation;

/// <summary>
/// Rules that turn what stands out about a segment into advice. A rule fires where all its conditions hold; a
/// recommendation carries the numbers that satisfied them, and without such numbers there is none.
/// </summary>
/// <example><code>IReadOnlyList&lt;Recommendation&gt; advice = Playbook.BuiltIn.Recommend(profiles);</code></example>
public sealed class Playbook
{
    private const int AlwaysSmall = 10;
    private const int SmallWhenRare = 100;
    private const double RareShare = 0.01;
    private const int MostTraits = 2;

    private readonly IReadOnlyList<PlaybookRule> rules;
    private readonly PlaybookRule tooFew;
    private readonly PlaybookRule nothingStandsOut;

    internal Playbook(IReadOnlyList<PlaybookRule> rules, PlaybookRule tooFew, PlaybookRule nothingStandsOut)
    {
        this.rules = rules;
        this.tooFew = tooFew;
        this.nothingStandsOut = nothingStandsOut;
    }

    /// <summary>The rules that come with the library, for demographic, value and behavioural columns.</summary>
    public static Playbook BuiltIn { get; } =
        new(BuiltInRules.All, BuiltInRules.TooFewCustomers, BuiltInRules.NothingStandsOut);

    /// <summary>
    /// What to do for each segment: segment after segment, within each in the order of the families.
    /// </summary>
    /// <remarks>
    /// A segment of fewer than 10 customers, or of fewer than 100 that are also less than 1% of all, gets a caution
    /// instead of advice. A segment that holds all customers differs from nothing and gets the advice for that.
    /// </remarks>
    /// <param name="profiles">The segments, as <see cref="SegmentProfiler"/> describes them.</param>
    public IReadOnlyList<Recommendation> Recommend(IEnumerable<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return [.. profiles.SelectMany(Recommend)];
    }

    private IEnumerable<Recommendation> Recommend(SegmentProfile profile)
    {
        TraitWords words = new(profile.Numbers.Select(number => number.Column));
        if (IsTooSmall(profile))
        {
            return Fallback(tooFew);
        }

        Recommendation[] advice = profile.Share == 1 ? [] : [.. Advice()];
        return advice.Length > 0 ? advice : Fallback(nothingStandsOut);

        IEnumerable<Recommendation> Advice()
        {
            SegmentStandings standings = new(profile);
            foreach (PlaybookRule rule in rules.OrderBy(rule => rule.Family))
            {
                if (standings.Satisfying(rule.When) is { Count: > 0 } evidence)
                {
                    yield return Written(rule, profile, evidence, words);
                }
            }
        }

        IEnumerable<Recommendation> Fallback(PlaybookRule rule)
        {
            Trait[] evidence =
                [.. Trait.Of(profile).Where(trait => trait.Clustered).OrderByDescending(trait => trait.Strength).Take(MostTraits)];
            return evidence.Length > 0 ? [Written(rule, profile, evidence, words)] : [];
        }
    }

    private static bool IsTooSmall(SegmentProfile profile) =>
        profile.Size < AlwaysSmall || (profile.Size < SmallWhenRare && profile.Share < RareShare);

    private static Recommendation Written(
        PlaybookRule rule, SegmentProfile profile, IReadOnlyList<Trait> traits, TraitWords words)
    {
        string phrases = string.Join(", ", traits.Select(words.Phrase).Distinct());
        string because = rule.Because.Replace("{size}", NumberText.Customers(profile.Size), StringComparison.Ordinal);
        string numbers = string.Join("; ", traits.Select(trait => trait.Evidence.Describe()));
        return new(
            profile.Segment,
            rule.Family,
            rule.Id,
            rule.Action.Replace("{traits}", phrases, StringComparison.Ordinal),
            $"{because}: {numbers}.",
            [.. traits.Select(trait => trait.Evidence)]);
    }
}
