using System.Net;
using System.Text.RegularExpressions;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    public static TheoryData<string> Names => [.. ReportSamples.All.Keys];

    [Fact]
    public void Of_SmallTable_ReadsAsReviewed()
    {
        string report = HtmlReport.Of(ReportSamples.Small);

        Snapshot.Match("report.txt", TextOf(report).Replace(LibraryVersion.Text, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_SameTableRunAgain_GivesTheSameBytes()
    {
        CustomerTable table = SampleData.MallCustomers(customers: 60);
        SegmentationPipeline pipeline = new() { ClusterCount = 3, MaxClusters = 4 };

        string report = HtmlReport.Of(pipeline.Run(table));
        string other = HtmlReport.Of((pipeline with { Algorithm = pipeline.Algorithm with { Threads = 3 } }).Run(table));

        Assert.Equal(report, other);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_GivesEveryRecommendationItsReasonWithNumbers(string name)
    {
        SegmentationResult result = ReportSamples.All[name];

        string text = TextOf(HtmlReport.Of(result));

        Assert.NotEmpty(result.Recommendations);
        Assert.All(result.Recommendations, recommendation =>
        {
            Assert.Matches("[0-9]", recommendation.Reason);
            Assert.NotEmpty(recommendation.Evidence);
            Assert.Contains($"Why: {recommendation.Reason}", text, StringComparison.Ordinal);
            Assert.Contains(recommendation.Action, text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_ShowsEveryWarning(string name)
    {
        SegmentationResult result = ReportSamples.All[name];

        string text = TextOf(HtmlReport.Of(result));

        Assert.All(result.Warnings, warning => Assert.Contains(warning, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_HasNoScriptAndNoAddress(string name)
    {
        string html = HtmlReport.Of(ReportSamples.All[name]);

        string style = Style().Match(html).Value;
        Assert.NotEmpty(style);
        Assert.DoesNotMatch("(?i)url\\(|@import", style);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("://", Tags(html).Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyCustomers_StaysSmall()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 5, MaxClusters = 5, Algorithm = new(1) { Restarts = 1, Swaps = 0 } }
            .Run(SampleData.MallCustomers(customers: 50_000));

        string report = HtmlReport.Of(result);

        // 5,000 points of about 50 bytes, 2,000 silhouette steps, and the rest of the report.
        Assert.InRange(report.Length, 200_000, 600_000);
    }

    /// <summary>What a reader sees, a table's row in one line; of a picture only its title and description.</summary>
    private static string TextOf(string html)
    {
        string shown = Style().Replace(html, string.Empty);
        shown = Picture().Replace(shown, match => $"[{match.Groups[1].Value}: {match.Groups[2].Value}]");
        shown = CellEnd().Replace(shown, " | ");
        IEnumerable<string> lines = Tag().Replace(shown, " ").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return WebUtility.HtmlDecode(string.Join('\n', lines)) + "\n";
    }

    /// <summary>The markup without what stands between.</summary>
    private static string Tags(string html) => string.Concat(Tag().Matches(Style().Replace(html, string.Empty)).Select(match => match.Value));

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<svg[^>]*>\\s*<title>(.*?)</title>\\s*<desc>(.*?)</desc>.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("</t[hd]>\\n(?=<t[hd])")]
    private static partial Regex CellEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
