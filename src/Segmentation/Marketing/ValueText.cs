using System.Globalization;
using static System.FormattableString;

namespace Segmentation;

/// <summary>Words for what segments are worth, and the sentences of a ranking by value with their numbers.</summary>
public static class ValueText
{
    /// <summary>A sentence names no more rows than this.</summary>
    private const int MostNamed = 5;

    private const int LongestName = 60;

    /// <summary>The word for a level: high, average, low or unknown.</summary>
    public static string Word(ValueLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The word for a trend: growing, steady, shrinking or unknown.</summary>
    public static string Word(ValueTrend trend) => trend.ToString().ToLowerInvariant();

    internal static IEnumerable<string> Of(ValueRanking value) =>
        value.Customers == 0
            ? [$"No customer in a segment has a value in '{Name(value.Column)}', so nothing can be ranked: {Missing(value, value.Missing)}."]
            :
            [
                .. Circular(value),
                .. Extreme(value, value.Best, "most", value.Ranked[0]),
                .. Extreme(value, value.Worst, "least", value.Ranked.Last(segment => segment.Mean is not null)),
                .. Shares(value),
                .. Growth(value),
                .. Rough(value),
                .. Lacking(value),
            ];

    private static IEnumerable<string> Extreme(ValueRanking value, SegmentValue? sure, string which, SegmentValue candidate)
    {
        if (value.Segments.Count(segment => segment.Mean is not null) < 2)
        {
            yield break;
        }

        string numbers =
            $"{NumberText.Of(candidate.Mean!.Value)} of '{Name(value.Column)}' a customer over {NumberText.Customers(candidate.Customers)}"
            + $"{Interval(candidate.Lower, candidate.Upper)}, {NumberText.Of(value.Mean!.Value)} over all {NumberText.Customers(value.Customers)}";
        yield return sure is not null
            ? $"{Who(candidate)} is worth {which}: {numbers}."
            : $"No segment is surely worth {which}; nearest is {Low(Who(candidate))} with {numbers}, but it does not lie apart from every other segment by more than chance explains.";
    }

    private static IEnumerable<string> Shares(ValueRanking value)
    {
        if (!value.HasShares)
        {
            IEnumerable<SegmentValue> below = value.Segments.Where(segment => segment.Total < 0);
            string why = below.Any()
                ? $"the total of {string.Join(", ", below.Select(segment => $"{Low(Who(segment))} is {NumberText.Of(segment.Total)}"))}"
                : $"the total of all is {NumberText.Of(value.Total)}";
            yield return $"Shares of '{Name(value.Column)}' are not given, for {why}.";
            yield break;
        }

        SegmentValue most = value.Segments.MaxBy(segment => segment.ShareOfValue!.Value - segment.ShareOfCustomers)!;
        if (value.Segments.Count > 1)
        {
            yield return
                $"{Who(most)} has {NumberText.Percent(most.ShareOfCustomers)} of the customers and {NumberText.Percent(most.ShareOfValue!.Value)} "
                + $"of '{Name(value.Column)}' ({NumberText.Of(most.Total)} of {NumberText.Of(value.Total)}).";
        }
    }

    private static IEnumerable<string> Growth(ValueRanking value)
    {
        if (value.Before is null)
        {
            yield return "Whether a segment grows is unknown, for no value of an earlier period was given (--value-before).";
            yield break;
        }

        SegmentValue[] worth = [.. value.Segments.Where(segment => segment.WorthGrowing)];
        foreach (SegmentValue segment in worth)
        {
            yield return
                $"{Who(segment)} is worth growing: {NumberText.Percent(segment.ShareOfCustomers)} of the customers, and '{Name(value.Column)}' is up "
                + $"{NumberText.Of(segment.Change!.Value)} a customer on '{Name(value.Before)}'{Interval(segment.ChangeLower, segment.ChangeUpper)}.";
        }

        if (worth.Length == 0)
        {
            yield return
                $"No segment is both large enough (at least {ValueClaims.LeastCustomers} customers and {NumberText.Percent(ValueClaims.LeastShare)} of all) "
                + $"and surely above '{Name(value.Before)}': none of {value.Segments.Count} is worth growing by these numbers.";
        }

        foreach (SegmentValue segment in value.Segments.Where(segment => segment.Shrinks))
        {
            yield return
                $"{Who(segment)} shrinks: '{Name(value.Column)}' is down {NumberText.Of(-segment.Change!.Value)} a customer on '{Name(value.Before)}'"
                + $"{Interval(segment.ChangeLower, segment.ChangeUpper)}.";
        }
    }

    private static IEnumerable<string> Circular(ValueRanking value)
    {
        if (value.IsClustered && value.Segments.Count > 1)
        {
            string growth = value.Before is null ? string.Empty : ", and a segment of high values seems to grow because its customers were chosen for theirs";
            yield return Invariant(
                $"The {value.Segments.Count} segments were made from '{Name(value.Column)}' itself, so they differ in it by construction: no test is valid, the intervals describe these customers alone{growth}. Leave it out of --features to know more.");
        }
    }

    private static IEnumerable<string> Rough(ValueRanking value)
    {
        if (value.RoughSegments.Count > 0)
        {
            string numbers = string.Join(", ", value.RoughSegments.Select(segment => Invariant($"{segment.Segment} ({NumberText.Customers(segment.Customers)})")));
            string whose = value.RoughSegments.Count == 1 ? "The interval of segment" : "The intervals of segments";
            yield return $"{whose} {numbers} may be too narrow: few customers with very unequal values (at most 25 times the squared skewness).";
        }
    }

    private static IEnumerable<string> Lacking(ValueRanking value)
    {
        if (value.Missing.Count > 0)
        {
            yield return $"Left out, for they lack '{Name(value.Column)}': {Missing(value, value.Missing)}.";
        }

        if (value.MissingBefore.Count > 0)
        {
            yield return $"Left out of the change, for they lack '{Name(value.Before!)}': {Missing(value, value.MissingBefore)}.";
        }
    }

    private static string Missing(ValueRanking value, IReadOnlyList<int> rows)
    {
        string more = rows.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {rows.Count - MostNamed:#,0} more") : string.Empty;
        return $"{NumberText.Customers(rows.Count)} ({string.Join(", ", rows.Take(MostNamed).Select(value.RowName))}{more})";
    }

    /// <summary>An interval in brackets, to follow its number; null where it is unknown.</summary>
    internal static string? KnownInterval(double? lower, double? upper) => lower is double low && upper is double high
        ? $" (95% interval {NumberText.Of(low)} to {NumberText.Of(high)})"
        : null;

    private static string Interval(double? lower, double? upper) => KnownInterval(lower, upper) ?? " (too few to give an interval)";

    private static string Who(SegmentValue segment) => Invariant($"Segment {segment.Segment} ({segment.Name})");

    private static string Low(string who) => "s" + who[1..];

    private static string Name(string column) => PlainText.OneLine(column, LongestName);
}
