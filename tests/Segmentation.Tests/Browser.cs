using Microsoft.Playwright;

namespace Segmentation.Tests;

/// <summary>An installed Chromium for the tests that open a page.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>
    /// Starts the Chromium that SEGMENTATION_CHROMIUM names, or else the system's. Where there is none the test is
    /// skipped; with CI=true it fails.
    /// </summary>
    public static async Task<Browser> LaunchAsync()
    {
        string chromium = Environment.GetEnvironmentVariable("SEGMENTATION_CHROMIUM") is { Length: > 0 } set
            ? set
            : "/usr/bin/chromium";
        Require(chromium, "No Chromium is installed; SEGMENTATION_CHROMIUM may say where one is.");
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run"],
        });
        return new Browser(playwright, browser);
    }

    /// <summary>A file that the test cannot do without: skipped where it is absent; with CI=true a failure.</summary>
    public static void Require(string path, string reason)
    {
        if (!File.Exists(path))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }
    }

    /// <summary>A page in a context of its own, as wide as asked.</summary>
    public Task<IPage> NewPageAsync(int width = 1000) =>
        browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
