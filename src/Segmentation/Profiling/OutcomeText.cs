namespace Segmentation;

/// <summary>An outcome over the segments, in sentences with their numbers.</summary>
public static class OutcomeText
{
    private const int LongestName = 60;

    /// <summary>So many segments at either end get a sentence of their own.</summary>
    private const int MostTold = 2;

    /// <summary>What is compared: "Churn = Yes", or "Orders" for a mean.</summary>
    public static string Title(OutcomeComparison outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Level is null ? $"Mean {Name(outcome.Column)}" : $"{Name(outcome.Column)} = {Name(outcome.Level)}";
    }

    internal static IEnumerable<string> Of(OutcomeComparison outcome)
    {
        if (outcome.Value is not double value)
        {
            yield return $"No customer in a segment has a value of '{Name(outcome.Column)}'.";
            yield break;
        }

        OutcomeBySegment[] asked = [.. outcome.Segments.Where(segment => segment.AdjustedPValue is not null)];
        OutcomeBySegment[] different = [.. asked.Where(segment => segment.Differs)];
        if (asked.Length == 0)
        {
            yield return $"{Title(outcome)}: {Number(outcome, value)} of {NumberText.Customers(outcome.Customers)}; there is nothing to compare.";
        }
        else if (different.Length == 0)
        {
            OutcomeBySegment least = asked.MinBy(segment => segment.AdjustedPValue)!;
            yield return
                $"No segment differs in '{Name(outcome.Column)}' by more than chance explains, nearest is segment {least.Segment} ({least.Name}) with {Detail(outcome, least)}: the segments do not tell whom it will happen to.";
        }

        OutcomeBySegment[] ranked = [.. different.OrderByDescending(segment => segment.Value)];
        if (ranked.Length > 2 * MostTold)
        {
            OutcomeBySegment[] known = [.. outcome.Segments.Where(segment => segment.Value is not null).OrderByDescending(segment => segment.Value)];
            yield return
                $"{ranked.Length} of {outcome.Segments.Count} segments differ in '{Name(outcome.Column)}' by more than chance explains; it runs from {Number(outcome, known[^1].Value!.Value)} in segment {known[^1].Segment} to {Number(outcome, known[0].Value!.Value)} in segment {known[0].Segment}. The farthest:";
            ranked = [.. ranked[..MostTold], .. ranked[^MostTold..]];
        }

        foreach (OutcomeBySegment segment in ranked)
        {
            string more = segment.Value > value ? "more" : "less";
            yield return outcome.Level is null
                ? $"Segment {segment.Segment} ({segment.Name}) has {more} '{Name(outcome.Column)}': {Detail(outcome, segment)}."
                : $"Segment {segment.Segment} ({segment.Name}) has {Title(outcome)} {more} often: {Detail(outcome, segment)}.";
        }

        if (outcome.Missing > 0)
        {
            yield return $"{NumberText.Customers(outcome.Missing)} in the segments {(outcome.Missing == 1 ? "lacks" : "lack")} '{Name(outcome.Column)}' and {(outcome.Missing == 1 ? "is" : "are")} not counted.";
        }
    }

    /// <summary>A share as a percentage, or a mean.</summary>
    public static string Number(OutcomeComparison outcome, double value)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Level is null ? NumberText.Of(value) : NumberText.Percent(value);
    }

    /// <summary>"38.5% to 52.9%"; null where it is unknown.</summary>
    public static string? Interval(OutcomeComparison outcome, OutcomeBySegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment is { Lower: double lower, Upper: double upper } ? $"{Number(outcome, lower)} to {Number(outcome, upper)}" : null;
    }

    /// <summary>The adjusted p-value of a segment; null where nothing can be compared.</summary>
    public static string? PValue(OutcomeBySegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment.AdjustedPValue is double known ? EvidenceText.PValue(known) : null;
    }

    /// <summary>"45.6% (83 of 182 customers, 95% interval 38.5% to 52.9%) against 24.3% overall, adjusted p &lt;0.001".</summary>
    private static string Detail(OutcomeComparison outcome, OutcomeBySegment segment)
    {
        string who = outcome.Level is null
            ? NumberText.Customers(segment.Customers)
            : $"{NumberText.Of(segment.Count!.Value)} of {NumberText.Customers(segment.Customers)}";
        string interval = Interval(outcome, segment) is string known ? $", 95% interval {known}" : string.Empty;
        string p = PValue(segment)!;
        return $"{Number(outcome, segment.Value!.Value)} ({who}{interval}) against {Number(outcome, outcome.Value!.Value)} overall, adjusted p {(p.StartsWith('<') ? p : $"= {p}")}";
    }

    private static string Name(string text) => PlainText.OneLine(text, LongestName);
}
