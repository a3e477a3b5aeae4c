using static System.FormattableString;

namespace Segmentation;

/// <summary>Why a customer is in their segment and not in the next one.</summary>
/// <param name="Segment">The customer's segment, from 1.</param>
/// <param name="NextSegment">The segment of the nearest other centroid; null where there is but one segment.</param>
/// <param name="Margin">
/// (b - a) / max(a, b), where a is the distance to the own centroid and b that to the next one, in the clustered space:
/// 0 halfway between them, 1 on the own centroid. It is the customer's width in the simplified silhouette (Hruschka, de
/// Castro and Campello 2004). Null where there is but one segment.
/// </param>
/// <param name="Pulls">What each feature adds, the strongest pull to the own segment first.</param>
public sealed record CustomerReason(int Segment, int? NextSegment, double? Margin, IReadOnlyList<FeaturePull> Pulls)
{
    /// <summary>A customer nearer to the border than this could as well be in the next segment.</summary>
    private const double CloseCall = 0.1;

    /// <summary>Features are named until they make this share of the pull to the own segment, or there are three.</summary>
    private const double EnoughPull = 0.8;

    private const int MostNamed = 3;

    /// <summary>
    /// The reason in one sentence, in original units: "Spending Score (1-100) 13 is nearer to 17.1 here than to 49.5 in
    /// segment 1 (margin 0.62)."
    /// </summary>
    public string Describe()
    {
        if (NextSegment is null)
        {
            return "There is only one segment.";
        }

        string margin = Invariant($"margin {Margin:0.00}");
        string ending = Margin < CloseCall ? $"({margin}, a close call)." : $"({margin}).";
        string[] named = [.. Strongest().Select((pull, i) => pull.Describe(i == 0 ? $"segment {NextSegment}" : null))];
        return named.Length == 0
            ? $"No feature sets it apart from segment {NextSegment} {ending}"
            : $"{string.Join(" and ", named)} {ending}";
    }

    private IEnumerable<FeaturePull> Strongest()
    {
        double wanted = EnoughPull * Pulls.Sum(pull => Math.Max(0, pull.Pull));
        double named = 0;
        foreach (FeaturePull pull in Pulls.Take(MostNamed))
        {
            if (pull.Pull <= 0 || named >= wanted)
            {
                yield break;
            }

            named += pull.Pull;
            yield return pull;
        }
    }
}

/// <summary>What a feature says of a customer between two segments.</summary>
/// <param name="Feature">The column's name.</param>
/// <param name="Value">The customer's number, in the column's unit.</param>
/// <param name="IsFilled">Whether the cell is missing, and the number is what it was filled with.</param>
/// <param name="Here">The own segment's centroid, in the column's unit.</param>
/// <param name="There">The next segment's centroid.</param>
/// <param name="Pull">
/// The feature's part of the squared distance to the next centroid less that to the own one, in the clustered space:
/// positive where it speaks for the own segment. All features together make the difference of the squared distances.
/// </param>
public sealed record FeaturePull(string Feature, double Value, bool IsFilled, double Here, double There, double Pull)
{
    private const int LongestName = 60;

    /// <summary>
    /// Whether distances were measured between logarithms: a number can then be nearer to one that lies farther away.
    /// </summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>How the feature is said where it is only ever 0 or 1; else null.</summary>
    internal BinaryWords? Binary { get; init; }

    internal string Describe(string? where)
    {
        string place = where is null ? "there" : $"in {where}";
        if (Binary is not null && Value is 0 or 1)
        {
            (double here, double there) = (Share(Here), Share(There));
            string taken = IsFilled ? " (missing, taken as that)" : string.Empty;
            return $"{(Value == 1 ? Binary.Yes : Binary.No)}{taken}, as for {NumberText.Percent(here)} here and {NumberText.Percent(there)} {place}";
        }

        string missing = IsFilled ? "missing, taken as " : string.Empty;
        string scale = IsLogarithmic ? " on its logarithmic scale" : string.Empty;
        return $"{PlainText.OneLine(Feature, LongestName)} {missing}{NumberText.Of(Value)} is nearer{scale} to {NumberText.Of(Here)} here than to {NumberText.Of(There)} {place}";
    }

    /// <summary>How many have the value; a share of nobody comes back from scaling as 4e-16.</summary>
    private double Share(double ones)
    {
        const int Digits = 12;
        return Math.Round(Math.Clamp(Value == 1 ? ones : 1 - ones, 0, 1), Digits);
    }
}
