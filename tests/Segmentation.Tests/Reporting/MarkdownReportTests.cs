using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

public sealed partial class MarkdownReportTests
{
    public static TheoryData<string> Names => [.. ReportSamples.All.Keys];

    [Fact]
    public void Of_SmallTable_ReadsAsReviewed()
    {
        string report = MarkdownReport.Of(ReportSamples.Small);

        Snapshot.Match("report.md.txt", report.Replace(LibraryVersion.Text, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_HostileNamesAndValues_RendersNoMarkupOfTheirs()
    {
        string html = Rendered(ReportSamples.Hostile);

        string[] elements = [.. Element().Matches(html).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(["h1", "h2", "li", "p", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"], elements);
        Assert.Contains(ReportSamples.Script, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_HasEverySegmentAndEveryRecommendationWithItsReason(string name)
    {
        SegmentationResult result = ReportSamples.All[name];

        string text = WebUtility.HtmlDecode(Tag().Replace(Rendered(result), string.Empty));

        Assert.All(result.Profiles, profile => Assert.Contains($"{profile.Segment} · {profile.Name}", text, StringComparison.Ordinal));
        Assert.All(result.Recommendations, recommendation =>
        {
            Assert.Contains(recommendation.Action, text, StringComparison.Ordinal);
            Assert.Contains(recommendation.Reason, text, StringComparison.Ordinal);
        });
    }

    private static string Rendered(SegmentationResult result) => Markdown.ToHtml(
        MarkdownReport.Of(result),
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build());

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Element();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
