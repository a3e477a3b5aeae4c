namespace Segmentation.Tests.Preparation;

public sealed class EncodedReportTests
{
    [Fact]
    public void Run_NumbersAsCategoriesOnly_StillHasItsReports()
    {
        CustomerTable table = new(
        [
            new NumericColumn("Store", [.. Enumerable.Range(0, 60).Select(i => (double)(i % 3))]),
            new CategoricalColumn("Gender", [.. Enumerable.Range(0, 60).Select(i => i / 3 % 2 == 0 ? "F" : "M")]),
        ]);
        Preprocessor preprocessor = new()
        {
            Features = ["Store", "Gender"],
            Encodings = new Dictionary<string, ColumnEncoding> { ["Store"] = ColumnEncoding.OneHot },
        };

        SegmentationResult result = new SegmentationPipeline { Preprocessor = preprocessor, ClusterCount = 3, MaxClusters = 3 }.Run(table);

        Assert.Equal(["Store = 0", "Store = 1", "Store = 2", "Gender = F", "Gender = M"], result.Preprocessor.FeatureNames);
        Assert.Contains("Gender = F", HtmlReport.Of(result), StringComparison.Ordinal);
        Assert.NotEmpty(MarkdownReport.Of(result));
    }
}
