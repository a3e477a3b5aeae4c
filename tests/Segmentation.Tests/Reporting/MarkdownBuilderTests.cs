using Markdig;

namespace Segmentation.Tests.Reporting;

public sealed class MarkdownBuilderTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <summary>Rendered by another implementation, the text is what it was and nothing else.</summary>
    [Theory]
    [InlineData("Income (k$) _and_ *more*")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[a link](https://example.test) ![picture](x.png)")]
    [InlineData("https://example.test/a_b")]
    [InlineData("| a | b |")]
    [InlineData("`code` ~~gone~~ ^up^ $x$")]
    [InlineData("# heading")]
    [InlineData("1. item")]
    [InlineData("12) item")]
    [InlineData("- item")]
    [InlineData("+ item")]
    [InlineData("> quote")]
    [InlineData("::: note")]
    [InlineData("==marked== ++in++ \"\"cite\"\"")]
    [InlineData("&amp; &#60;b&#62; &copy;")]
    [InlineData("\\* \\")]
    [InlineData("---")]
    [InlineData("a {#id .class} b")]
    public void Add_TextFilledIn_ReadsTheSameOnceRendered(string text)
    {
        MarkdownBuilder markdown = new();
        markdown.Add($"{text}");

        string html = Markdown.ToHtml(markdown.ToString(), GitHub);

        Assert.Equal($"<p>{System.Net.WebUtility.HtmlEncode(text).Replace("&#39;", "'", StringComparison.Ordinal)}</p>\n", html);
    }

    [Fact]
    public void Add_LineBreaksAndControls_StayOnOneLine()
    {
        MarkdownBuilder markdown = new();

        markdown.Add($"**x:** {"a\nb\tc\u0000\u202Ed"} {1234}");

        Assert.Equal("**x:** a b c\uFFFD\uFFFDd 1,234\n", markdown.ToString());
    }

    [Fact]
    public void AddTable_CellWithABar_StaysOneCell()
    {
        MarkdownBuilder markdown = new();

        markdown.AddTable(["a|b", "n"], [["x|y", "1"]]);

        Assert.Equal("| a\\|b | n |\n| --- | ---: |\n| x\\|y | 1 |\n\n", markdown.ToString());
    }
}
