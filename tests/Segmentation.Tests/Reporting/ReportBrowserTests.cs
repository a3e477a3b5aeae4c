using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Segmentation.Tests.Charts;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

/// <summary>The report as a reader opens it: a file in a browser, on a phone and on a desk, and on paper.</summary>
public sealed class ReportBrowserTests(ReportBrowserTests.OneBrowser shared) : IClassFixture<ReportBrowserTests.OneBrowser>
{
    public static TheoryData<string, int> NamesAndWidths => ReportSamples.NamesAndWidths;

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public async Task Report_Opened_FitsThePageAndIsAccessible(string name, int width)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], width);

        string[] problems = await SvgTexts.ProblemsAsync(report.Page);
        var axe = await report.Page.RunAxe();

        Assert.Empty(problems);
        Assert.NotEmpty(axe.Passes);
        Assert.Empty(axe.Violations.Select(violation =>
            $"{violation.Impact} {violation.Id}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.Empty(report.Messages);
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public async Task Report_OnAScreen_ShowsNoTextThatIsTooSmall(string name, int width)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], width);

        double smallest = await report.Page.EvaluateAsync<double>(
            """
            () => Math.min(...[...document.querySelectorAll('svg text')].map(text => {
                const svg = text.ownerSVGElement, scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return parseFloat(getComputedStyle(text).fontSize) * scale;
            }))
            """);

        // 12 units at 358 of 420 pixels: the figures in the cells of a heat map on a phone.
        Assert.InRange(smallest, 10, 20);
    }

    [Fact]
    public async Task Report_Opened_AsksForNothingButItself()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Hostile, 1200);

        await report.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal([report.Page.Url], report.Requests);
    }

    [Fact]
    public async Task Report_HostileNamesAndValues_AreShownAsText()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Hostile, 1200);

        int foreign = await report.Page.EvaluateAsync<int>(
            """
            () => document.querySelectorAll('script, img, iframe, object, embed, link, form, b, base, foreignObject').length
                + [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length
            """);
        string text = await report.Page.Locator("body").InnerTextAsync();

        Assert.Equal(0, foreign);
        Assert.Empty(report.Messages);
        Assert.Contains(ReportSamples.Script, text, StringComparison.Ordinal);
        Assert.Contains(ReportSamples.Image, text, StringComparison.Ordinal);
        Assert.Contains("<svg onload=alert(2)>", text, StringComparison.Ordinal);
        Assert.Contains("kind & <b>sort</b>", text, StringComparison.Ordinal);
    }

    /// <summary>Without this, nothing would show that the listeners above can hear.</summary>
    [Fact]
    public async Task OpenedReport_PageThatMisbehaves_RecordsIt()
    {
        await using OpenedReport report = await OpenAsync(
            "<script>alert(1);console.error('no')</script><img src=\"https://example.test/x.png\">", 390);

        Assert.Contains("dialog: 1", report.Messages);
        Assert.Contains("error: no", report.Messages);
        Assert.Contains("https://example.test/x.png", report.Requests);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("hostile")]
    [InlineData("twelve columns")]
    public async Task Report_Printed_GivesPages(string name)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], 1200);

        byte[] pdf = await report.Page.PdfAsync(new() { Format = "A4" });

        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.InRange(pdf.Length, 20_000, 5_000_000);
    }

    [Fact]
    public async Task Report_OnPaper_ShowsWhatIsFoldedOnAScreen()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All["twelve columns"], 1200);

        Task<int> Hidden() => report.Page.EvaluateAsync<int>("[...document.querySelectorAll('li')].filter(item => !item.checkVisibility()).length");
        int onScreen = await Hidden();
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        int onPaper = await Hidden();

        Assert.InRange(onScreen, 3, 100);
        Assert.Equal(0, onPaper);
    }

    [Fact]
    public async Task Report_SegmentInTheAnswer_LeadsToItsCard()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Small, 390);

        string[] targets = await report.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('header a')].map(a => document.querySelector(a.hash)?.tagName ?? a.hash)");

        Assert.Equal(2, targets.Count(tag => tag == "ARTICLE"));
        Assert.DoesNotContain(targets, target => target.StartsWith('#'));
    }

    private Task<OpenedReport> OpenAsync(SegmentationResult result, int width) => OpenAsync(HtmlReport.Of(result), width);

    private async Task<OpenedReport> OpenAsync(string html, int width)
    {
        Browser browser = await shared.LaunchedAsync();
        TemporaryFolder folder = new();
        OpenedReport report = new(folder, await browser.NewPageAsync(width));
        await report.Page.RouteAsync("http*://**", route => route.AbortAsync());
        await report.Page.GotoAsync(new Uri(folder.Write("report.html", html)).AbsoluteUri);
        return report;
    }

    /// <summary>A report in a browser without a network, with all that it says and asks for recorded.</summary>
    private sealed class OpenedReport : IAsyncDisposable
    {
        private readonly TemporaryFolder folder;

        public OpenedReport(TemporaryFolder folder, IPage page)
        {
            this.folder = folder;
            Page = page;
            page.Console += (_, message) => Messages.Add($"{message.Type}: {message.Text}");
            page.PageError += (_, error) => Messages.Add($"page error: {error}");
            page.Request += (_, request) => Requests.Add(request.Url);
            page.Dialog += (_, dialog) =>
            {
                Messages.Add($"dialog: {dialog.Message}");
                _ = dialog.DismissAsync();
            };
        }

        public IPage Page { get; }

        /// <summary>What the page wrote to the console, threw or asked.</summary>
        public List<string> Messages { get; } = [];

        /// <summary>The addresses that the page asked for, its own first.</summary>
        public List<string> Requests { get; } = [];

        public async ValueTask DisposeAsync()
        {
            await Page.CloseAsync();
            folder.Dispose();
        }
    }

    /// <summary>A browser for all tests of the class; starting one takes longer than a test.</summary>
    public sealed class OneBrowser : IAsyncDisposable
    {
        private Browser? browser;

        internal async Task<Browser> LaunchedAsync() => browser ??= await Browser.LaunchAsync();

        public ValueTask DisposeAsync() => browser?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
