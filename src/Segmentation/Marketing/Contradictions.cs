namespace Segmentation;

/// <summary>
/// Settles rules that fired on one segment and take opposite stances in one family. A rule from a file wins over a
/// built-in one: whoever wrote it knows their customers, and the library does not. Between rules of one playbook nothing
/// says which is right, so both stay and are marked.
/// </summary>
internal static class Contradictions
{
    /// <summary>The recommendations that stay; a sentence for each contradiction is added to the warnings.</summary>
    public static IEnumerable<Recommendation> Settle(
        SegmentProfile profile, IReadOnlyList<(PlaybookRule Rule, Recommendation Advice)> fired, List<string> warnings)
    {
        HashSet<PlaybookRule> overruled = new(ReferenceEqualityComparer.Instance);
        foreach ((PlaybookRule rule, Recommendation advice) in fired)
        {
            foreach ((PlaybookRule other, Recommendation against) in fired.SkipWhile(made => made.Rule != rule).Where(made => Stances.Oppose(rule, made.Rule)))
            {
                string settled = "both are kept and marked";
                if (rule.IsBuiltIn != other.IsBuiltIn)
                {
                    (PlaybookRule kept, PlaybookRule dropped) = rule.IsBuiltIn ? (other, rule) : (rule, other);
                    overruled.Add(dropped);
                    settled = $"'{kept.Id}' is kept, because a rule of your own wins over a built-in one";
                }

                warnings.Add(
                    $"Segment {profile.Segment} ({profile.Name}): {Side(rule)} and {Side(other)} contradict each other; {settled}. "
                    + $"'{rule.Id}': {advice.Reason} '{other.Id}': {against.Reason}");
            }
        }

        return fired.Where(made => !overruled.Contains(made.Rule)).Select(made => made.Advice with
        {
            ContradictedBy =
            [
                .. fired.Where(other => !overruled.Contains(other.Rule) && Stances.Oppose(made.Rule, other.Rule))
                    .Select(other => other.Rule.Id),
            ],
        });
    }

    private static string Side(PlaybookRule rule) => $"rule '{rule.Id}' ({rule.Source}; {RuleWords.Of(rule.Stance!.Value)})";
}
