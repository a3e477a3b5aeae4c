using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Pages;

public sealed class NotebookPageTests : IDisposable
{
    private static readonly Dictionary<int, CellOutputs> None = [];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Report_Prose_IsMarkdownWithoutRawHtml()
    {
        string html = Report(new Notebook().Markdown("# A & B\n\n*x* <script>alert(1)</script>\n\n| a |\n|---|\n| 1 |"));

        Assert.Contains("<title>A &amp; B</title>", html, StringComparison.Ordinal);
        Assert.Contains("<p><em>x</em> &lt;script&gt;alert(1)&lt;/script&gt;</p>", html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))", "href=\"\"")]
    [InlineData("[a](JAVA&#10;SCRIPT:alert(1))", "href=\"\"")]
    [InlineData("[a](data:text/html,x)", "href=\"\"")]
    [InlineData("[a][b]\n\n[b]: vbscript:x", "href=\"\"")]
    [InlineData("<javascript:alert(1)>", "href=\"\"")]
    [InlineData("![a](javascript:x)", "src=\"\"")]
    [InlineData("[a](https://example.test/b)", "href=\"https://example.test/b\"")]
    [InlineData("[a](mailto:a@example.test)", "href=\"mailto:a@example.test\"")]
    [InlineData("[a](02-next.ipynb#part)", "href=\"02-next.html#part\"")]
    [InlineData("[a](#part)", "href=\"#part\"")]
    [InlineData("[a](x.md){onclick=alert(1)}", "href=\"x.md\">a</a>{onclick=alert(1)}")]
    public void Report_Links_LeadOnlyWhereLinksShould(string markdown, string expected)
    {
        Assert.Contains(expected, Report(new Notebook().Markdown(markdown)), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_PictureBesideTheNotebook_GoesIntoThePage()
    {
        folder.Write("a b.svg", "<svg/>");

        Assert.Contains(
            "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"x\"", Report(new Notebook().Markdown("![x](a%20b.svg)")), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Code_IsFoldedAndItsOutputsAreShown()
    {
        string html = Report(new Notebook().Code("1 < 2"), new()
        {
            [1] = new(
            [
                new StreamOutput("stdout", "<a>\u001b[31m\n"),
                new DisplayOutput(new Dictionary<string, string> { ["text/html"] = "<b>x</b>", ["text/plain"] = "x" }),
                new ErrorOutput("Error", "no", ["no & no"]),
            ],
            1),
        });

        Assert.Contains("<details class=\"code\"><summary>Code</summary><pre><code>1 &lt; 2</code></pre></details>", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output\"><pre class=\"stdout\">&lt;a&gt;</pre></div>", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"output\"><b>x</b></div>", html, StringComparison.Ordinal);
        Assert.Contains("<pre class=\"stderr\">no &amp; no</pre>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_TagsThatRemove_Remove()
    {
        Dictionary<int, CellOutputs> outputs = Enumerable.Range(1, 4).ToDictionary(
            cell => cell, cell => new CellOutputs([new StreamOutput("stdout", $"out{cell}")], cell));

        string html = Report(
            new Notebook().Code("in1", "remove-input").Code("in2", "remove-output").Code("in3", "remove-cell").Code("in4")
                .Markdown("gone", "remove-cell"),
            outputs);

        Assert.Equal(
            ["out1", "in2", "in4", "out4"], new[] { "in1", "out1", "in2", "out2", "in3", "out3", "in4", "out4", "gone" }.Where(html.Contains));
    }

    [Fact]
    public void Report_SameHeadingTwice_HasOneId()
    {
        string html = Report(new Notebook().Markdown("## Part").Markdown("## Part"));

        Assert.Equal(2, html.Split("id=\"part\"").Length);
    }

    [Fact]
    public void Slides_SectionsAndSlideTypes_MakeTheSlides()
    {
        string html = NotebookPage.Of(
            new Notebook()
                .Markdown("# One\n\ntext\n\n### deeper\n\n## Two")
                .Code("code2")
                .Markdown("## Same slide").With("slideshow", Slide("-"))
                .Markdown("three").With("slideshow", Slide("subslide"))
                .Markdown("later").With("slideshow", Slide("fragment"))
                .Markdown("secret").With("slideshow", Slide("notes"))
                .Markdown("## gone").With("slideshow", Slide("skip"))
                .Save(folder),
            None,
            PageKind.Slides);

        string[] slides = html.Split("<section>")[1..];
        Assert.Equal(3, slides.Length);
        Assert.Contains("deeper", slides[0], StringComparison.Ordinal);
        Assert.Contains("code2", slides[1], StringComparison.Ordinal);
        Assert.Contains("Same slide", slides[1], StringComparison.Ordinal);
        Assert.Contains("<div class=\"fragment\">\n<p>later</p>", slides[2], StringComparison.Ordinal);
        Assert.Contains("<aside class=\"notes\">\n<p>secret</p>", slides[2], StringComparison.Ordinal);
        Assert.DoesNotContain("gone", html, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Slide(string type) => new() { ["slide_type"] = type };

    private string Report(Notebook notebook, Dictionary<int, CellOutputs>? outputs = null) =>
        NotebookPage.Of(notebook.Save(folder), outputs ?? None, PageKind.Report);
}
