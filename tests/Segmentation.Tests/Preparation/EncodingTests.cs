namespace Segmentation.Tests.Preparation;

public sealed class EncodingTests
{
    [Fact]
    public void Log_PositiveAmounts_AreTheirLogarithms()
    {
        CustomerTable table = new([new NumericColumn("Revenue", [1, 10, 100])]);

        FittedPreprocessor fitted = With("Revenue", ColumnEncoding.Log).Fit(table);

        FittedFeature feature = Assert.Single(fitted.Features);
        Assert.Equal(new LogEncoding("Revenue", 0), feature.Encoding);
        Assert.Equal([0, Math.Log(10), Math.Log(100)], fitted.Transform(table).Matrix.Values.ToArray());
    }

    [Fact]
    public void Log_WithAZero_IsOfOneMore()
    {
        CustomerTable table = new([new NumericColumn("Revenue", [0, Math.E - 1, 9])]);

        FittedPreprocessor fitted = With("Revenue", ColumnEncoding.Log).Fit(table);

        Assert.Equal(new LogEncoding("Revenue", 1), fitted.Features[0].Encoding);
        Assert.Equal(0, fitted.Transform(table).Matrix.Values[0]);
        Assert.Equal(1, fitted.Transform(table).Matrix.Values[1], 1e-15);   // one rounding of ln
        Assert.Equal(Math.Log(10), fitted.Transform(table).Matrix.Values[2], 1e-15);
    }

    [Fact]
    public void Log_Back_IsTheGeometricMean()
    {
        CustomerTable table = new([new NumericColumn("Revenue", [1, 10, 100])]);
        FittedPreprocessor fitted = With("Revenue", ColumnEncoding.Log, Scaling.Standard).Fit(table);

        // The mean of scaled numbers is 0, and the geometric mean of 1, 10 and 100 is 10.
        Assert.Equal(10, fitted.InverseTransform(new FeatureMatrix(["Revenue"], [0])).Values[0], 1e-13);
        Assert.Equal("Revenue", fitted.FeatureNames[0]);
    }

    [Fact]
    public void Log_NegativeAmountInNewData_DropsTheRowAndSaysWhy()
    {
        FittedPreprocessor fitted = With("Revenue", ColumnEncoding.Log).Fit(new([new NumericColumn("Revenue", [1, 10, 100])]));

        PreparedData data = fitted.Transform(new([new NumericColumn("Revenue", [5, 0, double.NaN])]));

        Assert.Equal([0], data.Rows.ToArray());
        Assert.Equal(
            [
                "'Revenue' is 0, which has no logarithm (no amount below or equal to 0 was in the training data)",
                "it lacks Revenue",
            ],
            data.Dropped.Select(row => row.Reason));
    }

    [Fact]
    public void OneHot_TwoLevels_AreTwoFeaturesThatCountAsOneStandardisedNumber()
    {
        // Share of F 0.6, deviation sqrt(0.24); a man and a woman are 2 / (2 x 0.24) = 1 / 0.24 apart, as in one 0/1 column.
        CustomerTable table = Genders(("F", 15), ("M", 10));

        FittedPreprocessor fitted = new Preprocessor { Features = ["Gender"] }.Fit(table);
        FeatureMatrix matrix = fitted.Transform(table).Matrix;

        Assert.Equal(["Gender = F", "Gender = M"], fitted.FeatureNames);
        Assert.Equal(["Gender"], fitted.ColumnNames);
        Assert.Equal(1 / 0.24, SquaredDistance.Between(matrix.Row(0), matrix.Row(24)), 1e-12);
        Assert.Equal([1, 0, 0, 1], fitted.InverseTransform(new(fitted.FeatureNames, [.. matrix.Row(0), .. matrix.Row(24)])).Values.ToArray());
    }

    [Theory]
    [InlineData(Scaling.MinMax)]
    [InlineData(Scaling.None)]
    public void OneHot_WithoutADeviation_PutsDifferentLevelsOneApart(Scaling scaling)
    {
        CustomerTable table = Genders(("F", 12), ("M", 10), ("X", 11));

        FeatureMatrix matrix = new Preprocessor { Features = ["Gender"], Scaling = scaling }.Fit(table).Transform(table).Matrix;

        Assert.Equal(1, SquaredDistance.Between(matrix.Row(0), matrix.Row(12)), 1e-15);
        Assert.Equal(1, SquaredDistance.Between(matrix.Row(0), matrix.Row(32)), 1e-15);
    }

    [Fact]
    public void OneHot_RareLevels_ShareOneFeature()
    {
        CustomerTable table = Genders(("A", 500), ("B", 485), ("C", 9), ("D", 6));

        FittedPreprocessor fitted = new Preprocessor { Features = ["Gender"] }.Fit(table);

        Assert.Equal(["Gender = A", "Gender = B", "Gender = other"], fitted.FeatureNames);
        Assert.Equal(new OtherLevelsEncoding("Gender", ["A", "B"], ["C", "D"]), fitted.Features[2].Encoding);
        Assert.Equal(0.015, fitted.Features[2].Center, 1e-15);   // 15 of 1,000
    }

    [Fact]
    public void OneHot_UnseenLevelWherePooled_CountsAsOtherAndIsNamed()
    {
        FittedPreprocessor fitted = new Preprocessor { Features = ["Gender"], Scaling = Scaling.None }.Fit(Genders(("A", 20), ("B", 20), ("C", 2)));

        PreparedData data = fitted.Transform(Genders(("A", 1), ("C", 1), ("Z", 2)));

        double one = 1 / Math.Sqrt(2);
        Assert.Equal([one, 0, 0, 0, 0, one, 0, 0, one, 0, 0, one], data.Matrix.Values.ToArray());
        Assert.Equal([new UnseenLevel("Gender", "Z", 2, IsOther: true)], data.UnseenLevels);
    }

    [Fact]
    public void OneHot_UnseenLevelWhereNothingWasPooled_IsAllZeroAndNamed()
    {
        FittedPreprocessor fitted = new Preprocessor { Features = ["Gender"], Scaling = Scaling.None }.Fit(Genders(("A", 20), ("B", 20)));

        PreparedData data = fitted.Transform(Genders(("A", 1), ("Z", 3)));

        Assert.Equal([1 / Math.Sqrt(2), 0, 0, 0, 0, 0, 0, 0], data.Matrix.Values.ToArray());
        Assert.Equal([new UnseenLevel("Gender", "Z", 3, IsOther: false)], data.UnseenLevels);
        Assert.Empty(data.Dropped);
    }

    [Fact]
    public void OneHot_EveryLevelRare_SaysHowToKeepThem()
    {
        DataException error = Assert.Throws<DataException>(() => new Preprocessor { Features = ["Gender"] }.Fit(Genders(("A", 9), ("B", 3))));

        Assert.Equal(
            "No value of column 'Gender' is frequent enough for a feature of its own: the most frequent has 9 of 12 rows, fewer than 10 or 1%. Leave the column out, or ask for fewer rows (MinLevelRows, --min-level).",
            error.Message);
        Assert.Equal(2, new Preprocessor { Features = ["Gender"], MinLevelRows = 1 }.Fit(Genders(("A", 9), ("B", 3))).Features.Count);
    }

    [Fact]
    public void OneHot_FreeText_IsRefused()
    {
        string[] cells = [.. Enumerable.Range(0, 1020).Select(i => i < 20 ? "none" : $"text {i}"), "one more"];
        Preprocessor preprocessor = With("Note", ColumnEncoding.OneHot);

        DataException error = Assert.Throws<DataException>(() => preprocessor.Fit(new([new TextColumn("Note", cells)])));

        Assert.Equal(
            "Column 'Note' has 1002 different values, of which 1001 are rare: it is text, not a category. Leave it out, or group its values.",
            error.Message);
    }

    [Fact]
    public void Ordinal_Levels_AreTheirPlacesInTheOrder()
    {
        CustomerTable table = new([new CategoricalColumn("Size", ["small", "large", "medium", "small"])]);

        FittedPreprocessor fitted = With("Size", ColumnEncoding.Ordinal("small", "medium", "large")).Fit(table);

        Assert.Equal([1, 3, 2, 1], fitted.Transform(table).Matrix.Values.ToArray());
        DroppedRow dropped = Assert.Single(fitted.Transform(new([new CategoricalColumn("Size", ["huge", "small"])])).Dropped);
        Assert.Equal("'Size' is 'huge', which is not in the order small < medium < large", dropped.Reason);
    }

    [Theory]
    [InlineData(new[] { "a" }, "An order needs at least two levels, but has 1.")]
    [InlineData(new[] { "a", " " }, "A level of the order a <   is empty.")]
    [InlineData(new[] { "a", "b", "a" }, "Level 'a' stands twice in the order a < b < a.")]
    public void Ordinal_OrderThatIsNone_IsRefused(string[] order, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => ColumnEncoding.Ordinal(order)).Message);

    [Fact]
    public void Ordinal_TrainingLevelOutsideTheOrder_NamesItsRow()
    {
        CustomerTable table = new([new CategoricalColumn("Size", ["small", "medum"])]);

        DataException error = Assert.Throws<DataException>(() => With("Size", ColumnEncoding.Ordinal("small", "medium")).Fit(table));

        Assert.Equal("Column 'Size' is 'medum' in row 2, which is not in the order small < medium. Did you mean 'medium'?", error.Message);
    }

    [Fact]
    public void Age_Dates_AreDaysBeforeTheLatestOne()
    {
        CustomerTable table = new([new DateColumn("Since", [new(2024, 2, 28), new(2024, 3, 1), null])]);

        FittedPreprocessor fitted = new Preprocessor { Features = ["Since"], Scaling = Scaling.None }.Fit(table);

        Assert.Equal(["Since (age in days)"], fitted.FeatureNames);
        Assert.Equal(new AgeEncoding("Since", new(2024, 3, 1)), fitted.Features[0].Encoding);
        Assert.Equal([2, 0], fitted.Transform(table).Matrix.Values.ToArray());   // 2024 is a leap year
        Assert.Equal("it lacks Since", Assert.Single(fitted.Transform(table).Dropped).Reason);
    }

    [Fact]
    public void Age_AtAStatedDate_IsTheSameForNewCustomers()
    {
        Preprocessor preprocessor = new() { Features = ["Since"], Scaling = Scaling.None, AsOf = new(2024, 12, 31) };
        FittedPreprocessor fitted = preprocessor.Fit(new([new DateColumn("Since", [new(2024, 12, 30), new(2024, 12, 1)])]));

        FeatureMatrix matrix = fitted.Transform(new([new DateColumn("Since", [new(2025, 1, 1)])])).Matrix;

        Assert.Equal(-1, matrix.Values[0]);
    }

    [Fact]
    public void Age_OfNumbers_ListsTheDates()
    {
        CustomerTable table = new([new NumericColumn("Age", [1, 2]), new DateColumn("Since", [null, null])]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => With("Age", ColumnEncoding.Age).Fit(table));

        Assert.Equal("Column 'Age' holds no dates, so it has no age. Columns of dates: Since.", error.Message);
    }

    [Theory]
    [InlineData(MissingValues.FillMedian, 1.0, 0.0)]
    [InlineData(MissingValues.FillMode, 1.0, 0.0)]
    [InlineData(MissingValues.FillMean, 0.6, 0.4)]
    public void Missing_Category_IsFilledByItsMostFrequentLevelOrItsShares(MissingValues missing, double first, double second)
    {
        CustomerTable table = new([new CategoricalColumn("Gender", [.. Enumerable.Range(0, 20).Select(i => i < 12 ? "F" : "M"), null])]);

        FittedPreprocessor fitted = new Preprocessor { Features = ["Gender"], Missing = missing }.Fit(table);

        Assert.Equal([first, second], fitted.Features.Select(feature => Math.Round(feature.FillValue!.Value, 12)));
        Assert.Equal(21, fitted.Transform(table).Matrix.RowCount);
    }

    [Fact]
    public void Missing_Mode_IsTheMostFrequentNumberAndTheSmallestOfTies()
    {
        CustomerTable table = new([new NumericColumn("Visits", [3, 1, 3, 1, 7, double.NaN])]);

        Assert.Equal(1, new Preprocessor { Missing = MissingValues.FillMode }.Fit(table).Features[0].FillValue);
    }

    [Fact]
    public void Weight_OfACategory_CountsForAllItsLevels()
    {
        Preprocessor preprocessor = new() { Features = ["Gender"], Weights = new Dictionary<string, double> { ["Gender"] = 3 } };

        FittedPreprocessor fitted = preprocessor.Fit(Genders(("F", 12), ("M", 8)));

        Assert.All(fitted.Features, feature => Assert.Equal(3 / Math.Sqrt(2), feature.Weight));
    }

    [Fact]
    public void Encoding_ForNoFeature_SuggestsTheNearest()
    {
        CustomerTable table = new([new NumericColumn("Age", [1, 2]), new NumericColumn("Income", [1, 2])]);
        Preprocessor preprocessor = With("Incom", ColumnEncoding.Log) with { Features = ["Age", "Income"] };

        ArgumentException error = Assert.Throws<ArgumentException>(() => preprocessor.Fit(table));

        Assert.Equal("There is an encoding for 'Incom', which is not a feature. Did you mean 'Income'? Features: Age, Income.", error.Message);
    }

    [Fact]
    public void Encodings_WithoutFeatures_JoinTheNumbers()
    {
        CustomerTable table = new([.. Genders(("F", 12), ("M", 10)).Columns, new NumericColumn("Age", [.. Enumerable.Range(0, 22).Select(i => i * 1.5)])]);

        FittedPreprocessor fitted = (With("Gender", ColumnEncoding.OneHot) with { Features = null }).Fit(table);

        Assert.Equal(["Gender = F", "Gender = M", "Age"], fitted.FeatureNames);
    }

    private static Preprocessor With(string column, ColumnEncoding encoding, Scaling scaling = Scaling.None) => new()
    {
        Features = [column],
        Scaling = scaling,
        Encodings = new Dictionary<string, ColumnEncoding> { [column] = encoding },
    };

    private static CustomerTable Genders(params (string Level, int Count)[] levels) =>
        new([new CategoricalColumn("Gender", [.. levels.SelectMany(level => Enumerable.Repeat(level.Level, level.Count))])]);
}
