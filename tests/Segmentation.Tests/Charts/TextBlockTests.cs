namespace Segmentation.Tests.Charts;

public sealed class TextBlockTests
{
    [Fact]
    public void Wrap_ShortText_IsOneLine() => Assert.Equal(["Age"], TextBlock.Wrap("Age", 100, 3).Lines);

    [Fact]
    public void Wrap_SeveralWords_BreaksBetweenThem() =>
        Assert.Equal(["Annual", "Income"], TextBlock.Wrap("Annual Income", 70, 3).Lines);

    [Fact]
    public void Wrap_LongWord_BreaksWithinIt()
    {
        TextBlock block = TextBlock.Wrap(new string('a', 30), 100, 9);

        Assert.Equal(30, block.Lines.Sum(line => line.Length));
        Assert.All(block.Lines, line => Assert.InRange(TextBlock.WidthOf(line, TextBlock.DefaultSize), 1, 100));
        Assert.False(block.Shortened);
    }

    [Fact]
    public void Wrap_TooLong_EndsWithAnEllipsisWithinTheWidth()
    {
        TextBlock block = TextBlock.Wrap("one two three four five six seven", 60, 2);

        Assert.True(block.Shortened);
        Assert.Equal(2, block.Lines.Length);
        Assert.EndsWith("…", block.Lines[1], StringComparison.Ordinal);
        Assert.InRange(block.Width, 1, 60);
    }

    [Fact]
    public void Wrap_Emoji_IsNeverCutInTwo()
    {
        const string Family = "👨‍👩‍👧";

        TextBlock block = TextBlock.Wrap(Family + Family + Family, 30, 9);

        Assert.All(block.Lines, line => Assert.Equal(Family, line));
    }
}
