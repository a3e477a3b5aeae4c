using System.Globalization;
using Microsoft.Playwright;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Charts;

public sealed class FigureBrowserTests
{
    private static string PlotlyPath
    {
        get
        {
            string path = Repository.PathOf("tests", "Segmentation.Tests", "node_modules", "plotly.js-dist-min", "plotly.min.js");
            Browser.Require(path, "plotly.js is not installed; run npm ci in tests/Segmentation.Tests.");
            return path;
        }
    }

    /// <summary>Plotly reports every member of a trace without points as useless, so those are only drawn; and without any trace it knows neither legends nor radars.</summary>
    [Fact]
    public async Task ToPlotlyJson_EveryChart_IsValidAndDraws()
    {
        string plotly = PlotlyPath;
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        await page.AddScriptTagAsync(new() { Path = plotly });
        List<string> problems = [];

        foreach ((string name, Figure figure) in ChartSamples.All)
        {
            string problem = await page.EvaluateAsync<string>(
                """
                async json => {
                    const figure = JSON.parse(json);
                    const drawable = figure.data.filter(trace => (trace.type === 'box' ? trace.q1 : trace.z?.flat().filter(cell => cell !== null) ?? trace.x ?? trace.r).length > 0);
                    const layout = { ...figure.layout };
                    if (drawable.length === 0) { delete layout.legend; delete layout.polar; }
                    const found = Plotly.validate(drawable, layout);
                    if (found) return JSON.stringify(found.map(problem => problem.msg));
                    const place = document.createElement('div');
                    document.body.appendChild(place);
                    try { await Plotly.newPlot(place, figure.data, figure.layout); } catch (error) { return String(error); }
                    const drawn = place.querySelector('svg.main-svg') ? '' : 'nothing was drawn';
                    place.remove();
                    return drawn;
                }
                """,
                figure.ToPlotlyJson());
            if (problem.Length > 0)
            {
                problems.Add($"{name}: {problem}");
            }
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task ToPlotlyJson_ScriptAsName_IsShownAsText()
    {
        string plotly = PlotlyPath;
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        bool alerted = false;
        page.Dialog += (_, _) => alerted = true;

        await page.SetContentAsync("<div id='place'></div>");
        await page.AddScriptTagAsync(new() { Path = plotly });
        await page.EvaluateAsync(
            "json => { const f = JSON.parse(json); return Plotly.newPlot('place', f.data, f.layout).then(() => null); }",
            ChartSamples.Hostile["histogram"].ToPlotlyJson());

        Assert.Equal("Distribution of " + ChartSamples.Script, await page.Locator(".gtitle").TextContentAsync());
        Assert.False(alerted);
    }

    [Fact]
    public async Task ToHtml_WithoutPlotly_ShowsThePictureAndAsksForNothing()
    {
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        List<string> requests = [];
        page.Request += (_, request) => requests.Add(request.Url);

        await page.SetContentAsync(string.Concat(ChartSamples.All.Values.Select(figure => figure.ToHtml())));
        int shown = await page.EvaluateAsync<int>(
            "[...document.querySelectorAll('figure > img')].filter(i => i.complete && i.naturalWidth > 0 && i.alt).length");

        Assert.Equal(ChartSamples.All.Count, shown);
        Assert.DoesNotContain(requests, url => !url.StartsWith("data:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ToHtml_PlotlyOnThePage_TakesThePicturesPlace()
    {
        string plotly = PlotlyPath;
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        Figure figure = ChartSamples.Plain["elbow"];

        await page.SetContentAsync($"<script>{File.ReadAllText(plotly)}</script>{figure.ToHtml()}{figure.ToHtml()}");
        await page.WaitForFunctionAsync("document.querySelectorAll('figure svg.main-svg').length > 1");
        await page.WaitForFunctionAsync("document.querySelectorAll('figure > img').length === 0");

        Assert.Equal(2, await page.Locator("figure > .js-plotly-plot").CountAsync());
    }

    [Fact]
    public async Task ToHtml_AddressGiven_LoadsPlotlyFromThere()
    {
        string plotly = PlotlyPath;
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        await page.RouteAsync("https://example.test/plotly.js", route => route.FulfillAsync(new() { Path = plotly }));

        await page.SetContentAsync(ChartSamples.Plain["elbow"].ToHtml("https://example.test/plotly.js"));
        await page.WaitForFunctionAsync("document.querySelector('figure .js-plotly-plot') && !document.querySelector('figure > img')");

        Assert.Equal(1, await page.Locator("figure > .js-plotly-plot").CountAsync());
    }

    [Fact]
    public async Task ToHtml_PlotlyFails_KeepsThePicture()
    {
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();

        await page.SetContentAsync(
            "<script>window.Plotly={newPlot:()=>Promise.reject(new Error('no'))}</script>" + ChartSamples.Plain["elbow"].ToHtml());
        await page.WaitForFunctionAsync("!document.querySelector('figure > div')");

        Assert.Equal(1, await page.Locator("figure > img").CountAsync());
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(390)]
    public async Task ToSvg_EveryChart_KeepsItsTextInsideAndApart(int width)
    {
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync(width);
        List<string> problems = [];

        foreach ((string name, Figure figure) in ChartSamples.All)
        {
            await page.SetContentAsync(figure.ToSvg());
            string[] found = await SvgTexts.ProblemsAsync(page);
            problems.AddRange(found.Select(problem => string.Create(CultureInfo.InvariantCulture, $"{name}: {problem}")));
        }

        Assert.Empty(problems);
    }
}
