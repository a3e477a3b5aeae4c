namespace Segmentation.Tests.Preparation;

public sealed class PreprocessorErrorTests
{
    private static readonly Column Age = Numbers("Age", 20, 30, 40);
    private static readonly Column City = new CategoricalColumn("City", ["A", "B", "A"]);

    [Fact]
    public void Fit_ConstantFeature_NamesItAndItsValue() => AssertDataError(
        new Preprocessor(),
        [Age, Numbers("X", 7, 7, 7)],
        "Feature 'X' is 7 in every row, so it cannot tell customers apart. Leave it out, or exclude constant features.");

    [Fact]
    public void Fit_ConstantFeatureWithoutScaling_IsRefusedToo() => AssertDataError(
        new Preprocessor { Scaling = Scaling.None },
        [Numbers("X", -0.5, -0.5)],
        "Feature 'X' is -0.5 in every row, so it cannot tell customers apart. Leave it out, or exclude constant features.");

    [Fact]
    public void Fit_FeatureConstantUpToRounding_IsNotBlownUp() => AssertDataError(
        new Preprocessor(),
        [Numbers("X", 0.3, 0.1 + 0.2, 0.3)],
        "Feature 'X' is 0.3 in every row, but for rounding, so it cannot tell customers apart. Leave it out, or exclude constant features.");

    [Fact]
    public void Fit_FeatureConstantInTheKeptRows_SaysWhichRows() => AssertDataError(
        new Preprocessor(),
        [Numbers("X", 7, 7, 8), Numbers("Y", 1, 2, double.NaN)],
        "Feature 'X' is 7 in all 2 rows that have all features, so it cannot tell customers apart. Leave it out, or exclude constant features.");

    [Fact]
    public void Fit_OneRow_IsConstant() => AssertDataError(
        new Preprocessor(),
        [Numbers("X", 7)],
        "Feature 'X' is 7 in every row, so it cannot tell customers apart. Leave it out, or exclude constant features.");

    [Fact]
    public void Fit_AllCellsMissing_SaysSo() => AssertDataError(
        new Preprocessor { Missing = MissingValues.FillMean },
        [Numbers("X", double.NaN, double.NaN)],
        "Feature 'X' is missing in every row, so it cannot tell customers apart. Leave it out, or exclude constant features.");

    [Fact]
    public void Fit_NoFeatureLeft_SaysWhyEachWasExcluded() => AssertDataError(
        new Preprocessor { ConstantFeatures = ConstantFeatures.Exclude },
        [Numbers("X", 7, 7), Numbers("Y", double.NaN, double.NaN)],
        "All 2 customers are alike in the columns compared: there is nothing to segment. No feature is left to tell customers apart. Feature 'X' is 7 in every row, so it cannot tell customers apart. "
        + "Feature 'Y' is missing in every row, so it cannot tell customers apart.");

    [Fact]
    public void Fit_EveryRowLacksSomething_SaysWhatToDo() => AssertDataError(
        new Preprocessor { Features = ["X", "Y"] },
        [Numbers("X", 1, 2, double.NaN, double.NaN), Numbers("Y", double.NaN, double.NaN, 3, 4)],
        "No row has all of the features X, Y. Fill missing values instead of dropping rows (--missing median), or use fewer features.");

    [Fact]
    public void Fit_NoNumericColumn_ListsTheColumns() => AssertDataError(
        new Preprocessor(),
        [City, new TextColumn("Note", ["x", "y", "z"])],
        "The table has no numeric column to make features of. Categories and dates take part where they are named (--features). Columns: City, Note.");

    [Fact]
    public void Fit_OnlyColumnsThatLookLikeIds_SaysHowToUseThem() => AssertDataError(
        new Preprocessor(),
        [City, Numbers("CustomerID", 1, 2, 3)],
        "No numeric column is left to make features of. Column 'CustomerID' looks like an id: its name says so and all its values are whole numbers. "
        + "Name a column as a feature to use it all the same.");

    [Fact]
    public void Fit_EmptyTable_SaysSo() => AssertDataError(
        new Preprocessor(), [Numbers("X")], "The table has no rows; preparing features needs at least two customers.");

    [Theory]
    [InlineData(Scaling.None)]
    [InlineData(Scaling.Standard)]
    [InlineData(Scaling.MinMax)]
    [InlineData(Scaling.Robust)]
    public void Fit_ValueWhoseSquareOverflows_NamesItsPlaceAndTheLimit(Scaling scaling) => AssertDataError(
        new Preprocessor { Scaling = scaling },
        [Age, Numbers("Income", 1, -1e308, 3)],
        "Feature 'Income' is -1E+308 in row 2, so large that squared differences overflow. Values up to 1E+153 can be compared: correct the cell, or state the feature in a larger unit.");

    [Fact]
    public void Fit_WeightThatOverflows_NamesTheWeightedValue() => AssertDataError(
        new Preprocessor { Scaling = Scaling.MinMax, Weights = new Dictionary<string, double> { ["Age"] = 1e200 } },
        [Age],
        "Feature 'Age' is 5E+199 in row 2 after scaling and weighting, so large that squared differences overflow. Values up to 1E+153 can be compared: correct the cell, or state the feature in a larger unit.");

    [Fact]
    public void Fit_LargestValuesAllowed_HaveFiniteSumsOfSquares()
    {
        double[] values = [1e153, -1e153, 1e153];
        CustomerTable table = new([Numbers("X", values), Numbers("Y", values)]);

        FeatureMatrix matrix = new Preprocessor { Scaling = Scaling.None }.Fit(table).Transform(table).Matrix;

        double sum = 0;
        for (int row = 0; row < 3; row++)
        {
            foreach (double value in matrix.Row(row))
            {
                sum += Math.Pow(value - -1e153, 2);
            }
        }

        Assert.True(double.IsFinite(sum));
    }

    [Fact]
    public void Fit_UnknownFeature_SuggestsTheNearestAndListsThem() => AssertArgumentError(
        () => new Preprocessor { Features = ["Agee"] }.Fit(new CustomerTable([Age, City])),
        "No column named 'Agee'. Did you mean 'Age'? Columns: Age, City.");

    [Fact]
    public void Fit_FeatureThatIsNotNumeric_SaysWhatItIs() => AssertArgumentError(
        () => new Preprocessor { Features = ["Note"] }.Fit(new CustomerTable([Age, new TextColumn("Note", ["x", "y", "z"])])),
        "Column 'Note' is not numeric but text. Numeric columns: Age.");

    [Fact]
    public void Fit_WeightForNoFeature_SuggestsTheNearestAndListsThem() => AssertArgumentError(
        () => new Preprocessor { Weights = new Dictionary<string, double> { ["age"] = 2 } }.Fit(new CustomerTable([Age, City])),
        "There is a weight for 'age', which is not a feature. Did you mean 'Age'? Features: Age.");

    [Fact]
    public void Features_ListedTwice_IsRefused() => AssertArgumentError(
        () => new Preprocessor { Features = ["Age", "Income", "Age"] },
        "Feature 'Age' is listed twice in Features; name it once, and give it a weight to make it count more.");

    [Fact]
    public void Features_Empty_IsRefused() => AssertArgumentError(
        () => new Preprocessor { Features = [] },
        "Features is empty; name at least one column, or leave it out to use all that are not ids.");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    public void Weights_NotPositiveAndFinite_IsRefused(double weight, string text) => AssertArgumentError(
        () => new Preprocessor() with { Weights = new Dictionary<string, double> { ["Age"] = weight } },
        $"The weight of feature 'Age' is {text}; Weights are positive finite numbers. Leave a feature out of Features to ignore it.");

    [Fact]
    public void Options_UndefinedValue_ListsTheDefinedOnes()
    {
        AssertArgumentError(() => new Preprocessor { Scaling = (Scaling)9 }, "Scaling is one of Standard, MinMax, Robust, None.");
        AssertArgumentError(() => new Preprocessor { Missing = (MissingValues)9 }, "Missing is one of DropRows, FillMedian, FillMean, FillMode, KPod.");
        AssertArgumentError(
            () => new Preprocessor { ConstantFeatures = (ConstantFeatures)9 }, "ConstantFeatures is one of Refuse, Exclude.");
    }

    private static NumericColumn Numbers(string name, params double[] values) => new(name, values);

    private static void AssertDataError(Preprocessor preprocessor, Column[] columns, string message)
    {
        DataException error = Assert.Throws<DataException>(() => preprocessor.Fit(new CustomerTable(columns)));

        Assert.Equal(message, error.Message);
    }

    /// <summary>.NET appends the parameter's name to the message of some argument errors.</summary>
    private static void AssertArgumentError(Func<object> action, string message)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(action);

        Assert.Equal(message, error.Message.Split(" (Parameter ")[0]);
    }
}
