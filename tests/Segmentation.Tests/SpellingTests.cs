namespace Segmentation.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Agee", "Age")]
    [InlineData("agE", "Age")]
    [InlineData("Incmoe", "Income")]
    public void Nearest_MisspeltName_IsTheOneMeant(string text, string meant)
    {
        string[] names = ["CustomerID", "Age", "Income"];

        string? nearest = Spelling.Nearest(text, names);

        Assert.Equal(meant, nearest);
    }

    [Fact]
    public void Nearest_NothingNear_IsNull()
    {
        Assert.Null(Spelling.Nearest("Postcode", ["Age", "Income"]));
    }
}
