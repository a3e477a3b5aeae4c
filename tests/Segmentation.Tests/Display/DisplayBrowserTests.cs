using Microsoft.Playwright;
using Segmentation.Tests.Charts;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Display;

public sealed class DisplayBrowserTests
{
    /// <summary>What code hosts and nbconvert do to a notebook's HTML before they show it.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("{FORBID_ATTR: ['style']}")]
    public async Task ToHtml_AfterASanitiser_KeepsItsTablesAndPictures(string options)
    {
        string purify = Repository.PathOf("tests", "Segmentation.Tests", "node_modules", "dompurify", "dist", "purify.min.js");
        Browser.Require(purify, "DOMPurify is not installed; run npm ci in tests/Segmentation.Tests.");
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        await page.AddScriptTagAsync(new() { Path = purify });

        foreach ((string name, IDisplayable result) in DisplaySamples.Plain)
        {
            await page.EvaluateAsync(
                $"html => {{ document.body.innerHTML = DOMPurify.sanitize(html, {options}); }}", result.ToHtml());
            await page.WaitForFunctionAsync("[...document.images].every(i => i.complete)");
            string before = await page.EvaluateAsync<string>(
                "html => { const d = new DOMParser().parseFromString(html, 'text/html'); d.querySelectorAll('script').forEach(s => s.remove()); return d.body.textContent.replace(/\\s+/g, ' ').trim(); }",
                result.ToHtml());
            string after = await page.EvaluateAsync<string>("document.body.textContent.replace(/\\s+/g, ' ').trim()");
            int pictures = await page.EvaluateAsync<int>("[...document.images].filter(i => i.naturalWidth > 0 && i.alt).length");

            Assert.Equal(before, after);
            Assert.Equal(result.ToHtml().Split("<img ").Length - 1, pictures);
            Assert.True(after.Length > 0 || pictures > 0, $"Nothing is left of {name}.");
        }
    }

    [Fact]
    public async Task ToHtml_HostileInput_RunsNothingAndAsksForNothing()
    {
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync();
        List<string> events = [];
        page.Dialog += (_, dialog) => events.Add(dialog.Message);
        page.PageError += (_, error) => events.Add(error);
        page.Request += (_, request) => events.AddRange(request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [request.Url]);

        await page.SetContentAsync(string.Concat(DisplaySamples.Hostile.Values.Select(result => result.ToHtml())));

        Assert.Contains(ChartSamples.Script, await page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Empty(events);
    }

    [Theory]
    [InlineData("light", "#ffffff", "#222222")]
    [InlineData("dark", "#1e1e1e", "#cccccc")]
    public async Task ToHtml_OnALightOrDarkPage_TakesThePagesColours(string theme, string paper, string ink)
    {
        await using Browser browser = await Browser.LaunchAsync();
        IPage page = await browser.NewPageAsync(390);

        await page.SetContentAsync(
            $"<body style='background:{paper};color:{ink}'>" + string.Concat(DisplaySamples.Plain.Values.Select(result => result.ToHtml())));
        string[] others = await page.EvaluateAsync<string[]>(
            """
            () => {
                const page = getComputedStyle(document.body);
                return [...document.querySelectorAll('table, caption, th, td, p, li')]
                    .filter(e => getComputedStyle(e).color !== page.color || getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)')
                    .map(e => e.outerHTML);
            }
            """);

        Assert.True(others.Length == 0, $"{theme}: {others.FirstOrDefault()}");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
