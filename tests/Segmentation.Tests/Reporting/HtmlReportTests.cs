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
            Assert.Contains($"{recommendation.Action} {RecommendationText.Source(recommendation)}", text, StringComparison.Ordinal);
            Assert.EndsWith($"Rule: {recommendation.Rule} ({recommendation.Source}).", RecommendationText.Source(recommendation), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_ShowsEveryWarning(string name)
    {
        SegmentationResult result = ReportSamples.All[name];

        string text = TextOf(HtmlReport.Of(result));

        Assert.All(ResultText.FurtherWarnings(result), warning => Assert.Contains(warning, text, StringComparison.Ordinal));
        Assert.Contains(result.IsDivision ? result.Verdict.Doubt! : ResultText.Count(result), text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_HasNoScriptButItsOwnAndNoAddressButPlotlys(string name)
    {
        string html = HtmlReport.Of(ReportSamples.All[name]);

        string style = Style().Match(html).Value;
        Assert.NotEmpty(style);
        Assert.DoesNotMatch("(?i)url\\(|@import", style);
        Assert.Single(Regex.Matches(html, "(?i)<script(?! type=\"application/json\">\\{)"));
        Assert.EndsWith($"<script>{ReportResource.Script.Html}</script></body></html>\n", html, StringComparison.Ordinal);
        Assert.Equal([PlotlyLibrary.Address], Regex.Matches(ReportResource.Script.Html, "https?://[^\"]*").Select(match => match.Value));
        Assert.DoesNotContain("://", Tags(html).Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_HasACardWithAtMostThreeFindingsForEachSegment(string name)
    {
        SegmentationResult result = ReportSamples.All[name];

        string[] cards = [.. Card().Matches(HtmlReport.Of(result)).Select(match => WebUtility.HtmlDecode(match.Value))];

        Assert.Equal(result.Profiles.Count, cards.Length);
        Assert.All(result.Profiles, profile =>
        {
            string card = cards[profile.Segment - 1];
            Assert.Contains(profile.Name, card, StringComparison.Ordinal);
            Assert.Contains(NumberText.Customers(profile.Size), card, StringComparison.Ordinal);
            string findings = card.Split("<ul>")[1].Split("</ul>")[0];
            Assert.InRange(findings.Split("<li>").Length - 1, 1, 3);
            Assert.All(findings.Split("<li>").Skip(1), finding => Assert.Matches("[0-9]|all customers", finding));
        });
    }

    [Fact]
    public void Of_HostileColumnInAReason_IsEscapedThere()
    {
        // Clustered one at a time, so that each hostile name is in a reason.
        string[] names = [ReportSamples.Script, ReportSamples.Image];
        foreach (string name in names)
        {
            SegmentationResult result = new SegmentationPipeline { Preprocessor = new() { Features = [name] }, ClusterCount = 2, MaxClusters = 2 }
                .Run(ReportSamples.Hostile.Customers);
            Recommendation recommendation = result.Recommendations[0];
            HtmlBuilder html = new();

            RecommendationSection.Add(html, result);

            Assert.Contains(name, recommendation.Reason, StringComparison.Ordinal);
            Assert.Contains($"<p class=\"note\">Why: {WebUtility.HtmlEncode(recommendation.Reason)}</p>", html.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(name, html.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnyResult_SaysEveryRuleOnItsCardAndEveryExperiment(string name)
    {
        SegmentationResult result = ReportSamples.All[name];

        string html = HtmlReport.Of(result);

        string[] cards = [.. Card().Matches(html).Select(match => TextOf(match.Value))];
        Assert.Equal(result.Rules is null, !html.Contains("href=\"#rules\"", StringComparison.Ordinal));
        Assert.All(result.Rules?.Segments ?? [], rule => Assert.Contains(rule.Describe(), cards[rule.Segment - 1], StringComparison.Ordinal));
        string text = TextOf(html);
        Assert.All(result.Experiments, experiment => Assert.Contains(experiment.Describe(), text, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ResultWithStabilityValueAndBudget_SaysThemOnEveryCardAndInFullBelow()
    {
        SegmentationResult result = ReportSamples.All["value"];

        string html = HtmlReport.Of(result);

        string[] cards = [.. Card().Matches(html).Select(match => TextOf(match.Value))];
        Assert.All(result.Profiles, profile =>
        {
            string card = cards[profile.Segment - 1];
            Assert.Contains(VerdictText.Word(result.Stability!.Clusters[profile.Segment - 1].Grade) + ": mean Jaccard", card, StringComparison.Ordinal);
            Assert.Contains(" of Revenue ($) a customer (95% interval ", card, StringComparison.Ordinal);
        });
        string text = TextOf(html);
        Assert.All(result.Value!.Sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        Assert.All(result.Budget!.Sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        Assert.Contains("value 25% lower in segment 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoValueNamed_HasNoSectionForIt()
    {
        string html = HtmlReport.Of(ReportSamples.Small);

        Assert.DoesNotContain("id=\"value\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#value\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 customer segment", "4 rows, 1 column.")]
    [InlineData(2, "2 customer segments (a division, not a discovery)", "4 rows, 2 columns.")]
    public void Of_OneOrMore_CountsInTheRightNumber(int segments, string title, string size)
    {
        string text = segments == 1 ? "Income\n1\n1\n3\n3\n" : "Income,Spending\n1,9\n1,8\n8,2\n8,2\n";

        string report = TextOf(HtmlReport.Of(new SegmentationPipeline { ClusterCount = segments, MaxClusters = 2 }.Run(Csv.Read(text))));

        Assert.StartsWith(title + "\nSkip to the segments\n" + title + "\n", report, StringComparison.Ordinal);
        Assert.Contains(size, report, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OrderBesideEightNumbers_CountsItAmongTheDistributions()
    {
        int[] rows = [.. Enumerable.Range(0, 40)];
        CustomerTable table = new(
        [
            .. Enumerable.Range(1, 8).Select(column => new NumericColumn($"n{column}", [.. rows.Select(row => (row % 2 * 50.0) + (row * column % 7))])),
            new CategoricalColumn("Grade", [.. rows.Select(row => row % 3 == 0 ? "low" : "high")]),
        ]);
        Dictionary<string, ColumnEncoding> encodings = new() { ["Grade"] = ColumnEncoding.Ordinal("low", "high") };

        string report = HtmlReport.Of(new SegmentationPipeline { Preprocessor = new() { Encodings = encodings, Features = [.. table.Columns.Select(column => column.Name)] }, ClusterCount = 2, MaxClusters = 2 }.Run(table));

        Assert.Contains("8 distributions of 9 are shown;", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyCustomers_StaysSmall()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 5, MaxClusters = 5, Algorithm = new(1) { Restarts = 1, Swaps = 0 } }
            .Run(SampleData.MallCustomers(customers: 50_000));

        string report = HtmlReport.Of(result);

        // 2,000 points of about 50 bytes as a picture and of 20 as numbers, 2,000 silhouette steps, and the rest of the report.
        Assert.InRange(report.Length, 200_000, 600_000);
    }

    /// <summary>As many points as are ever shown: more customers add none.</summary>
    [Fact]
    public void Of_500ColumnsAnd20Segments_StaysBelow5MegabytesAndSaysWhatIsLeftOut()
    {
        SegmentationResult result = ReportSamples.Large;

        string report = HtmlReport.Of(result);

        Assert.Equal((20, 500), (result.Profiles.Count, result.Customers.Columns.Count));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(report), 500_000, 5_000_000);
        string text = TextOf(report);
        Assert.Contains("The means are those of the 12 columns of 450 that tell the segments apart most; profiles.csv has all.", text, StringComparison.Ordinal);
        Assert.Contains("Shown are the 20 columns of 500", text, StringComparison.Ordinal);
        Assert.Contains("30 numbers of 450 are shown;", text, StringComparison.Ordinal);
        Assert.Contains("12 categories of 50 are shown;", text, StringComparison.Ordinal);
    }

    /// <summary>Where the verdict's own reasons do not repeat themselves.</summary>
    [Theory]
    [InlineData("small")]
    [InlineData("mall")]
    [InlineData("value")]
    [InlineData("one segment")]
    public void Of_Result_SaysNoSentenceThreeTimes(string name)
    {
        string html = HtmlReport.Of(ReportSamples.All[name]);

        string prose = Table().Replace(Picture().Replace(Script().Replace(Style().Replace(html, string.Empty), string.Empty), string.Empty), string.Empty);
        string[] common = Sentences(Article().Replace(prose, string.Empty));
        IEnumerable<IGrouping<string, string>> articles = Article().Matches(prose).GroupBy(match => match.Groups[1].Value, match => match.Value);
        IEnumerable<string[]> readings = [common, .. articles.Select(about => (string[])[.. common, .. Sentences(string.Join('\n', about))])];
        Assert.All(readings, sentences => Assert.DoesNotContain(sentences.GroupBy(sentence => sentence), sentence => sentence.Count() > 2));
    }

    /// <summary>What is long enough to be noticed when it comes again; where a recommendation comes from is said of each.</summary>
    private static string[] Sentences(string html) =>
    [
        .. WebUtility.HtmlDecode(Tag().Replace(html, "\n")).Split('\n').SelectMany(line => line.Split(". "))
            .Select(sentence => sentence.Trim().TrimEnd('.'))
            .Where(sentence => sentence.Length > 40 && !sentence.StartsWith("Rule: ", StringComparison.Ordinal) && !sentence.StartsWith("Measure: ", StringComparison.Ordinal) && !sentence.StartsWith("Channel: ", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Of_RealSizedTable_IsBelow600Kilobytes()
    {
        SegmentationResult result = new SegmentationPipeline { ClusterCount = 5, MaxClusters = 5, StabilitySamples = 5, Algorithm = new(1) { Restarts = 1, Swaps = 0 } }
            .Run(SampleData.MallCustomers(customers: 5_000));

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(HtmlReport.Of(result)), 100_000, 600_000);
    }

    /// <summary>What a reader sees, a table's row in one line; of a picture only its title and description.</summary>
    private static string TextOf(string html)
    {
        string shown = Script().Replace(Style().Replace(html, string.Empty), string.Empty);
        shown = Picture().Replace(shown, match => $"[{match.Groups[1].Value}: {match.Groups[2].Value}]");
        shown = CellEnd().Replace(shown, " | ");
        IEnumerable<string> lines = Tag().Replace(shown, " ").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return WebUtility.HtmlDecode(string.Join('\n', lines)) + "\n";
    }

    /// <summary>The markup without what stands between.</summary>
    private static string Tags(string html) => string.Concat(Tag().Matches(Script().Replace(Style().Replace(html, string.Empty), string.Empty)).Select(match => match.Value));

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<article class=\"card\".*?</article>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("<svg[^>]*>\\s*<title>(.*?)</title>\\s*<desc>(.*?)</desc>.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("<article[^>]* id=\"(?:segment|actions)-([0-9]+)\".*?</article>", RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("</t[hd]>\\n(?=<t[hd])")]
    private static partial Regex CellEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
