using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Segmentation.Tests;
using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Pages;

public sealed class PageBrowserTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> problems = [];
    private Browser? browser;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task Report_OfflineInABrowser_ShowsItsChartsAndFoldsItsCode()
    {
        IPage page = await OpenAsync(PageKind.Report);

        Assert.Equal(2, await ChartsAsync(page, "document"));
        Assert.False(await page.Locator("details.code pre").First.IsVisibleAsync());
        await page.Locator("details.code summary").First.ClickAsync();
        Assert.True(await page.Locator("details.code pre").First.IsVisibleAsync());
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Slides_ByKeyboard_GoOnAndBack()
    {
        IPage page = await OpenAsync(PageKind.Slides);
        List<string> seen = [await ShownAsync(page)];

        foreach (string key in new[] { "ArrowRight", "ArrowDown", " ", "PageDown", "ArrowLeft", "Shift+ ", "Home", "End" })
        {
            await page.Keyboard.PressAsync(key == " " ? "Space" : key.Replace("+ ", "+Space", StringComparison.Ordinal));
            seen.Add(await ShownAsync(page));
        }

        Assert.Equal(["One", "Two", "Three", "Three+", "Three+", "Three", "Two", "One", "Three+"], seen);
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Slides_ChartsAndNotes_ShowOnTheirSlide()
    {
        IPage page = await OpenAsync(PageKind.Slides);

        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(2, await ChartsAsync(page, "document.querySelector('section.current')"));
        await page.Keyboard.PressAsync("End");
        Assert.False(await page.GetByText("Say this.").IsVisibleAsync());
        await page.Keyboard.PressAsync("n");
        Assert.True(await page.GetByText("Say this.").IsVisibleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous slide" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Previous slide" }).ClickAsync();
        Assert.Equal("Two", await ShownAsync(page));
        await page.ReloadAsync();
        Assert.Equal("Two", await ShownAsync(page));
        Assert.Empty(problems);
    }

    private static Task<int> ChartsAsync(IPage page, string within) => page.EvaluateAsync<int>(
        within + ".querySelectorAll('figure > img').length && [..." + within
        + ".querySelectorAll('figure > img')].filter(i => i.complete && i.naturalWidth > 0 && i.getBoundingClientRect().height > 50).length");

    /// <summary>The heading of the slide that is shown, and a plus when its fragment is.</summary>
    private static async Task<string> ShownAsync(IPage page)
    {
        ILocator current = page.Locator("section:visible");
        Assert.Equal(1, await current.CountAsync());
        string heading = await current.Locator("h1, h2").First.InnerTextAsync();
        ILocator fragment = current.Locator(".fragment");
        return await fragment.CountAsync() > 0 && await fragment.IsVisibleAsync() ? heading + "+" : heading;
    }

    /// <summary>Runs a notebook, writes its page and opens the file; every request that leaves the machine is a problem.</summary>
    private async Task<IPage> OpenAsync(PageKind kind)
    {
        browser = await Browser.LaunchAsync();
        NotebookDocument document = new Notebook()
            .Markdown("# One\n\nProse.")
            .Code($"#r \"{typeof(Figure).Assembly.Location}\"\nusing Segmentation;")
            .Markdown("## Two")
            .Code("Figure figure = new([], new Layout { Title = \"Nothing\" }, \"No points.\");\nfigure.Display();\nfigure.Display();")
            .Markdown("## Three")
            .Markdown("At last.").With("slideshow", new JsonObject { ["slide_type"] = "fragment" })
            .Markdown("Say this.").With("slideshow", new JsonObject { ["slide_type"] = "notes" })
            .Save(folder);
        NotebookRun run = await new NotebookRunner().RunAsync(document, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(run.Failed);
        IPage page = await browser.NewPageAsync();
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) => problems.Add(message.Text);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                problems.Add(request.Url);
            }
        };
        await page.GotoAsync(new Uri(folder.Write("page.html", NotebookPage.Of(document, run.Outputs, kind))).AbsoluteUri);
        return page;
    }
}
