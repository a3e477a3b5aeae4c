using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Charts;

public sealed class FigureTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string> PlainNames => [.. ChartSamples.Plain.Keys];

    public static TheoryData<string> AllNames => [.. ChartSamples.All.Keys];

    [Theory]
    [MemberData(nameof(PlainNames))]
    public void ToSvg_PlainInput_MatchesTheReviewedPicture(string name) =>
        Snapshot.Match($"{name}.svg", ChartSamples.Plain[name].ToSvg());

    [Theory]
    [MemberData(nameof(PlainNames))]
    public void ToPlotlyJson_PlainInput_MatchesTheReviewedText(string name)
    {
        using JsonDocument json = JsonDocument.Parse(ChartSamples.Plain[name].ToPlotlyJson());

        Snapshot.Match($"{name}.json", JsonSerializer.Serialize(json, Indented) + "\n");
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void ToSvg_AnyInput_IsWellFormedAndAccessibleAndHasNoIds(string name)
    {
        XElement svg = XDocument.Parse(ChartSamples.All[name].ToSvg()).Root!;

        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal(ns + "title", svg.Elements().First().Name);
        Assert.NotEmpty(svg.Element(ns + "title")!.Value);
        Assert.NotNull(svg.Element(ns + "desc"));
        Assert.Empty(svg.Descendants().Attributes("id"));
        Assert.Empty(svg.Descendants(ns + "script"));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllNames))]
    public void ToPlotlyJson_AnyInput_HasDataAndLayoutAndNoMarkup(string name)
    {
        string text = ChartSamples.All[name].ToPlotlyJson();

        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(["data", "layout"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(ChartSamples.All[name].Data.Length, json.RootElement.GetProperty("data").GetArrayLength());
        Assert.DoesNotContain('<', text);
        Assert.All(Texts(json.RootElement), each => Assert.DoesNotContain('<', each.Replace("<br>", string.Empty, StringComparison.Ordinal).Replace("<extra></extra>", string.Empty, StringComparison.Ordinal)));
    }

    /// <summary>As Plotly.NET has them, which writes them into a page's script as they stand.</summary>
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };

    [Fact]
    public void ToPlotlyJson_Numbers_ReadBackAndNonFiniteOnesAreNull()
    {
        Figure figure = new(
            [new ScatterTrace([0.1 + 0.2, 1e308, double.NaN], [double.NegativeInfinity, -0.5, 5e-324])],
            new Layout { Title = "Numbers" },
            string.Empty);

        using JsonDocument json = JsonDocument.Parse(figure.ToPlotlyJson());

        JsonElement trace = json.RootElement.GetProperty("data")[0];
        Assert.Equal(0.1 + 0.2, trace.GetProperty("x")[0].GetDouble());
        Assert.Equal(1e308, trace.GetProperty("x")[1].GetDouble());
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("x")[2].ValueKind);
        Assert.Equal(JsonValueKind.Null, trace.GetProperty("y")[0].ValueKind);
        Assert.Equal(5e-324, trace.GetProperty("y")[2].GetDouble());
    }

    [Fact]
    public void ToSvg_LongName_IsShortenedAndGivenWholeInATitle()
    {
        string name = $"{ChartSamples.LongNames[0]}; {ChartSamples.LongNames[1]}";
        SegmentProfile[] profiles = [ChartSamples.Profile(1, name, 1, 1)];

        string svg = Chart.SegmentSizes(profiles).ToSvg();

        Assert.Contains($"<title>1 · {name}</title>", svg, StringComparison.Ordinal);
        Assert.Contains("…</tspan>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void ToSvg_AnotherCulture_IsTheSameText()
    {
        string expected = ChartSamples.Plain["profile-heat-map"].ToSvg();
        CultureInfo before = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal(expected, ChartSamples.Plain["profile-heat-map"].ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToImgTag_HostileTitle_CarriesThePictureAndEscapesTheAlternative()
    {
        Figure figure = ChartSamples.Hostile["histogram"];

        XElement img = XElement.Parse(figure.ToImgTag().Replace(">", "/>", StringComparison.Ordinal));

        Assert.StartsWith("Distribution of " + ChartSamples.Script, img.Attribute("alt")!.Value, StringComparison.Ordinal);
        string address = img.Attribute("src")!.Value;
        Assert.StartsWith("data:image/svg+xml;base64,", address, StringComparison.Ordinal);
        Assert.Equal(figure.ToSvg(), Encoding.UTF8.GetString(Convert.FromBase64String(address[(address.IndexOf(',') + 1)..])));
    }

    [Fact]
    public void ToHtml_AddressWithMarkup_CannotLeaveTheScript()
    {
        string html = ChartSamples.Plain["elbow"].ToHtml("</script><script>alert(1)//\"");

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_NoData_IsAnEmptyList()
    {
        Figure figure = new(default, new Layout { Title = "Nothing" }, string.Empty);

        Assert.Equal(ImmutableArray<Trace>.Empty, figure.Data);
        Assert.Contains("No data", figure.ToSvg(), StringComparison.Ordinal);
    }
}
