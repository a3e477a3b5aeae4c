using static System.FormattableString;

namespace Segmentation;

/// <summary>The finding that matters most, in one sentence: where the outcome differs most, who brings the value, or what tells the segments apart most.</summary>
internal static class Headline
{
    /// <summary>A share of value must exceed that of the customers by this, or no segment is said to bring it.</summary>
    private const double Material = 0.05;

    private const int LongestName = 60;

    public static string Of(SegmentationResult result)
    {
        if (result.Profiles.Count == 1)
        {
            return $"{NumberText.Customers(result.Prepared.Matrix.RowCount)} in one segment: there is nothing to tell apart.";
        }

        return result.Outcome is OutcomeComparison outcome && outcome.Segments.Any(segment => segment.Differs) ? outcome.Sentences[0]
            : result.Value is { Customers: > 0 } value ? OfValue(value)
            : Apart(result, MostTelling(result));
    }

    /// <summary>The clustered column of which the segments explain most.</summary>
    public static (double Explained, int Column, bool IsNumber) MostTelling(SegmentationResult result)
    {
        IReadOnlyList<FittedFeature> features = result.Preprocessor.Features;
        SegmentProfile first = result.Profiles[0];
        double[] explained = SegmentSeparation.ExplainedVariance(result.Prepared.Matrix, result.Model.Labels, result.Profiles.Count);
        double OfNumber(NumericProfile number) =>
            features.Index().Where(feature => feature.Item.Column == number.Column || feature.Item.Name == number.Column).Select(feature => explained[feature.Index]).DefaultIfEmpty(0).Max();
        (double Explained, int Column, bool IsNumber)[] columns =
        [
            .. first.Numbers.Index().Where(number => number.Item.Clustered).Select(number => (OfNumber(number.Item), number.Index, true)),
            .. first.Categories.Index().Where(category => category.Item.Clustered).Select(category => (Tau(result.Profiles, category.Index), category.Index, false)),
        ];
        return columns.Length == 0 ? (0, -1, true) : columns.MaxBy(column => column.Explained);
    }

    private static string OfValue(ValueRanking value)
    {
        string column = PlainText.OneLine(value.Column, LongestName);
        if (!value.HasShares)
        {
            SegmentValue best = value.Ranked[0];
            return Invariant($"Segment {best.Segment} ({best.Name}) is worth most: {NumberText.Of(best.Mean!.Value)} of {column} a customer against {NumberText.Of(value.Mean!.Value)} of all.");
        }

        SegmentValue most = value.Segments.MaxBy(segment => segment.ShareOfValue!.Value - segment.ShareOfCustomers)!;
        (string customers, string share) = (NumberText.Percent(most.ShareOfCustomers), NumberText.Percent(most.ShareOfValue!.Value));
        return most.ShareOfValue.Value - most.ShareOfCustomers >= Material
            ? Invariant($"Segment {most.Segment} ({most.Name}), {customers} of the customers, brings {share} of {column}.")
            : Invariant($"No segment brings much more of {column} than its share of the customers: at most segment {most.Segment} ({most.Name}) with {share} from {customers}.");
    }

    private static string Apart(SegmentationResult result, (double Explained, int Column, bool IsNumber) telling)
    {
        if (telling.Column < 0)
        {
            return $"{NumberText.Customers(result.Prepared.Matrix.RowCount)} in {ResultText.Segments(result.Profiles.Count)}.";
        }

        string explained = $"the segments explain {NumberText.Percent(telling.Explained)} of its variance";
        if (telling.IsNumber)
        {
            SegmentProfile[] known = [.. result.Profiles.Where(profile => profile.Numbers[telling.Column].Mean is not null)];
            SegmentProfile high = known.MaxBy(profile => profile.Numbers[telling.Column].Mean)!;
            SegmentProfile low = known.MinBy(profile => profile.Numbers[telling.Column].Mean)!;
            string name = PlainText.OneLine(high.Numbers[telling.Column].Column, LongestName);
            bool log = result.Preprocessor.Features.Any(feature => feature.Column == high.Numbers[telling.Column].Column && feature.Encoding is LogEncoding);
            string what = log ? $"the segments explain {NumberText.Percent(telling.Explained)} of its logarithm's variance" : explained;
            if (high.Numbers[telling.Column].IsFlag)
            {
                return Invariant($"{name} tells the segments apart most: it is 1 for {NumberText.Percent(high.Numbers[telling.Column].Mean!.Value)} of segment {high.Segment} against {NumberText.Percent(low.Numbers[telling.Column].Mean!.Value)} of segment {low.Segment}; {what}.");
            }

            if (telling.Explained == 1)
            {
                return Invariant($"{name} tells the segments apart most: always {NumberText.Of(high.Numbers[telling.Column].Mean!.Value)} in segment {high.Segment} and always {NumberText.Of(low.Numbers[telling.Column].Mean!.Value)} in segment {low.Segment}.");
            }

            return Invariant($"{name} tells the segments apart most: {NumberText.Of(high.Numbers[telling.Column].Mean!.Value)} on average in segment {high.Segment} against {NumberText.Of(low.Numbers[telling.Column].Mean!.Value)} in segment {low.Segment}; {what}.");
        }

        CategoryProfile first = result.Profiles[0].Categories[telling.Column];
        double ShareOf(SegmentProfile profile, int level) => profile.Categories[telling.Column].Levels[level].Share ?? 0;
        int widest = Enumerable.Range(0, first.Levels.Count).MaxBy(level => result.Profiles.Max(profile => ShareOf(profile, level)) - result.Profiles.Min(profile => ShareOf(profile, level)));
        SegmentProfile most = result.Profiles.MaxBy(profile => ShareOf(profile, widest))!;
        SegmentProfile least = result.Profiles.MinBy(profile => ShareOf(profile, widest))!;
        return Invariant($"{PlainText.OneLine(first.Column, LongestName)} tells the segments apart most: {PlainText.OneLine(first.Levels[widest].Level, LongestName)} is {NumberText.Percent(ShareOf(most, widest))} of segment {most.Segment} and {NumberText.Percent(ShareOf(least, widest))} of segment {least.Segment}; {explained}.");
    }

    /// <summary>The share of a category's variation that the segments explain (Goodman and Kruskal's tau, 1954).</summary>
    private static double Tau(IReadOnlyList<SegmentProfile> profiles, int column)
    {
        double between = profiles.Sum(profile => profile.Share * profile.Categories[column].Levels.Sum(level => Squared(level.Share - level.OverallShare)));
        double total = 1 - profiles[0].Categories[column].Levels.Sum(level => Squared(level.OverallShare));
        return total > 0 ? Math.Min(1, between / total) : 0;
    }

    private static double Squared(double? value) => value * value ?? 0;
}
