using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Statistics;

namespace Segmentation.Tests.Exploration;

public sealed class NumericSummaryTests
{
    [Fact]
    public void Of_FourNumbers_HasTheStatisticsWorkedByHand()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [4, 1, 3, 2]));

        Assert.Equal((4, 0, 4), (summary.Count, summary.Missing, summary.Distinct));
        Assert.Equal((1.0, 1.75, 2.5, 3.25, 4.0), (summary.Minimum, summary.Q1, summary.Median, summary.Q3, summary.Maximum));
        Assert.Equal(2.5, summary.Mean);
        Assert.Equal(Math.Sqrt(5.0 / 3), summary.StandardDeviation!.Value, 1e-15);
        Assert.Equal(0, summary.Skewness!.Value, 1e-15);
    }

    [Fact]
    public void Of_ThreeNumbersFarFromZero_KeepsTheSkewnessOfTheirShape()
    {
        // 0, 0, 1 have population moments m2 = 2/9 and m3 = 2/27, so G1 = sqrt(6) * m3 / m2^1.5 = sqrt(3). Their mean,
        // 1e9 + 1/3, is no double: deviations from the nearest one would be right to 8 digits only.
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [1e9, 1e9 + 1, 1e9]));

        Assert.Equal(Math.Sqrt(3), summary.Skewness!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(1 / 3.0), summary.StandardDeviation!.Value, 1e-14);
    }

    /// <summary>
    /// NIST StRD, univariate: NumAcc2 to NumAcc4 are a first number, then 500 times the one below and the one above.
    /// The decimals are not doubles; rounding them moves a deviation of 0.1 by at most half a step of the offset.
    /// </summary>
    [Theory]
    [InlineData(1.2, 1.1, 1.3, 1e-14)]
    [InlineData(1000000.2, 1000000.1, 1000000.3, 6e-11)]
    [InlineData(10000000.2, 10000000.1, 10000000.3, 1e-9)]
    public void Of_NistNumAcc_HasTheCertifiedMeanAndDeviation(double first, double below, double above, double tolerance)
    {
        double[] values = [first, .. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? below : above)];

        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", values));

        Assert.Equal(first, summary.Mean!.Value, tolerance);
        Assert.Equal(0.1, summary.StandardDeviation!.Value, tolerance);
    }

    [Fact]
    public void Of_NistNumAcc1_HasTheCertifiedMeanAndDeviation()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [10000001, 10000003, 10000002]));

        Assert.Equal(10000002, summary.Mean);
        Assert.Equal(1, summary.StandardDeviation);
    }

    [Theory]
    [InlineData(MallFile.Age, "age")]
    [InlineData(MallFile.Income, "income")]
    [InlineData(MallFile.Spending, "spending")]
    public void Of_MallColumn_AgreesWithPandas(string column, string key)
    {
        JsonElement expected = MallFile.Reference().GetProperty("describe").GetProperty(key);

        NumericSummary actual = NumericSummary.Of(MallFile.Load().Numeric(column));

        AssertClose("mean", actual.Mean);
        AssertClose("std", actual.StandardDeviation);
        AssertClose("min", actual.Minimum);
        AssertClose("25%", actual.Q1);
        AssertClose("50%", actual.Median);
        AssertClose("75%", actual.Q3);
        AssertClose("max", actual.Maximum);
        AssertClose("skew_pandas_unbiased", actual.Skewness);
        AssertClose("tukey_low", actual.LowerFence);
        AssertClose("tukey_high", actual.UpperFence);
        Assert.Equal(expected.GetProperty("tukey_outliers").GetInt32(), actual.Outliers);

        void AssertClose(string name, double? value)
        {
            double reference = expected.GetProperty(name).GetDouble();
            Assert.Equal(reference, value!.Value, 1e-9 * Math.Abs(reference));
        }
    }

    [Fact]
    public void Of_MissingCells_CountsThemAndLeavesThemOut()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [double.NaN, 5, double.NaN, 7, 5]));

        Assert.Equal((3, 2, 2), (summary.Count, summary.Missing, summary.Distinct));
        Assert.Equal(5, summary.Median);
        Assert.Equal(17.0 / 3, summary.Mean!.Value, 1e-15);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { double.NaN, double.NaN })]
    public void Of_NoValues_HasNoStatistics(double[] cells)
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", cells));

        Assert.Equal(
            new NumericSummary("x", 0, cells.Length, 0, null, null, null, null, null, null, null, null, 0), summary);
        Assert.Null(summary.LowerFence);
    }

    [Fact]
    public void Of_OneValue_HasNoDeviationAndNoSkewness()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [7]));

        Assert.Equal(new NumericSummary("x", 1, 0, 1, 7, null, 7, 7, 7, 7, 7, null, 0), summary);
    }

    [Fact]
    public void Of_ConstantColumn_HasDeviationZeroAndNoSkewness()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [.. Enumerable.Repeat(0.1, 1000)]));

        Assert.Equal(new NumericSummary("x", 1000, 0, 1, 0.1, 0, 0.1, 0.1, 0.1, 0.1, 0.1, null, 0), summary);
    }

    [Fact]
    public void Of_ColumnConstantUpToRounding_HasNoSkewness()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [0.3, 0.1 + 0.2, 0.3]));

        Assert.Null(summary.Skewness);
    }

    [Fact]
    public void Of_HugeValues_StaysFinite()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [-1e308, 0, 1e308]));

        Assert.Equal(0, summary.Mean);
        Assert.Equal(1e308, summary.StandardDeviation!.Value, 1e294);
        Assert.Equal((-5e307, 5e307), (summary.Q1, summary.Q3));
        Assert.Equal((double.MinValue, double.MaxValue, 0), (summary.LowerFence, summary.UpperFence, summary.Outliers));
    }

    [Fact]
    public void Of_DeviationTooLargeForADouble_IsUnknownNotInfinite()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [-1.7e308, 1.7e308]));

        Assert.Null(summary.StandardDeviation);
    }

    [Fact]
    public void Of_TinyValues_DoNotVanish()
    {
        NumericSummary summary = NumericSummary.Of(new NumericColumn("x", [0, 0, 3e-200]));

        Assert.Equal(Math.Sqrt(3), summary.StandardDeviation!.Value / 1e-200, 1e-14);
        Assert.Equal(Math.Sqrt(3), summary.Skewness!.Value, 1e-14);
    }

    [Fact]
    public void Of_ValuesOnTheFences_CountsOnlyThoseBeyond()
    {
        // Q1 = 2, Q3 = 4, so the fences are -1 and 7.
        double[] inside = [-1, 2, 2, 3, 4, 4, 7];

        NumericSummary onFences = NumericSummary.Of(new NumericColumn("x", inside));
        NumericSummary beyond = NumericSummary.Of(new NumericColumn("x", [-1.5, 2, 2, 3, 4, 4, 7.5]));

        Assert.Equal((-1.0, 7.0, 0), (onFences.LowerFence, onFences.UpperFence, onFences.Outliers));
        Assert.Equal(2, beyond.Outliers);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Of_AnyNumbers_HasTheQuantilesOfMathNet()
    {
        Prop.ForAll(Numbers(), values =>
        {
            NumericSummary summary = NumericSummary.Of(new NumericColumn("x", values));

            return Close(values.QuantileCustom(0.25, QuantileDefinition.R7), summary.Q1)
                && Close(values.QuantileCustom(0.5, QuantileDefinition.R7), summary.Median)
                && Close(values.QuantileCustom(0.75, QuantileDefinition.R7), summary.Q3);
        }).Holds();

        // The two interpolate in a different order of operations.
        static bool Close(double expected, double? actual) => Math.Abs(expected - actual!.Value) <= 1e-12 * 1e6;
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Of_RowsInAnotherOrder_IsTheSameToTheLastBit()
    {
        Prop.ForAll(Numbers(), values =>
        {
            NumericSummary summary = NumericSummary.Of(new NumericColumn("x", values));
            NumericSummary reversed = NumericSummary.Of(new NumericColumn("x", [.. values.Reverse()]));

            return summary == reversed;
        }).Holds();
    }

    private static Arbitrary<double[]> Numbers() =>
        Gen.Choose(-1_000_000_000, 1_000_000_000).Select(i => i / 1000.0).NonEmptyListOf()
            .Select(list => list.ToArray()).ToArbitrary();
}
