using Segmentation.Tests.Profiling;

namespace Segmentation.Tests.Marketing;

public sealed class ValueRankingTests
{
    private static readonly double[] High = [10, 12, 14, 20, 24];
    private static readonly double[] Low = [1, 2, 3, 4];

    [Fact]
    public void Of_NineCustomers_GivesTheNumbersWorkedByHand()
    {
        ValueRanking value = Rank([High, Low]);

        SegmentValue high = value.Segments[0];
        Assert.Equal((9, 90.0, 10.0), (value.Customers, value.Total, value.Mean));
        Assert.Equal((5, 80.0, 16.0), (high.Customers, high.Total, high.Mean));
        Assert.Equal((5 / 9.0, 80 / 90.0), (high.ShareOfCustomers, high.ShareOfValue!.Value));

        // Deviations -6 -4 -2 4 8, squares 136: s² = 34, s/√5 = √6.8 = 2.607681; t(4) = 2.7764451 from tables.
        Assert.Equal(16 - (2.7764451052 * Math.Sqrt(6.8)), high.Lower!.Value, 1e-8);
        Assert.Equal(16 + (2.7764451052 * Math.Sqrt(6.8)), high.Upper!.Value, 1e-8);
        Assert.Equal((2, 10.0, 2.5), (value.Segments[1].Rank, value.Segments[1].Total, value.Segments[1].Mean));
    }

    [Fact]
    public void Welch_NineCustomers_IsScipys()
    {
        // scipy.stats.ttest_ind(..., equal_var=False), SciPy 1.10.1.
        double? p = ValueMean.PValueOfDifference(ValueMean.Of([.. High])!, ValueMean.Of([.. Low])!);

        Assert.Equal(0.005425187430995056, p!.Value, 1e-12);
    }

    [Fact]
    public void Of_MallData_AgesAndIntervalsAreScipys()
    {
        CustomerTable mall = MallFile.Load();
        ValueRanking value = ValueRanking.Of(mall, MallData.Labels(mall), MallData.Profiles(), MallFile.Age);

        // Sizes, sums and scipy.stats.t.interval of the ages in the five clusters that scikit-learn 1.2.1 finds.
        (int Size, double Total, double Mean, double Lower, double Upper)[] expected =
        [
            (81, 3460, 42.71604938271605, 39.07913717551771, 46.35296158991439),
            (39, 1275, 32.69230769230769, 31.48361904765861, 33.90099633695678),
            (35, 1439, 41.114285714285714, 37.218283711438055, 45.01028771713337),
            (23, 1040, 45.21739130434783, 39.49691259600198, 50.93787001269368),
            (22, 556, 25.272727272727273, 22.94189078087139, 27.603563764583157),
        ];
        Assert.Equal(expected.Select(e => (e.Size, e.Total)), value.Segments.Select(s => (s.Customers, s.Total)));
        Assert.All(expected.Zip(value.Segments), pair =>
        {
            Assert.Equal(pair.First.Mean, pair.Second.Mean!.Value, 1e-10);
            Assert.Equal(pair.First.Lower, pair.Second.Lower!.Value, 1e-8);
            Assert.Equal(pair.First.Upper, pair.Second.Upper!.Value, 1e-8);
        });
        Assert.Equal([4, 1, 3, 2, 5], value.Ranked.Select(segment => segment.Segment));
        Assert.Null(value.Best);
        Assert.Equal(5, value.Worst!.Segment);
    }

    [Fact]
    public void Of_SegmentsFarApart_NamesBestAndWorstWithTheirNumbers()
    {
        ValueRanking value = Rank([High, Low]);

        Assert.Equal((1, 2), (value.Best!.Segment, value.Worst!.Segment));
        Assert.Equal(
            "Segment 1 (A) is worth most: 16 of 'Value' a customer over 5 customers (95% interval 8.76 to 23.2), 10 over all 9 customers.",
            value.Sentences[0]);
        Assert.Contains("Segment 1 (A) has 55.6% of the customers and 88.9% of 'Value' (80 of 90).", value.Sentences);
        Assert.Equal(new(ValueLevel.Average, ValueTrend.Unknown), value.Segments[0].Standing); // 8.76 to 23.2 holds the 10 of all
        Assert.Equal(new(ValueLevel.Low, ValueTrend.Unknown), value.Segments[1].Standing);
    }

    [Fact]
    public void Of_SegmentsAlike_NamesNoBest()
    {
        ValueRanking value = Rank([[1, 2, 3, 4, 5], [2, 3, 4, 5, 6]]);

        Assert.Null(value.Best);
        Assert.Null(value.Worst);
        Assert.StartsWith("No segment is surely worth most; nearest is segment 2 (B) with 4 of 'Value'", value.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SegmentsDrawnAtRandom_ClaimsABestOrWorstInAtMostOneTableOfTwenty()
    {
        Random random = new(5);
        int claims = 0;
        for (int table = 0; table < 1000; table++)
        {
            double[][] values = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 30).Select(_ => Normal(random)).ToArray())];
            ValueRanking value = Rank(values);
            claims += value.Best is null && value.Worst is null ? 0 : 1;
        }

        Assert.InRange(claims, 0, 50);
    }

    [Fact]
    public void Of_NoEarlierValue_SaysThatGrowthIsUnknown()
    {
        ValueRanking value = Rank([High, Low]);

        Assert.All(value.Segments, segment => Assert.Equal(ValueTrend.Unknown, segment.Standing.Trend));
        Assert.Contains("Whether a segment grows is unknown, for no value of an earlier period was given (--value-before).", value.Sentences);
    }

    [Fact]
    public void Of_EarlierValue_ComparesEachCustomerWithItself()
    {
        ValueRanking value = Rank([High, Low], [[9, 10, 13, 18, 25], [3, 4, 5, 5]]);

        // Changes 1 2 1 2 -1: mean 1, squares 6, s² = 1.5, s/√5 = √0.3. Of the others -2 -2 -2 -1: mean -1.75, s² = 0.25.
        SegmentValue high = value.Segments[0];
        Assert.Equal((1.0, ValueTrend.Steady), (high.Change, high.Standing.Trend));
        Assert.Equal(1 - (2.7764451052 * Math.Sqrt(0.3)), high.ChangeLower!.Value, 1e-8);
        Assert.Equal((-1.75, ValueTrend.Shrinking), (value.Segments[1].Change, value.Segments[1].Standing.Trend));
        Assert.Contains(value.Sentences, sentence => sentence.StartsWith("Segment 2 (B) shrinks: 'Value' is down 1.75 a customer on 'Before'", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_FallThatIsSureOnlyByItself_IsNotSaid()
    {
        // Changes -1 -3 -1 -3: mean -2, s² = 4/3, t = -2 / (s/√4) = -3.46 with 3 degrees of freedom. Tables: 3.18 at 5%, 4.18 at 2.5%.
        ValueRanking value = Rank([High, Low], [High, [2, 5, 4, 7]]);

        Assert.Equal((ValueTrend.Shrinking, false), (value.Segments[1].Standing.Trend, value.Segments[1].Shrinks));
        Assert.DoesNotContain(value.Sentences, sentence => sentence.Contains(" shrinks: ", StringComparison.Ordinal));
        Assert.True(Rank([Low], [[2, 5, 4, 7]]).Segments[0].Shrinks);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(29, false)]
    public void WorthGrowing_NeedsThirtyCustomers(int customers, bool worth)
    {
        double[] now = [.. Enumerable.Range(0, customers).Select(i => 20.0 + (i % 3))];
        double[] before = [.. Enumerable.Range(0, customers).Select(i => 18.0 + (i % 2))];

        ValueRanking value = Rank([now, Low], [before, Low]);

        Assert.Equal(ValueTrend.Growing, value.Segments[0].Standing.Trend);
        Assert.Equal(worth, value.Segments[0].WorthGrowing);
        Assert.Equal(worth, value.Sentences.Any(sentence => sentence.StartsWith("Segment 1 (A) is worth growing: ", StringComparison.Ordinal)));
        Assert.Equal(!worth, value.Sentences.Any(sentence => sentence.StartsWith("No segment is both large enough", StringComparison.Ordinal)));
    }

    [Fact]
    public void WorthGrowing_NeedsATwentiethOfTheCustomers()
    {
        double[] now = [.. Enumerable.Range(0, 40).Select(i => 20.0 + (i % 3))];
        double[] before = [.. now.Select(v => v - 2 + (v % 2))];
        double[] many = [.. Enumerable.Range(0, 761).Select(i => i % 7.0)];

        ValueRanking few = Rank([many, now], [many, before]);
        ValueRanking enough = Rank([many[..760], now], [many[..760], before]);

        Assert.False(few.Segments[1].WorthGrowing);
        Assert.True(enough.Segments[1].WorthGrowing);
    }

    [Fact]
    public void Of_MissingValues_AreCountedNamedAndLeftOut()
    {
        ValueRanking value = Rank([[1, double.NaN, 3], [5, 7]], [[1, 1, 1], [5, double.NaN]]);

        Assert.Equal((4, 16.0), (value.Customers, value.Total));
        Assert.Equal((2, 0.5, 2.0), (value.Segments[0].Customers, value.Segments[0].ShareOfCustomers, value.Segments[0].Mean));
        Assert.Contains("Left out, for they lack 'Value': 1 customer (row 2).", value.Sentences);
        Assert.Contains("Left out of the change, for they lack 'Before': 1 customer (row 5).", value.Sentences);
    }

    [Fact]
    public void Of_NoValueAtAll_SaysSo()
    {
        ValueRanking value = Rank([[double.NaN], [double.NaN]]);

        Assert.Equal((null, null), (value.Mean, value.Best));
        Assert.Equal("No customer in a segment has a value in 'Value', so nothing can be ranked: 2 customers (row 1, row 2).", Assert.Single(value.Sentences));
    }

    [Fact]
    public void Of_NegativeTotal_GivesNoSharesAndSaysWhy()
    {
        ValueRanking value = Rank([[5, 6], [-3, -4]]);

        Assert.False(value.HasShares);
        Assert.All(value.Segments, segment => Assert.Null(segment.ShareOfValue));
        Assert.Contains("Shares of 'Value' are not given, for the total of segment 2 (B) is -7.", value.Sentences);
        Assert.Equal("Value by segment", Chart.ValueShares(value).Layout.Title);
    }

    [Fact]
    public void Of_OneCustomer_HasNoInterval()
    {
        ValueRanking value = Rank([[5], [1, 2, 3]]);

        Assert.Equal((5.0, null, null), (value.Segments[0].Mean, value.Segments[0].Lower, value.Segments[0].Upper));
        Assert.Equal(ValueLevel.Unknown, value.Segments[0].Standing.Level);
        Assert.Null(value.Best);
    }

    [Fact]
    public void Of_FewEqualValues_AreNoProofThatAllOthersAreEqual()
    {
        Assert.Null(Rank([[5, 5, 5], [1, 2]]).Segments[0].Lower);
        Assert.Equal(5, Rank([[.. Enumerable.Repeat(5.0, 30)], [1, 2]]).Segments[0].Lower);
    }

    [Fact]
    public void Of_VerySkewedValues_SaysThatTheIntervalIsRough()
    {
        double[] skewed = [.. Enumerable.Repeat(1.0, 19), 1000];

        ValueRanking value = Rank([skewed, [1, 2, 3, 4, 5]]);

        Assert.Equal([1], value.RoughSegments.Select(segment => segment.Segment));
        Assert.Contains(value.Sentences, sentence => sentence.StartsWith("The interval of segment 1 (20 customers) may be too narrow", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ValueThatWasClusteredOn_SaysThatNoTestIsValid()
    {
        CustomerTable mall = MallFile.Load();

        ValueRanking value = ValueRanking.Of(mall, MallData.Labels(mall), MallData.Profiles(), MallFile.Spending);

        Assert.True(value.IsClustered);
        Assert.Contains("were made from 'Spending Score (1-100)' itself", value.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneSegmentOfTheValueItself_HasNoOtherToDifferFrom()
    {
        CustomerTable table = new([new NumericColumn("Value", [1, 2, 3])]);
        int[] labels = [0, 0, 0];

        ValueRanking value = ValueRanking.Of(table, labels, new SegmentProfiler(["Value"]).Profile(table, labels), "Value");

        Assert.True(value.IsClustered);
        Assert.DoesNotContain(value.Sentences, sentence => sentence.Contains("by construction", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RowsShuffled_GivesTheSameBits()
    {
        double[] values = [.. Enumerable.Range(0, 99).Select(i => Math.Sqrt(i * 7919 % 211) / 3)];
        int[] labels = [.. Enumerable.Range(0, 99).Select(i => i % 2)];
        int[] order = [.. Enumerable.Range(0, 99).OrderBy(i => i * 31 % 101)];
        CustomerTable table = new([new NumericColumn("Value", values)]);
        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler([]).Profile(table, labels);

        ValueRanking straight = ValueRanking.Of(table, labels, profiles, "Value");
        ValueRanking shuffled = ValueRanking.Of(table.Take(order), [.. order.Select(i => labels[i])], profiles, "Value");

        Assert.Equal(straight.Segments, shuffled.Segments);
    }

    [Fact]
    public void Of_ValuesThatCannotBeAdded_SaysWhatToDo()
    {
        DataException error = Assert.Throws<DataException>(() => Rank([[double.MaxValue, double.MaxValue], [1]]));

        Assert.Equal("Column 'Value' holds values too large to add up; give it in a larger unit.", error.Message);
    }

    [Fact]
    public void Of_SameColumnTwice_SaysWhatIsWrong()
    {
        CustomerTable table = new([new NumericColumn("Value", [1, 2])]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => ValueRanking.Of(table, [0, 0], [], "Value", "Value"));

        Assert.StartsWith("Column 'Value' cannot be the value and the value before", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Segments called A, B, … with these values.</summary>
    internal static ValueRanking Rank(double[][] values, double[][]? before = null)
    {
        int[] labels = [.. values.SelectMany((segment, label) => segment.Select(_ => label))];
        CustomerTable table = new(
        [
            new NumericColumn("Value", [.. values.SelectMany(segment => segment)]),
            .. before is null ? Array.Empty<Column>() : [new NumericColumn("Before", [.. before.SelectMany(segment => segment)])],
        ]);
        IReadOnlyList<SegmentProfile> profiles =
        [
            .. values.Select((segment, i) => new SegmentProfile(
                i + 1, ((char)('A' + i)).ToString(), segment.Length, (double)segment.Length / labels.Length, [], [])),
        ];
        return ValueRanking.Of(table, labels, profiles, "Value", before is null ? null : "Before");
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
