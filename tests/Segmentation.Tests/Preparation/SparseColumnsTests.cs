namespace Segmentation.Tests.Preparation;

public sealed class SparseColumnsTests
{
    private const double None = double.NaN;

    /// <summary>40 customers, of whom four were asked for the NPS.</summary>
    private static readonly CustomerTable Asked = new(
    [
        Numbers("Spend", 40, row => row % 7),
        Numbers("Visits", 40, row => row % 3),
        Numbers("NPS", 40, row => row % 10 == 3 ? row % 11 : None),
    ]);

    [Fact]
    public void Fit_ColumnKnownForFourOfForty_IsLeftOutWithItsCount()
    {
        FittedPreprocessor fitted = new Preprocessor().Fit(Asked);

        Assert.Equal(["Spend", "Visits"], fitted.FeatureNames);
        Assert.Equal(40, fitted.Transform(Asked).Matrix.RowCount);
        Assert.Equal(
            ["Column 'NPS' is missing in 36 of 40 rows (90%), and with it only 4 rows would have all columns, so it is left out. Name it (--features) to use it all the same, or fill missing values (--missing median)."],
            fitted.Excluded);
    }

    [Fact]
    public void Fit_SparseColumnThatIsNamed_IsUsed()
    {
        Preprocessor byFeature = new() { Features = ["Spend", "NPS"] };
        Preprocessor byEncoding = new() { Encodings = new Dictionary<string, ColumnEncoding> { ["NPS"] = ColumnEncoding.Number } };

        Assert.Equal(4, byFeature.Fit(Asked).Transform(Asked).Matrix.RowCount);
        Assert.Contains("NPS", byEncoding.Fit(Asked).FeatureNames);
    }

    [Fact]
    public void Fit_GapsAreFilled_CostsNothingAndKeepsTheColumn() =>
        Assert.Equal(["Spend", "Visits", "NPS"], new Preprocessor { Missing = MissingValues.FillMedian }.Fit(Asked).FeatureNames);

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void Fit_HalfOfTheRowsKnown_IsEnough(int known, bool isUsed)
    {
        CustomerTable table = new([Numbers("Spend", 40, row => row % 7), Numbers("NPS", 40, row => row < known ? row % 11 : None)]);

        Assert.Equal(isUsed, new Preprocessor().Fit(table).FeatureNames.Contains("NPS"));
    }

    [Fact]
    public void Fit_TwoColumnsThatTogetherCostMostRows_LeavesOutTheOneMissingMoreOften()
    {
        // 100 rows: the first 45 lack a, the last 40 lack b, and 15 have both.
        CustomerTable table = new(
        [
            Numbers("Spend", 100, row => row % 7),
            Numbers("a", 100, row => row < 45 ? None : row % 3),
            Numbers("b", 100, row => row >= 60 ? None : row % 4),
        ]);

        FittedPreprocessor fitted = new Preprocessor().Fit(table);

        Assert.Equal(["Spend", "b"], fitted.FeatureNames);
        Assert.StartsWith("Column 'a' is missing in 45 of 100 rows (45%), and with it only 15 rows would have all columns", Assert.Single(fitted.Excluded), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_OnlyColumnThatVaries_IsNeverLeftOut()
    {
        CustomerTable table = new([Numbers("Country", 40, _ => 1), Numbers("NPS", 40, row => row < 5 ? row : None)]);

        FittedPreprocessor fitted = new Preprocessor { ConstantFeatures = ConstantFeatures.Exclude }.Fit(table);

        Assert.Equal(["NPS"], fitted.FeatureNames);
    }

    [Fact]
    public void Fit_LeftOutColumns_AreNoFeatures() =>
        Assert.Equal(["Visits"], new Preprocessor { LeftOutColumns = ["Spend"] }.Fit(Asked).FeatureNames);

    [Fact]
    public void Fit_LeftOutColumnAmongTheFeatures_SaysThatBothCannotBe()
    {
        Preprocessor both = new() { Features = ["Spend", "Visits"], LeftOutColumns = ["Spend"] };

        string message = Assert.Throws<ArgumentException>(() => both.Fit(Asked)).Message;

        Assert.Equal(
            "Column 'Spend' is a feature (--features) and is to be left out of the features (--outcome, LeftOutColumns): segments made from it would differ in it by construction. Leave it out of one of the two.",
            message);
    }

    [Fact]
    public void Fit_LeftOutColumnThatThereIsNot_IsNamed() => Assert.Contains(
        "No column named 'Spent'", Assert.Throws<ArgumentException>(() => new Preprocessor { LeftOutColumns = ["Spent"] }.Fit(Asked)).Message, StringComparison.Ordinal);

    private static NumericColumn Numbers(string name, int rows, Func<int, double> value) => new(name, [.. Enumerable.Range(0, rows).Select(value)]);
}
