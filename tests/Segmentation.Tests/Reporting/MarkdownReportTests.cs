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

    [Fact]
    public void Of_LogarithmAndMissingCells_ShowsTheMeansOfTheKnownAmounts()
    {
        // Low: 1 and 100, mean 50.5 (10 in logarithms); high: 10,000 and 1,000,000. A missing visit is no 3, their mean over all.
        CustomerTable table = new(
        [
            new NumericColumn("Amount", [.. Enumerable.Range(0, 40).Select(row => Math.Pow(10, 2 * (row % 4)))]),
            new NumericColumn("Visits", [.. Enumerable.Range(0, 40).Select(row => row == 0 ? double.NaN : row % 4 < 2 ? 1.0 : 5)]),
        ]);
        SegmentationPipeline pipeline = new()
        {
            Preprocessor = new() { Encodings = new Dictionary<string, ColumnEncoding> { ["Amount"] = ColumnEncoding.Log }, Missing = MissingValues.FillMean },
            ClusterCount = 2,
            MaxClusters = 2,
        };

        string report = MarkdownReport.Of(pipeline.Run(table));

        Assert.Contains("| Mean Amount | Mean Visits |", report, StringComparison.Ordinal);
        Assert.Contains("| 20 | 50% | 50.5 | 1 |", report, StringComparison.Ordinal);
        Assert.Contains("| 20 | 50% | 505,000 | 5 |", report, StringComparison.Ordinal);
    }

    private static string Rendered(SegmentationResult result) => Markdown.ToHtml(
        MarkdownReport.Of(result),
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build());

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Element();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
