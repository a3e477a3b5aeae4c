using System.Text.Json;

namespace Segmentation.Tests.Exploration;

public sealed class CorrelationMatrixTests
{
    [Fact]
    public void Pearson_ThreePoints_IsTheAnswerWorkedByHand()
    {
        // Deviations -1, 0, 1 and -4/3, -1/3, 5/3: products sum to 3, squares to 2 and 14/3.
        CorrelationMatrix pearson = Of(CorrelationMethod.Pearson, [1, 2, 3], [1, 2, 4]);

        Assert.Equal(3 / Math.Sqrt(28.0 / 3), pearson[0, 1]!.Value, 1e-15);
        Assert.Equal(pearson[0, 1], pearson[1, 0]);
        Assert.Equal(1, pearson[1, 1]);
    }

    [Fact]
    public void Spearman_Ties_ShareTheirMeanRank()
    {
        // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: deviations multiply to 4.5, squares sum to 4.5 and 5.
        CorrelationMatrix spearman = Of(CorrelationMethod.Spearman, [10, 20, 20, 90], [1, 2, 3, 4]);

        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), spearman[0, 1]!.Value, 1e-15);
    }

    [Fact]
    public void Spearman_MonotoneButCurved_IsOneWherePearsonIsNot()
    {
        double[] x = [1, 2, 3, 4, 5];
        double[] y = [1, 10, 100, 1000, 10000];

        Assert.Equal(1, Of(CorrelationMethod.Spearman, x, y)[0, 1]!.Value, 1e-15);
        Assert.InRange(Of(CorrelationMethod.Pearson, x, y)[0, 1]!.Value, 0.7, 0.8);
    }

    [Theory]
    [InlineData(CorrelationMethod.Pearson, "corr_pearson")]
    [InlineData(CorrelationMethod.Spearman, "corr_spearman")]
    public void Of_MallColumns_AgreesWithPandas(CorrelationMethod method, string key)
    {
        JsonElement expected = MallFile.Reference().GetProperty(key);
        TableSummary summary = TableSummary.Of(MallFile.Load());
        string[] keys = ["age", "income", "spending"];

        CorrelationMatrix actual = method == CorrelationMethod.Pearson ? summary.Pearson : summary.Spearman;

        Assert.Equal([MallFile.Age, MallFile.Income, MallFile.Spending], actual.ColumnNames);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double reference = expected.GetProperty(keys[i]).GetProperty(keys[j]).GetDouble();
                Assert.Equal(reference, actual[i, j]!.Value, 1e-9 * Math.Abs(reference));
            }
        }
    }

    [Theory]
    [InlineData(CorrelationMethod.Pearson)]
    [InlineData(CorrelationMethod.Spearman)]
    public void Of_MissingCells_UsesTheRowsThatBothHave(CorrelationMethod method)
    {
        double[] x = [1, double.NaN, 2, 7, 3];
        double[] y = [2, 9, 1, double.NaN, 5];

        CorrelationMatrix withGaps = Of(method, x, y);

        Assert.Equal(Of(method, [1, 2, 3], [2, 1, 5])[0, 1], withGaps[0, 1]);
    }

    [Fact]
    public void Of_NothingToCorrelate_IsUnknown()
    {
        CorrelationMatrix matrix = Of(
            CorrelationMethod.Pearson, [1, 2, double.NaN], [double.NaN, 3, 4], [0.3, 0.1 + 0.2, 0.3], [1, 2, 3]);

        Assert.Null(matrix[0, 1]);
        Assert.Null(matrix[2, 3]);
        Assert.Null(matrix[2, 2]);
        Assert.Equal(1, matrix[0, 3]!.Value, 1e-15);
    }

    [Fact]
    public void Pearson_ConstantOverTheSharedRows_IsUnknown()
    {
        Assert.Null(Of(CorrelationMethod.Pearson, [5, 5, 9], [1, 2, double.NaN])[0, 1]);
    }

    [Fact]
    public void Pearson_HugeAndFarFromZero_LosesNothing()
    {
        double expected = 3 / Math.Sqrt(28.0 / 3);

        Assert.Equal(expected, Of(CorrelationMethod.Pearson, [1e9 + 1, 1e9 + 2, 1e9 + 3], [1, 2, 4])[0, 1]!.Value, 1e-14);
        Assert.Equal(expected, Of(CorrelationMethod.Pearson, [1e307, 2e307, 3e307], [1e307, 2e307, 4e307])[0, 1]!.Value, 1e-14);
    }

    private static CorrelationMatrix Of(CorrelationMethod method, params double[][] columns)
    {
        CustomerTable table = new(columns.Select((values, i) => new NumericColumn($"x{i}", values)));
        TableSummary summary = TableSummary.Of(table);
        return method == CorrelationMethod.Pearson ? summary.Pearson : summary.Spearman;
    }
}
