using System.Net;

namespace Segmentation.Tests.Reporting;

public sealed class MethodSectionTests
{
    // One customer lacks the stock; the middle half of it is the same.
    private static readonly CustomerTable Table = new(
    [
        new NumericColumn("Income", [10, 11, 12, 13, 50, 51, 52, 53]),
        new NumericColumn("<b>Stock", [4, 5, 5, 5, 5, 5, double.NaN, 6]),
    ]);

    [Theory]
    [InlineData(Scaling.Standard, "Each column less its mean, divided by its population standard deviation.")]
    [InlineData(Scaling.MinMax, "Each column brought to 0..1 by its minimum and maximum.")]
    [InlineData(Scaling.Robust, "Each column less its median, divided by its interquartile range (definition R7; where that is 0, by its population standard deviation).")]
    [InlineData(Scaling.None, "None: the columns keep their units, and the one that varies most counts most.")]
    public void Add_EachScaling_SaysWhatWasDone(Scaling scaling, string text)
    {
        string html = Written(new() { Preprocessor = new() { Scaling = scaling }, ClusterCount = 2, MaxClusters = 2 });

        Assert.Contains($"<dt>Scaling</dt><dd>{text}</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_RobustScaleOfAnEqualMiddleHalf_SaysWhatTookItsPlace()
    {
        SegmentationPipeline pipeline = new() { Preprocessor = new() { Scaling = Scaling.Robust }, ClusterCount = 2, MaxClusters = 2 };

        string html = Written(pipeline);

        Assert.Contains(
            "The interquartile range of &lt;b&gt;Stock is 0, so its scale is the population standard deviation instead.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("The interquartile range of Income", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Stock", html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The interquartile range of",
            Written(pipeline with { Preprocessor = new() { Scaling = Scaling.Standard } }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MissingValues.FillMedian, "a missing value is filled by its column's median", "5")]
    [InlineData(MissingValues.FillMean, "a missing value is filled by its column's mean", "5")]
    public void Add_FilledValues_SaysByWhatAndHowMany(MissingValues missing, string words, string fill)
    {
        string html = Written(new() { Preprocessor = new() { Missing = missing, Scaling = Scaling.None }, ClusterCount = 2, MaxClusters = 2 });

        Assert.Contains($"<dd>8 of 8 clustered; {words}.</dd>", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">Missing filled by</th>\n<th scope=\"col\">Filled</th>", html, StringComparison.Ordinal);
        Assert.Contains(
            $"&lt;b&gt;Stock</th>\n<td>0</td>\n<td>1</td>\n<td>1</td>\n<td>{fill}</td>\n<td>1</td>\n</tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_DroppedRows_HasNoColumnOfFillValues()
    {
        string html = Written(new() { ClusterCount = 2, MaxClusters = 2 });

        Assert.Contains("7 of 8 clustered; one that lacks a clustered column is left out.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing filled by", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, null, 300, 0.0, "the best of 10 restarts, refined by swaps (after Fränti 2018) until 100 swaps in a row lowered nothing and, from the second restart on, crossed with the best (after Gribel and Vidal 2019); at most 300 iterations, tolerance 0 (until no customer changes segment).")]
    [InlineData(1, 1, 1, 0.01, "the best of 1 restart, refined by swaps (after Fränti 2018) until 1 swap in a row lowered nothing; at most 1 iteration, tolerance 0.01.")]
    [InlineData(2, 0, 7, 0.0, "the best of 2 restarts; at most 7 iterations, tolerance 0 (until no customer changes segment).")]
    public void Add_Algorithm_SaysWhenItStopped(int restarts, int? swaps, int iterations, double tolerance, string text)
    {
        KMeans algorithm = new(1) { Restarts = restarts, Swaps = swaps, MaxIterations = iterations, Tolerance = tolerance };

        string html = Written(new() { Algorithm = algorithm, ClusterCount = 2, MaxClusters = 2 });

        Assert.Contains(text, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Add_OneSegment_NeedsNoPluralAndNoSwaps()
    {
        string html = Written(new() { Algorithm = new(1) { MaxIterations = 1 }, ClusterCount = 1, MaxClusters = 2 });

        Assert.Contains("the best of 10 restarts; at most 1 iteration,", html, StringComparison.Ordinal);
        Assert.Contains("after 1 iteration,", html, StringComparison.Ordinal);
    }

    private static string Written(SegmentationPipeline pipeline)
    {
        HtmlBuilder html = new();
        MethodSection.Add(html, pipeline.Run(Table));
        return html.ToString();
    }
}
