namespace Segmentation;

/// <summary>
/// The report for people: one HTML file with its pictures inside, readable without a network, on a phone and on paper.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the report of a run.</summary>
    /// <returns>A complete HTML document. The same result gives the same text.</returns>
    public static string Of(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string title = result.Profiles.Count == 1 ? "1 customer segment" : $"{result.Profiles.Count} customer segments";
        HtmlBuilder html = new();
        html.Add($"<!DOCTYPE html>");
        html.Add($"<html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Add($"<title>{title}</title>");
        html.Add($"<style>{new Markup(StyleSheet())}</style></head><body>");
        html.Add($"<header><h1>{title}</h1>");
        AnswerSection.Add(html, result);
        html.Add($"<nav aria-label=\"Contents\"><a href=\"#question\">The question</a> <a href=\"#data\">The data</a> <a href=\"#count\">How many segments</a> <a href=\"#segments\">The segments</a> <a href=\"#actions\">What to do</a> <a href=\"#method\">How it was computed</a></nav></header><main>");
        DataSection.Add(html, result);
        ClusterCountSection.Add(html, result);
        SegmentSection.Add(html, result);
        RecommendationSection.Add(html, result);
        MethodSection.Add(html, result);
        html.Add($"</main></body></html>");
        return html.ToString();
    }

    private static string StyleSheet()
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("Segmentation.Reporting.report.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
