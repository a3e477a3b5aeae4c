using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Segmentation.Tests.Charts;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

/// <summary>The report as a reader opens it: a file in a browser, on a phone and on a desk, and on paper.</summary>
public sealed class ReportBrowserTests(ReportBrowserTests.OneBrowser shared) : IClassFixture<ReportBrowserTests.OneBrowser>
{
    /// <summary>A phone upright and a desk's window.</summary>
    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1280, 900)];

    public static TheoryData<string, int> NamesAndWidths => ReportSamples.NamesAndWidths;

    public static TheoryData<string, int, int, ColorScheme> NamesScreensAndSchemes =>
    [
        .. from name in ReportSamples.All.Keys
           from screen in Screens
           from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
           select (name, screen.Width, screen.Height, scheme),
    ];

    [Theory]
    [MemberData(nameof(NamesScreensAndSchemes))]
    public async Task Report_Opened_FitsThePageAndIsAccessible(string name, int width, int height, ColorScheme scheme)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], width);
        await report.Page.SetViewportSizeAsync(width, height);
        await report.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

        string[] violations = await ViolationsAsync(report.Page);
        await UnfoldAsync(report.Page);
        string[] problems = await SvgTexts.ProblemsAsync(report.Page);

        Assert.Empty(problems);
        Assert.Empty(violations);
        Assert.Empty(report.Messages);
    }

    /// <summary>The finding, the picture and the actions: a desk's window of 1280 x 800, two screens of a phone.</summary>
    [Theory]
    [InlineData("mall", 390, 2 * 844)]
    [InlineData("mall", 1280, 800)]
    [InlineData("value", 390, 2 * 844)]
    [InlineData("value", 1280, 800)]
    [InlineData("twelve segments", 390, 2 * 844)]
    [InlineData("twelve segments", 1280, 800)]
    public async Task Report_Opened_ShowsTheAnswerOnTheFirstScreen(string name, int width, int height)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], width);

        double[] ends = await report.Page.EvaluateAsync<double[]>(
            "['h1', '.first .picture', '.do'].map(part => document.querySelector(part).getBoundingClientRect().bottom)");

        Assert.All(ends, end => Assert.InRange(end, 1, height));
    }

    [Fact]
    public async Task Report_LinkToWhatIsFolded_UnfoldsIt()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All["mall"], 1280);

        await report.Page.Locator(".do a").First.ClickAsync();

        await report.Page.Locator("details.segment[open] article").WaitForAsync();
    }

    [Fact]
    public async Task Report_TableWiderThanItsRoom_SaysThatItScrolls()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All["twelve columns"], 390);
        await UnfoldAsync(report.Page);
        await report.Page.Locator(".hint:visible").First.WaitForAsync();

        int wrong = await report.Page.EvaluateAsync<int>(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done([...document.querySelectorAll('.scroll')].filter(block => block.scrollWidth > block.clientWidth === block.previousElementSibling.hidden).length))))");

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task Report_EveryDataTableUnfolded_FitsThePageAndIsAccessible()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All["mall"], 390);

        await UnfoldAsync(report.Page);
        string[] problems = await SvgTexts.ProblemsAsync(report.Page);
        string[] violations = await ViolationsAsync(report.Page);

        Assert.Empty(problems);
        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("mall")]
    [InlineData("twelve columns")]
    [InlineData("hostile")]
    public async Task Report_WithoutPlotly_ShowsAPictureOfEveryChartWithItsDataBelow(string name)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], 1280);
        await UnfoldAsync(report.Page);

        int[] counts = await report.Page.EvaluateAsync<int[]>(
            """
            () => {
                const charts = [...document.querySelectorAll('figure.chart')];
                const seen = svg => svg.checkVisibility() && svg.getBoundingClientRect().height > 100 && svg.querySelector('title').textContent && svg.querySelector('desc').textContent;
                const rows = chart => chart.querySelectorAll('details.data tbody tr').length;
                return [charts.length, charts.filter(chart => seen(chart.querySelector('.picture > svg'))).length, charts.filter(chart => rows(chart) > 0).length];
            }
            """);

        Assert.InRange(counts[0], 7, 20);
        Assert.Equal([counts[0], counts[0], counts[0]], counts);
        Assert.Empty(report.Messages);
    }

    /// <summary>The copy beside the report is served where the page asks for it, as a file there would be.</summary>
    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Report_ReaderAsksForPlotlyAndItLiesBesideTheReport_DrawsEveryChart(int width, ColorScheme scheme)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All["mall"], width, plotly: PlotlyPath);
        await report.Page.EmulateMediaAsync(new() { ColorScheme = scheme });

        await UnfoldAsync(report.Page);
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Make the charts interactive" }).ClickAsync();
        await UntilDrawnAsync(report.Page);

        Assert.Equal(await report.Page.Locator("figure.chart").CountAsync(), await VisiblePlotsAsync(report.Page));
        Assert.Equal(0, await report.Page.Locator(".picture:visible").CountAsync());
        Assert.False(await report.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        Assert.Equal(0, await report.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('figure:not(.wide) .main-svg')].filter(svg => svg.getBoundingClientRect().right > innerWidth).length"));
        Assert.Empty(await ViolationsAsync(report.Page));
        Assert.DoesNotContain(report.Requests, address => address.StartsWith("http", StringComparison.Ordinal));
        Assert.Empty(report.Messages);
    }

    [Fact]
    public async Task Report_PlotlyOnlyAtItsPinnedAddress_IsLoadedFromThere()
    {
        string plotly = PlotlyPath;   // asked for here, where a missing file skips the test
        await using OpenedReport report = await OpenAsync(ReportSamples.All["mall"], 1280);
        await report.Page.RouteAsync(PlotlyLibrary.Address, route => route.FulfillAsync(
            new() { Path = plotly, Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } }));

        await UnfoldAsync(report.Page);
        await report.Page.GetByRole(AriaRole.Button).ClickAsync();
        await UntilDrawnAsync(report.Page);

        Assert.Equal(await report.Page.Locator("figure.chart").CountAsync(), await VisiblePlotsAsync(report.Page));
    }

    /// <summary>Whoever serves another file under that address does not get it run.</summary>
    [Fact]
    public async Task Report_OtherFileAtPlotlysAddress_IsNotRunAndThePicturesStay()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Small, 1280);
        await report.Page.RouteAsync(PlotlyLibrary.Address, route => route.FulfillAsync(
            new() { Body = "alert('run')", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } }));

        await report.Page.GetByRole(AriaRole.Button).ClickAsync();
        await UnfoldAsync(report.Page);
        await report.Page.GetByText("plotly.js could not be loaded; the charts stay as they are.").WaitForAsync();

        Assert.DoesNotContain(report.Messages, message => message.StartsWith("dialog", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Messages, message => message.StartsWith("page error", StringComparison.Ordinal));
        Assert.Equal(await report.Page.Locator("figure.chart").CountAsync(), await report.Page.Locator(".picture:visible").CountAsync());
    }

    [Fact]
    public async Task Report_PrintedWithPlotly_ShowsThePictures()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Small, 1280, plotly: PlotlyPath);
        await UnfoldAsync(report.Page);
        await report.Page.GetByRole(AriaRole.Button).ClickAsync();
        await UntilDrawnAsync(report.Page);

        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(await report.Page.Locator("figure.chart").CountAsync(), await report.Page.Locator(".picture:visible").CountAsync());
        Assert.Equal(0, await VisiblePlotsAsync(report.Page));
    }

    [Fact]
    public async Task Report_TabPressed_OffersToSkipToTheSegments()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Small, 390);

        await report.Page.Keyboard.PressAsync("Tab");
        bool shown = await report.Page.EvaluateAsync<bool>(
            "document.activeElement.hash === '#main' && document.activeElement.getBoundingClientRect().left >= 0");
        await report.Page.Keyboard.PressAsync("Enter");

        Assert.True(shown);
        Assert.Equal("main", await report.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Report_500ColumnsAnd20Segments_FitsThePage(int width)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Large, width);

        await UnfoldAsync(report.Page);
        Assert.Empty(await SvgTexts.ProblemsAsync(report.Page));
        Assert.Empty(await ViolationsAsync(report.Page));
    }

    [Theory]
    [MemberData(nameof(NamesAndWidths))]
    public async Task Report_OnAScreen_ShowsNoTextThatIsTooSmall(string name, int width)
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.All[name], width);

        await UnfoldAsync(report.Page);
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
            () => document.querySelectorAll('script:not([type="application/json"], body > :last-child), img, iframe, object, embed, link, form, b, base, foreignObject').length
                + [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length
            """);
        await UnfoldAsync(report.Page);
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

        Task<int> Hidden() => report.Page.EvaluateAsync<int>("[...document.querySelectorAll('main li')].filter(item => !item.checkVisibility()).length");
        int onScreen = await Hidden();
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        int onPaper = await Hidden();

        Assert.InRange(onScreen, 3, 100);
        Assert.Equal(0, onPaper);
    }

    [Fact]
    public async Task Report_EveryLink_LeadsSomewhereOnThePage()
    {
        await using OpenedReport report = await OpenAsync(ReportSamples.Small, 390);

        string[] targets = await report.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('a')].map(a => document.querySelector(a.hash)?.tagName ?? a.hash)");

        Assert.InRange(targets.Count(tag => tag == "ARTICLE"), 3, 5);
        Assert.DoesNotContain(targets, target => target.Length == 0 || target.StartsWith('#'));
    }

    private static string PlotlyPath
    {
        get
        {
            string path = Repository.PathOf("tests", "Segmentation.Tests", "node_modules", "plotly.js-dist-min", PlotlyLibrary.FileName);
            Browser.Require(path, "plotly.js is not installed; run npm ci in tests/Segmentation.Tests.");
            return path;
        }
    }

    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        var axe = await page.RunAxe();
        Assert.NotEmpty(axe.Passes);
        return
        [
            .. axe.Violations.Select(violation =>
                $"{violation.Impact} {violation.Id}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}"),
        ];
    }

    private static async Task UnfoldAsync(IPage page) =>
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

    private static Task UntilDrawnAsync(IPage page) => page.GetByText("The charts are interactive").WaitForAsync();

    private static Task<int> VisiblePlotsAsync(IPage page) => page.Locator(".plot .main-svg:first-child:visible").CountAsync();

    private Task<OpenedReport> OpenAsync(SegmentationResult result, int width, string? plotly = null) =>
        OpenAsync(HtmlReport.Of(result), width, plotly);

    private async Task<OpenedReport> OpenAsync(string html, int width, string? plotly = null)
    {
        Browser browser = await shared.LaunchedAsync();
        TemporaryFolder folder = new();
        OpenedReport report = new(folder, await browser.NewPageAsync(width));
        await report.Page.RouteAsync("http*://**", route => route.AbortAsync());
        if (plotly is not null)
        {
            File.Copy(plotly, folder.File(PlotlyLibrary.FileName));
        }

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
