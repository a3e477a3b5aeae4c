namespace Segmentation;

/// <summary>
/// The report's first screen: the finding that matters most, how sure it is, one picture, three things to do, and what to be
/// careful about first.
/// </summary>
internal static class AnswerSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<h1>{Headline.Of(result)}</h1>");
        html.Add($"<p class=\"lead\">{ResultText.Count(result)} {ResultText.Sureness(result)}</p>");
        DivisionSection.Add(html, result);
        AddWarning(html, ResultText.FurtherWarnings(result));
        html.Add($"<div class=\"first\">");
        html.AddFigure(new LeadPicture(result).Draw());
        AddActions(html, result);
        html.Add($"</div>");
        html.Add($"<p class=\"note\">{string.Join(" ", result.DataUse.Sentences)}</p>");
    }

    private static void AddActions(HtmlBuilder html, SegmentationResult result)
    {
        IReadOnlyList<Recommendation> actions = TopActions.Of(result);
        html.Add($"<section class=\"do\" aria-labelledby=\"first-title\"><h2 id=\"first-title\">What to do first</h2>");
        if (actions.Count == 0)
        {
            html.Add($"<p>The data support no recommendation.</p>");
        }

        html.Add($"<ol>");
        foreach (Recommendation action in actions)
        {
            SegmentProfile profile = result.Profiles[action.Segment - 1];
            html.Add($"<li><a href=\"#actions-{action.Segment}\">{SegmentMarkup.Swatch(action.Segment)}{SegmentMarkup.Label(profile)}</a><p>{action.Action}</p><p class=\"note\">{TopActions.Because(action)}</p></li>");
        }

        html.Add($"</ol></section>");
    }

    private static void AddWarning(HtmlBuilder html, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        html.Add($"<p class=\"warning\"><strong>Mind this:</strong> {warnings[0]}");
        if (warnings.Count > 1)
        {
            html.Add($"<a href=\"#care\">{warnings.Count - 1} more below.</a>");
        }

        html.Add($"</p>");
    }
}
