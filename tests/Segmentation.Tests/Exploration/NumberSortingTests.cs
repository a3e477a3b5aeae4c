namespace Segmentation.Tests;

public sealed class NumberSortingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(50_000)]
    public void Sort_NumbersOfAllMagnitudes_GivesTheOrderOfComparing(int count)
    {
        Random random = new(count);
        double[] numbers = [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-300, 300)))];
        double[] expected = [.. numbers.Order()];

        NumberSorting.Sort(numbers);

        Assert.Equal(expected, numbers);
    }

    [Fact]
    public void Sort_FewDifferentNumbersAndTheLargest_GivesTheOrderOfComparing()
    {
        double[] few = [3, -3, 0, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 3];
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(i => few[i * 7 % few.Length])];
        double[] expected = [.. numbers.Order()];

        NumberSorting.Sort(numbers);

        Assert.Equal(expected, numbers);
    }

    [Fact]
    public void Sort_OneNumberAllAlong_StaysWhatItIs()
    {
        double[] numbers = [.. Enumerable.Repeat(-2.5, 10_000)];

        NumberSorting.Sort(numbers);

        Assert.All(numbers, number => Assert.Equal(-2.5, number));
    }
}
