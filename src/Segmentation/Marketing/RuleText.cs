using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>Writes a recommendation: the rule's texts with the segment's numbers in them.</summary>
internal static partial class RuleText
{
    public static Recommendation Recommendation(PlaybookRule rule, SegmentProfile profile, RuleSupport support)
    {
        TraitWords words = new(profile.Numbers.Select(number => number.Column));
        string numbers = string.Join("; ", support.Clauses.Concat(support.Traits.Select(trait => trait.Evidence.Describe())));
        return new(
            profile.Segment,
            rule.Family,
            rule.Id,
            Filled(rule.Action),
            $"{Filled(rule.Reason)}: {numbers}.",
            [.. support.Traits.Select(trait => trait.Evidence)])
        {
            Channel = rule.Channel,
            Measure = rule.Measure,
            Source = rule.Source,
        };

        // All at once: what comes from the data is no template.
        string Filled(string text) => Placeholder().Replace(text, match => match.Value switch
        {
            "{traits}" => string.Join(", ", support.Traits.Select(words.Phrase).Distinct()),
            "{size}" => NumberText.Customers(profile.Size),
            _ => NumberText.Percent(profile.Share),
        });
    }

    [GeneratedRegex(@"\{(traits|size|share)\}")]
    private static partial Regex Placeholder();
}
