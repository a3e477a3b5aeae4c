using Segmentation.TestSupport;

namespace Segmentation.Tests.Profiling;

public sealed class GivenNamesTests
{
    private static readonly CustomerTable Table = new(
    [
        new NumericColumn("Income", [1, 2, 3, 1, 2, 11, 12, 13, 30]),
        new NumericColumn("Spend", [5, 6, 5, 6, 5, 5, 6, 5, 30]),
    ]);

    private static readonly SegmentationPipeline ThreeSegments = new() { ClusterCount = 3, MaxClusters = 3 };

    [Fact]
    public void Run_NamesOfTheUser_ReplaceTheMadeOnesEverywhereAndInTheModel()
    {
        SegmentationResult result = (ThreeSegments with { Names = Named((1, " Regulars "), (3, "=cmd|' /C calc'!A0 <b>")) }).Run(Table);

        Assert.Equal(["Regulars", "=cmd|' /C calc'!A0 <b>"], new[] { result.Profiles[0].Name, result.Profiles[2].Name });
        Assert.Equal(ThreeSegments.Run(Table).Profiles[1].Name, result.Profiles[1].Name);
        using TemporaryFolder folder = new();
        SegmentationModel model = SegmentationModel.Load(folder.Write("model.json", SegmentationModel.Of(result).ToJson()));
        Assert.Equal(result.Profiles.Select(profile => profile.Name), model.Segments.Select(segment => segment.Name));
        Assert.DoesNotContain("<b>", HtmlReport.Of(result), StringComparison.Ordinal);
        StringWriter segments = new();
        ResultExport.WriteSegments(result, segments);
        Assert.Contains(",Regulars\n", segments.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", segments.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NameThatAnotherSegmentWouldHaveGot_LeavesNoTwoAlike()
    {
        string made = ThreeSegments.Run(Table).Profiles[0].Name;

        SegmentationResult result = (ThreeSegments with { Names = Named((2, made.ToUpperInvariant())) }).Run(Table);

        Assert.Equal([$"{made} #1", made.ToUpperInvariant()], result.Profiles.Take(2).Select(profile => profile.Name));
    }

    [Fact]
    public void Run_NameForASegmentThatIsNotThere_SaysHowManyThereAre()
    {
        DataException error = Assert.Throws<DataException>(() => (ThreeSegments with { Names = Named((4, "VIP")) }).Run(Table));

        Assert.Equal("There is no segment 4 to name 'VIP': this run has 3 segments.", error.Message);
    }

    [Theory]
    [InlineData(0, "VIP", "There is no segment 0 to name; numbers start at 1.")]
    [InlineData(2, " ", "The name of segment 2 is empty.")]
    [InlineData(2, "regulars", "Segments 1 and 2 have the same name, 'regulars'.")]
    [InlineData(2, "a\nb", "The name of segment 2 has a line break or another invisible character: 'a b'.")]
    [InlineData(2, "a\u202eb", "The name of segment 2 has a line break or another invisible character: 'a b'.")]
    [InlineData(2, "1234567890123456789012345678901234567890123456789012345678901", "The name of segment 2 has 61 characters; at most 60 fit: '12345678901234567890123456789…'.")]
    public void Names_ThatCannotBe_AreRefusedWithTheReason(int segment, string name, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ThreeSegments with { Names = Named((1, "Regulars"), (segment, name)) });

        Assert.Equal($"{message} (Parameter 'Names')", error.Message);
    }

    [Fact]
    public void Names_WithAJoiner_AreKept()
    {
        // A family emoji and a Persian word need U+200D and U+200C.
        SegmentationPipeline pipeline = ThreeSegments with { Names = Named((1, "👨‍👩‍👧 می‌خرند")) };

        Assert.Equal("👨‍👩‍👧 می‌خرند", pipeline.Run(Table).Profiles[0].Name);
    }

    private static Dictionary<int, string> Named(params (int Segment, string Name)[] names) =>
        names.ToDictionary(pair => pair.Segment, pair => pair.Name);
}
