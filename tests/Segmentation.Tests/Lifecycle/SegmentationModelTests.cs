using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

public sealed class SegmentationModelTests
{
    private static readonly CustomerTable Customers = SampleData.MallCustomers();

    private static readonly SegmentationResult Result = new SegmentationPipeline { ClusterCount = 4, MaxClusters = 4 }.Run(Customers);

    [Fact]
    public void Load_AWrittenModel_IsTheSameToTheBit()
    {
        using TemporaryFolder folder = new();
        SegmentationModel model = SegmentationModel.Of(Result);

        SegmentationModel read = SegmentationModel.Load(folder.Write("model.json", model.ToJson()));

        Assert.Equal(model.Centroids.Values, read.Centroids.Values);
        Assert.Equal(model.Preprocessor.Features, read.Preprocessor.Features);
        Assert.Equal(model.Segments, read.Segments);
        Assert.Equal((model.Seed, model.Inertia, model.Preprocessor.Scaling), (read.Seed, read.Inertia, read.Preprocessor.Scaling));
        Assert.Equal(model.ToJson(), read.ToJson());
    }

    [Fact]
    public void Assign_TheTrainingCustomers_GivesTheirSegments()
    {
        Assert.Equal(Result.SegmentsInFileOrder(), SegmentationModel.Of(Result).Assign(Customers));
    }

    [Fact]
    public void Assign_ARowThatLacksAFeature_IsZero()
    {
        CustomerTable table = new([.. Result.Preprocessor.Features.Select((feature, i) =>
            new NumericColumn(feature.Name, i == 0 ? [feature.Center, double.NaN] : [feature.Center, feature.Center]))]);

        int[] segments = SegmentationModel.Of(Result).Assign(table);

        Assert.InRange(segments[0], 1, 4);
        Assert.Equal(0, segments[1]);
    }

    [Theory]
    [InlineData("not json", "the model is damaged: ")]
    [InlineData("[1]", "this is not a model file: it has no \"format\": \"segmentation-model\".")]
    [InlineData("{\"format\":\"segmentation-model\",\"version\":99}", "the model's version is 99, but this program knows versions 1 to 2. A newer program can read it.")]
    [InlineData("{\"format\":\"segmentation-model\",\"version\":1}", "the model is damaged: ")]
    public void Load_NotAModel_SaysSo(string text, string expected)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("model.json", text);

        DataException error = Assert.Throws<DataException>(() => SegmentationModel.Load(path));

        Assert.StartsWith($"{path}: {expected}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Load_CentroidThatDoesNotFitTheFeatures_SaysSo()
    {
        using TemporaryFolder folder = new();
        JsonNode model = JsonNode.Parse(SegmentationModel.Of(Result).ToJson())!;
        model["segments"]![1]!["centroid"]!.AsArray().RemoveAt(0);
        string path = folder.Write("model.json", model.ToJsonString());

        DataException error = Assert.Throws<DataException>(() => SegmentationModel.Load(path));

        Assert.Equal(
            $"{path}: the model is damaged: segment 2 has {Result.Preprocessor.Features.Count - 1} coordinates for {Result.Preprocessor.Features.Count} features.",
            error.Message);
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo()
    {
        Assert.Contains("nowhere.json", Assert.Throws<DataException>(() => SegmentationModel.Load("nowhere.json")).Message, StringComparison.Ordinal);
    }
}
