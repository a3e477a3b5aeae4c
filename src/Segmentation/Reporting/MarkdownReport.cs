namespace Segmentation;

/// <summary>
/// The report as Markdown (CommonMark with tables), to paste into a wiki, an issue or a chat: the answer, the segments, what
/// to do and why, and how it was computed. Texts from data are escaped.
/// </summary>
public static class MarkdownReport
{
    private const int MostFindings = 3;
    private const int MostWarnings = 20;

    /// <summary>Writes the report of a run.</summary>
    /// <returns>The Markdown text. The same result gives the same text.</returns>
    public static string Of(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        MarkdownBuilder markdown = new();
        markdown.Add($"# {ResultText.Title(result)}");
        markdown.AddBreak();
        markdown.Add($"**{Headline.Of(result)}**");
        markdown.AddBreak();
        markdown.Add($"{ResultText.Count(result)} {ResultText.Sureness(result)}");
        if (result.IsDivision)
        {
            AddSentences(markdown, "A division, not a discovery", ResultText.AgainstDivision(result));
        }

        markdown.AddBreak();
        AddSizes(markdown, result);
        if (result.Outcome is OutcomeComparison outcome)
        {
            AddSentences(markdown, "The outcome", outcome.Sentences);
        }

        markdown.AddItems(result.DataUse.Sentences);
        AddWarnings(markdown, result.Warnings);
        foreach (SegmentProfile profile in result.Profiles)
        {
            AddSegment(markdown, result, profile);
        }

        if (result.Value is ValueRanking value)
        {
            AddSentences(markdown, "What the segments are worth", value.Sentences);
        }

        if (result.Budget is BudgetPlan budget)
        {
            AddSentences(markdown, "Where to spend", budget.Sentences);
        }

        AddSentences(markdown, "How many segments", result.Verdict.Reasons);
        AddMethod(markdown, result);
        return markdown.ToString();
    }

    /// <summary>The means of the clustered columns that tell the segments apart most, over the customers whose value is known.</summary>
    private static void AddSizes(MarkdownBuilder markdown, SegmentationResult result)
    {
        const int MostColumns = 6;
        string[] telling = [.. TellingColumns.Clustered(result.Profiles).Take(MostColumns)];
        string[] shown = [.. result.Preprocessor.FeatureNames.Where(name => telling.Contains(name))];
        markdown.AddTable(
            ["Segment", "Customers", "Share", .. shown.Select(name => $"Mean {name}")],
            result.Profiles.Select(profile => (IReadOnlyList<string>)
            [
                SegmentMarkup.Label(profile), ReportNumbers.Whole(profile.Size), NumberText.Percent(profile.Share),
                .. shown.Select(name => ReportNumbers.Of(profile.Numbers.First(number => number.Column == name).Mean)),
            ]));
    }

    private static void AddWarnings(MarkdownBuilder markdown, IReadOnlyList<string> warnings)
    {
        if (warnings.Count > 0)
        {
            markdown.Add($"**Mind this:**");
            markdown.AddBreak();
            markdown.AddItems(warnings.Take(MostWarnings));
        }

        if (warnings.Count > MostWarnings)
        {
            int more = warnings.Count - MostWarnings;
            markdown.Add($"{more} more {NumberText.Are(more)} in summary.json.");
            markdown.AddBreak();
        }
    }

    private static void AddSegment(MarkdownBuilder markdown, SegmentationResult result, SegmentProfile profile)
    {
        markdown.Add($"## {SegmentMarkup.Label(profile)}");
        markdown.AddBreak();
        markdown.Add($"{SegmentMarkup.Size(profile)}.");
        markdown.AddBreak();
        IReadOnlyList<string> findings = CardFindings.Of(profile);
        markdown.AddItems(findings.Count == 0 ? [CardFindings.None(profile)] : findings.Take(MostFindings));
        foreach ((string term, string value) in CardFacts.Of(result, profile))
        {
            markdown.Add($"**{term}:** {value}.");
            markdown.AddBreak();
        }

        IEnumerable<Recommendation> recommendations = result.Recommendations.Where(recommendation => recommendation.Segment == profile.Segment);
        foreach (IGrouping<string, Recommendation> because in recommendations.GroupBy(recommendation => recommendation.Reason))
        {
            markdown.Add($"Because: {because.Key}");
            markdown.AddBreak();
            foreach (Recommendation recommendation in because)
            {
                markdown.Add($"- **{ResultText.Title(recommendation.Family)}:** {recommendation.Action} {RecommendationText.Source(recommendation)}");
            }

            markdown.AddBreak();
        }

        markdown.Add($"Experiment: {result.Experiments[profile.Segment - 1].Describe()}");
        markdown.AddBreak();
    }

    private static void AddSentences(MarkdownBuilder markdown, string title, IReadOnlyList<string> sentences)
    {
        markdown.Add($"## {title}");
        markdown.AddBreak();
        markdown.AddItems(sentences);
    }

    private static void AddMethod(MarkdownBuilder markdown, SegmentationResult result)
    {
        markdown.Add($"## How it was computed");
        markdown.AddBreak();
        foreach ((string what, string value) in MethodText.Of(result))
        {
            markdown.Add($"- **{what}:** {value}");
        }
    }
}
