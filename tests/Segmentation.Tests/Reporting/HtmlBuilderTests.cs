namespace Segmentation.Tests.Reporting;

public sealed class HtmlBuilderTests
{
    private const string Hostile = "<b>\"'&";
    private const string Escaped = "&lt;b&gt;&quot;&#39;&amp;";

    private readonly HtmlBuilder html = new();

    [Fact]
    public void Add_TextFilledIn_IsEscapedInTextAndInAttributes()
    {
        html.Add($"<a href=\"#{Hostile}\">{Hostile}</a>");

        Assert.Equal($"<a href=\"#{Escaped}\">{Escaped}</a>\n", html.ToString());
    }

    [Fact]
    public void Add_Markup_GoesInAsItIs()
    {
        html.Add($"<p>{new Markup("<em>sure</em>")}</p>");

        Assert.Equal("<p><em>sure</em></p>\n", html.ToString());
    }

    [Fact]
    public void Add_NumberAndNull_AreGroupedAndEmpty()
    {
        string? nothing = null;

        html.Add($"{1234567}{nothing}");

        Assert.Equal("1,234,567\n", html.ToString());
    }

    [Fact]
    public void Add_ControlAndDirectionCharacters_AreReplacedAndLineBreaksKept()
    {
        html.Add($"a\u0000\u001b{"b\u0000\u001b\u202Ec\u2066\td\n"}");

        Assert.Equal("a\u0000\u001bb\uFFFD\uFFFD\uFFFDc\uFFFD\td\n\n", html.ToString());
    }

    [Fact]
    public void AddFamilyEmoji_JoinedRunes_StayJoined()
    {
        html.Add($"{"👩‍👧"}");

        Assert.Equal("👩‍👧\n", System.Net.WebUtility.HtmlDecode(html.ToString()));
    }

    [Fact]
    public void StartTable_CaptionHeadersAndCells_AreEscaped()
    {
        html.StartTable(Hostile, Hostile, Hostile);
        html.AddRow(Hostile, Hostile);
        html.EndTable();

        Assert.Equal(
            $"""
            <div class="table"><p class="caption">{Escaped}</p>
            <p class="hint" hidden>Scroll sideways to see all of it.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="{Escaped}">
            <table><thead><tr>
            <th scope="col">{Escaped}</th>
            <th scope="col">{Escaped}</th>
            </tr></thead><tbody>
            <tr><th scope="row">{Escaped}</th>
            <td>{Escaped}</td>
            </tr>
            </tbody></table></div></div>

            """.ReplaceLineEndings("\n"),
            html.ToString());
    }

    [Fact]
    public void AddList_Items_AreEscaped()
    {
        html.AddList([Hostile]);

        Assert.Equal($"<ul>\n<li>{Escaped}</li>\n</ul>\n", html.ToString());
    }

    [Fact]
    public void AddList_Nothing_AddsNothing()
    {
        html.AddList([]);

        Assert.Empty(html.ToString());
    }

    [Theory]
    [InlineData(8, 8, "")]
    [InlineData(9, 6, "3 more")]
    public void AddList_ManyItems_FoldsTheEndAway(int items, int before, string summary)
    {
        html.AddList(Enumerable.Range(1, items).Select(item => $"item {item}"));

        string[] parts = html.ToString().Split("<details>");
        Assert.Equal(before, parts[0].Split("<li>").Length - 1);
        Assert.Equal(items, html.ToString().Split("<li>").Length - 1);
        Assert.Equal(summary, parts.Length == 1 ? "" : parts[1].Split("<summary>")[1].Split("</summary>")[0]);
    }

    [Fact]
    public void AddFigure_WideHeatMap_ScrollsAndOthersFit()
    {
        html.AddFigure(Charts.ChartSamples.Plain["histogram"]);
        string narrow = html.ToString();
        html.AddFigure(Charts.ChartSamples.Crowded["profiles"]);
        string wide = html.ToString()[narrow.Length..];

        Assert.StartsWith("<figure class=\"chart\" data-width=\"0px\">\n<div>\n<div class=\"picture\"><svg", narrow, StringComparison.Ordinal);
        Assert.Contains(" width=\"420\"", narrow, StringComparison.Ordinal);
        Assert.StartsWith("<figure class=\"chart wide\" data-width=\"", wide, StringComparison.Ordinal);
        Assert.Contains(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"How the segments differ\">\n<div class=\"picture\"><svg",
            wide,
            StringComparison.Ordinal);
        Assert.EndsWith("</details>\n</figure>\n", wide, StringComparison.Ordinal);
    }

    [Fact]
    public void AddFigure_AnyChart_HasItsDataForPlotlyAndAsAFoldedTable()
    {
        html.AddFigure(Charts.ChartSamples.Hostile["histogram"]);

        string text = html.ToString();

        Assert.Contains("</div>\n<script type=\"application/json\">{\"data\":[{\"type\":\"bar\"", text, StringComparison.Ordinal);
        Assert.Contains("<details class=\"data\"><summary>The data of this chart<span class=\"unseen\">: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AddList_TooManyItems_SaysHowManyAreLeftOut()
    {
        html.AddList(Enumerable.Range(1, 1200).Select(item => $"item {item}"));

        Assert.Contains("<li>item 100</li>\n<li>1,100 more are left out here; the run&#39;s other files have all.</li>\n</ul>", html.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("item 101<", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_VeryLongText_IsCut()
    {
        html.Add($"{new string('x', 100_000)}");

        Assert.Equal(new string('x', 1999) + "…\n", System.Net.WebUtility.HtmlDecode(html.ToString()));
    }

    [Fact]
    public void AddList_OneItemTooMany_SaysThatItIsLeftOut()
    {
        HtmlBuilder html = new();

        html.AddList(Enumerable.Range(1, 101).Select(i => $"item {i}"));

        Assert.Contains("<li>1 more is left out here; the run&#39;s other files have all.</li>", html.ToString(), StringComparison.Ordinal);
    }
}
