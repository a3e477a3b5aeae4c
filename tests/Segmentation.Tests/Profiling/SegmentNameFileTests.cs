using Segmentation.TestSupport;

namespace Segmentation.Tests.Profiling;

public sealed class SegmentNameFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("names.json", " {\"2\": \"Guests; \\\"rare\\\"\", \"1\": \"Regulars\"}")]
    [InlineData("names.csv", "segment,name\n1,Regulars\n2,\"Guests; \"\"rare\"\"\"\n")]
    [InlineData("names.txt", "note;segment;name\nx;2;\"Guests; \"\"rare\"\"\"\ny;1;Regulars\n")]
    public void Load_JsonOrCsv_HasTheNamesByNumber(string file, string text)
    {
        IReadOnlyDictionary<int, string> names = SegmentNameFile.Load(folder.Write(file, text));

        Assert.Equal(["Regulars", "Guests; \"rare\""], names.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal([1, 2], names.Keys.Order());
    }

    [Fact]
    public void Load_NameThatLooksMissing_IsAName()
    {
        IReadOnlyDictionary<int, string> names = SegmentNameFile.Load(folder.Write("names.csv", "segment,name\n1,NA\n2,42\n"));

        Assert.Equal(("NA", "42"), (names[1], names[2]));
    }

    [Theory]
    [InlineData("{\"one\": \"VIP\"}", "'one' should be the number of a segment, such as 1.")]
    [InlineData("segment,name\n-1,VIP\n", "'-1' should be the number of a segment, such as 1.")]
    [InlineData("{\"1\": \"VIP\", \"1\": \"Guests\"}", "segment 1 is named twice, 'VIP' and 'Guests'.")]
    [InlineData("segment,name\n1,VIP\n1,Guests\n", "segment 1 is named twice, 'VIP' and 'Guests'.")]
    [InlineData("{\"1\": \"\\ud800\"}", "the name of segment 1 holds half of a character (an unpaired surrogate).")]
    [InlineData("{\"\\ud800\": \"VIP\"}", "the number of a segment holds half of a character (an unpaired surrogate).")]
    [InlineData("{\"1\": 5}", "the name of segment 1 should be a text in quotes.")]
    [InlineData("{\"1\": \"VIP\", \"2\": \"vip\"}", "Segments 1 and 2 have the same name, 'vip'.")]
    [InlineData("segment,name\n1,\n", "The name of segment 1 is empty.")]
    [InlineData("{\"1\": \"VIP\"", "this is not a JSON object of numbers and names:")]
    [InlineData("number,name\n1,VIP\n", "no column named 'segment'")]
    public void Load_FileThatIsNoListOfNames_SaysWhereAndWhy(string text, string message)
    {
        string path = folder.Write("names", text);

        DataException error = Assert.Throws<DataException>(() => SegmentNameFile.Load(path));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoSuchFile_SaysSo()
    {
        DataException error = Assert.Throws<DataException>(() => SegmentNameFile.Load(folder.File("none.json")));

        Assert.Contains("none.json", error.Message, StringComparison.Ordinal);
    }
}
