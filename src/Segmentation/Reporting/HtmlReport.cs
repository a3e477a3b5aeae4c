namespace Segmentation;

/// <summary>
/// The report for people: one HTML file with its pictures inside, readable without a network or scripts, on a phone and on
/// paper. The first screen has the finding that matters most, one picture and what to do first; a card for each segment
/// follows, and the depth is folded away below, and open on paper.
/// </summary>
/// <remarks>
/// Whatever the table holds, the file stays below 5 MB: of many columns and points the most telling are shown, and the
/// report says what it leaves out and which file has it. A reader who presses the button for it has the charts made
/// interactive by plotly.js, from a copy beside the report or from the network; nothing is loaded before.
/// </remarks>
public static class HtmlReport
{
    private static readonly ReportSection[] Sections =
    [
        new("outcome", "The outcome", OutcomeSection.Add) { Applies = result => result.Outcome is not null },
        new("segments", "The segments", SegmentCards.Add),
        new("compared", "The segments compared", SegmentSection.Add) { Applies = result => result.Profiles.Count > 1 },
        new("value", "What the segments are worth", ValueSection.Add) { Applies = result => result.Value is not null },
        new("actions", "What to do", RecommendationSection.Add),
        new("budget", "Where to spend", BudgetSection.Add) { Applies = result => result.Budget is not null },
        new("rules", "Rules to tell them by", RuleSection.Add) { Applies = result => result.Rules is not null },
        new("stability", "How stable they are", StabilitySection.Add) { Applies = result => result.Stability is not null },
        new("count", "How many segments", ClusterCountSection.Add),
        new("data", "The data", DataSection.Add),
        new("method", "How it was computed", MethodSection.Add),
    ];

    /// <summary>Writes the report of a run.</summary>
    /// <returns>A complete HTML document. The same result gives the same text.</returns>
    public static string Of(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ReportSection[] sections = [.. Sections.Where(section => section.Applies(result))];
        string title = ResultText.Title(result);
        HtmlBuilder html = new();
        html.Add($"<!DOCTYPE html>");
        html.Add($"<html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Add($"<meta name=\"color-scheme\" content=\"light dark\">");
        html.Add($"<title>{title}</title>");
        html.Add($"<style>{ReportResource.Style}</style></head><body>");
        html.Add($"<a class=\"skip\" href=\"#main\">Skip to the segments</a>");
        html.Add($"<header><p class=\"kicker\">{title}</p>");
        AnswerSection.Add(html, result);
        AddInteractive(html);
        AddContents(html, sections);
        html.Add($"</header><main id=\"main\" tabindex=\"-1\">");
        foreach (ReportSection section in sections)
        {
            section.Add(html, result);
        }

        html.Add($"</main>");
        html.Add($"<script>{ReportResource.Script}</script></body></html>");
        return html.ToString();
    }

    private static void AddContents(HtmlBuilder html, IEnumerable<ReportSection> sections)
    {
        html.Add($"<nav aria-label=\"Contents\"><ol>");
        foreach (ReportSection section in sections)
        {
            html.Add($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>");
        }

        html.Add($"</ol></nav>");
    }

    private static void AddInteractive(HtmlBuilder html)
    {
        html.Add($"<div id=\"interactive\" hidden><button type=\"button\">Make the charts interactive</button> <span role=\"status\">Loads plotly.js {PlotlyLibrary.Version} from {PlotlyLibrary.FileName} beside this file, or else from {PlotlyLibrary.Host}. The data stay here.</span></div>");
    }
}
