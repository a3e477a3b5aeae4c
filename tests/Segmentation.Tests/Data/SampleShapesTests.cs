using System.Security.Cryptography;

namespace Segmentation.Tests.Data;

public sealed class SampleShapesTests
{
    public static TheoryData<string> Names => [.. SampleShapes.All().Select(shape => shape.Name)];

    /// <summary>Recorded once: another machine that gives other bits breaks the promise.</summary>
    [Fact]
    public void All_OneSeed_GivesTheseBits()
    {
        byte[] bytes = [.. SampleShapes.All(50, seed: 7).SelectMany(shape => shape.Matrix.Values.ToArray()).SelectMany(BitConverter.GetBytes)];

        Assert.Equal("6263e938f305ace0", Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Shape_AnyOfThem_HasAGroupForEachPointAndNoEmptyGroup(string name)
    {
        SampleShape shape = SampleShapes.All(200, seed: 3).Single(shape => shape.Name == name);

        Assert.Equal((200, 200), (shape.Matrix.RowCount, shape.Groups.Length));
        Assert.Equal(Enumerable.Range(0, shape.Groups.ToArray().Max() + 1), shape.Groups.ToArray().Distinct().Order());
        Assert.NotEqual(shape.Matrix.Values.ToArray(), SampleShapes.All(200, seed: 4).Single(other => other.Name == name).Matrix.Values.ToArray());
    }

    [Fact]
    public void Rings_Points_LieOnTheirCircles()
    {
        SampleShape rings = SampleShapes.Rings(400);

        for (int row = 0; row < 400; row++)
        {
            double radius = Math.Sqrt(SquaredDistance.Between(rings.Matrix.Row(row), [0, 0]));

            Assert.Equal(rings.Groups[row] == 0 ? 5 : 1.5, radius, 1.8); // six times the spread of 0.3
        }
    }

    [Theory]
    [InlineData("Round groups", 0.95, 1)]
    [InlineData("Rings", -0.1, 0.1)]
    [InlineData("Moons", 0.1, 0.7)]
    [InlineData("Stretched groups", -0.1, 0.3)]
    [InlineData("Unequal sizes", -0.1, 0.5)]
    public void KMeans_KnowingTheNumberOfGroups_FindsThemOnlyWhereTheyAreRound(string name, double least, double most)
    {
        SampleShape shape = SampleShapes.All().Single(shape => shape.Name == name);
        int groups = shape.Groups.ToArray().Max() + 1;

        KMeansModel model = new KMeans(groups).Fit(shape.Matrix);

        Assert.InRange(AdjustedRandIndex.Of(model.Labels, shape.Groups), least, most);
    }

    [Fact]
    public void Blobs_NoPoints_SaysWhatIsWrong() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleShapes.Blobs(0));
}
