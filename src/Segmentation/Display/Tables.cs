namespace Segmentation;

/// <summary>Tables of what other stages found, one method each; they compute nothing themselves.</summary>
public static class Tables
{
    private const int MostNumbers = 6;

    /// <summary>
    /// The segments with their sizes and their means in original units, beside those of all customers. Of more than six numeric
    /// columns those that tell the segments apart most.
    /// </summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    public static DisplayTable Segments(IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        int[] shown = profiles.Count == 0 ? [] : [.. TellingColumns.Numbers(profiles).Take(MostNumbers).Order()];
        IReadOnlyList<NumericProfile> numbers = [.. shown.Select(column => profiles[0].Numbers[column])];
        int more = profiles.Count == 0 ? 0 : profiles[0].Numbers.Count - shown.Length;
        IEnumerable<DisplayCell[]> segments = profiles.Select<SegmentProfile, DisplayCell[]>(profile =>
        [
            $"{profile.Segment} · {profile.Name}", profile.Size, DisplayCell.Share(profile.Share),
            .. shown.Select(column => DisplayCell.Number(profile.Numbers[column].Mean)),
        ]);
        DisplayCell[] all =
        [
            "All customers", profiles.Sum(profile => profile.Size), DisplayCell.Share(1),
            .. numbers.Select(number => DisplayCell.Number(number.OverallMean)),
        ];
        return new(
            "The segments, means in original units",
            ["Segment", "Customers", "Share", .. numbers.Select(number => number.Column)],
            profiles.Count == 0 ? [] : segments.Append(all),
            more == 0 ? null : $"And {NumberText.Counted(more, "more column")}; shown are the {shown.Length} that tell the segments apart most.");
    }

    /// <summary>What clearly sets each segment apart, strongest first, with its numbers.</summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    public static DisplayTable Findings(IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return EvidenceTables.Findings(profiles);
    }

    /// <summary>The numeric columns of each segment beside those of all customers, and how surprising the difference is.</summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    /// <param name="columns">The columns to show; none for all.</param>
    /// <exception cref="ArgumentException">A column is no numeric column of the profiles.</exception>
    public static DisplayTable NumberEvidence(IReadOnlyList<SegmentProfile> profiles, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return EvidenceTables.Numbers(
            profiles, Chosen(columns, profiles.Take(1).SelectMany(profile => profile.Numbers).Select(number => number.Column), "numeric"));
    }

    /// <summary>
    /// The levels of categories in each segment: how many customers have them, what share that is, the base rate, and how
    /// surprising the difference is.
    /// </summary>
    /// <param name="profiles">The segments, in order of their numbers.</param>
    /// <param name="columns">The columns to show; none for all.</param>
    /// <exception cref="ArgumentException">A column is no categorical column of the profiles.</exception>
    public static DisplayTable CategoryEvidence(IReadOnlyList<SegmentProfile> profiles, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return EvidenceTables.Categories(
            profiles, Chosen(columns, profiles.Take(1).SelectMany(profile => profile.Categories).Select(category => category.Column), "categorical"));
    }

    /// <summary>What to do for each segment, with the reason and its numbers.</summary>
    /// <param name="recommendations">The recommendations, in the order to show them.</param>
    public static DisplayTable Recommendations(IReadOnlyList<Recommendation> recommendations)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        return new(
            "What to do: hypotheses to test, each with its reason",
            ["Segment", "Family", "What to do", "Where", "How success is measured", "Why", "Rule"],
            recommendations.Select((recommendation, i) => new DisplayCell[]
            {
                recommendation.Segment, ResultText.Title(recommendation.Family), recommendation.Action,
                recommendation.Channel ?? "–", recommendation.Measure ?? "–",
                i > 0 && recommendations[i - 1].Reason == recommendation.Reason ? "(as above)" : recommendation.Reason,
                $"{recommendation.Rule} ({recommendation.Source})",
            }));
    }

    private static string[] Chosen(IReadOnlyList<string> asked, IEnumerable<string> columns, string kind)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string[] known = [.. columns];
        string? unknown = asked.FirstOrDefault(column => !known.Contains(column));
        return unknown is null
            ? asked.Count == 0 ? known : [.. asked]
            : throw new ArgumentException(
                $"No {kind} column named '{unknown}' in the profiles.{Spelling.DidYouMean(unknown, known)} Columns: {string.Join(", ", known)}.");
    }
}
