using System.Text.Json;

namespace Segmentation.Tests.Preparation;

public sealed class PreprocessorTests
{
    private static readonly CustomerTable Small = Table(Numbers("Age", 20, 30, 40, 70), Numbers("Income", 1, 1, 3, 3));

    [Theory]
    [InlineData(Scaling.None, 0.0, 1.0, new[] { 20.0, 30, 40, 70 })]
    [InlineData(Scaling.MinMax, 20.0, 50.0, new[] { 0, 0.2, 0.4, 1 })]
    [InlineData(Scaling.Robust, 35.0, 20.0, new[] { -0.75, -0.25, 0.25, 1.75 })]
    public void Fit_FourRows_ScalesAsWorkedByHand(Scaling scaling, double center, double scale, double[] expected)
    {
        FittedPreprocessor fitted = new Preprocessor { Features = ["Age"], Scaling = scaling }.Fit(Small);

        Assert.Equal([new FittedFeature("Age", center, scale)], fitted.Features);
        Assert.Equal(scaling, fitted.Scaling);
        Assert.Equal(expected, fitted.Transform(Small).Matrix.Values.ToArray());
    }

    [Fact]
    public void Fit_Standard_DividesByThePopulationDeviation()
    {
        // Mean 40; deviations -20, -10, 0, 30 have squares that sum to 1400.
        FittedFeature age = new Preprocessor().Fit(Small).Features[0];

        Assert.Equal("Age", age.Name);
        Assert.Equal(40, age.Center);
        Assert.Equal(Math.Sqrt(1400 / 4.0), age.Scale, 1e-14);
    }

    [Theory]
    [InlineData(MallFile.Age, "age")]
    [InlineData(MallFile.Income, "income")]
    [InlineData(MallFile.Spending, "spending")]
    public void Fit_MallColumns_HasTheMeanAndDeviationOfScikitLearn(string column, string key)
    {
        JsonElement expected = MallFile.Reference().GetProperty("scaling").GetProperty(key);

        FittedPreprocessor fitted = new Preprocessor().Fit(MallFile.Load());

        FittedFeature feature = fitted.Features.Single(feature => feature.Name == column);
        Assert.Equal(expected.GetProperty("mean").GetDouble(), feature.Center, 1e-12);
        Assert.Equal(expected.GetProperty("std_ddof0").GetDouble(), feature.Scale, 1e-12);
    }

    [Fact]
    public void Fit_RobustWhereMostValuesAreEqual_FallsBackToTheDeviation()
    {
        // Median 0, Q1 = Q3 = 0; mean 1, deviations -1 (four times) and 4: variance 20 / 5.
        CustomerTable table = Table(Numbers("Visits", 0, 0, 5, 0, 0));

        FittedFeature visits = new Preprocessor { Scaling = Scaling.Robust }.Fit(table).Features[0];

        Assert.Equal(new FittedFeature("Visits", 0, 2), visits);
    }

    [Fact]
    public void Fit_Weights_MultiplyTheScaledFeature()
    {
        Preprocessor preprocessor = new()
        {
            Scaling = Scaling.MinMax,
            Weights = new Dictionary<string, double> { ["Income"] = 3 },
        };

        FeatureMatrix matrix = preprocessor.Fit(Small).Transform(Small).Matrix;

        Assert.Equal([0, 0, 0.2, 0, 0.4, 3, 1, 3], matrix.Values.ToArray());
    }

    [Fact]
    public void Fit_FeaturesByName_KeepsTheirOrder()
    {
        FittedPreprocessor fitted = new Preprocessor { Features = ["Income", "Age"] }.Fit(Small);

        Assert.Equal(["Income", "Age"], fitted.Features.Select(feature => feature.Name));
    }

    [Fact]
    public void Fit_WithoutFeatures_TakesTheNumericColumnsThatAreNotIds()
    {
        CustomerTable table = Table(
            new TextColumn("Code", ["a", "b", "c"], ColumnKind.Id),
            Numbers("CustomerID", 3, 1, 2),
            new CategoricalColumn("City", ["A", "B", "A"]),
            Numbers("Age", 20, 30, 40));

        FittedPreprocessor fitted = new Preprocessor().Fit(table);

        Assert.Equal(["Age"], fitted.Features.Select(feature => feature.Name));
        Assert.Equal(
            ["Column 'CustomerID' looks like an id: its name says so and all its values are whole numbers."], fitted.Excluded);
    }

    [Fact]
    public void Fit_ColumnThatLooksLikeAnIdByName_IsUsedWhenNamed()
    {
        CustomerTable table = Table(Numbers("CustomerID", 3, 1, 2));

        FittedPreprocessor fitted = new Preprocessor { Features = ["CustomerID"] }.Fit(table);

        Assert.Equal("CustomerID", Assert.Single(fitted.Features).Name);
        Assert.Empty(fitted.Excluded);
    }

    [Fact]
    public void Fit_DroppedRows_TeachNothing()
    {
        CustomerTable table = Table(Numbers("Age", 20, 40, 1000), Numbers("Income", 1, 3, double.NaN));

        FittedFeature age = new Preprocessor { Scaling = Scaling.MinMax }.Fit(table).Features[0];

        Assert.Equal(new FittedFeature("Age", 20, 20), age);
    }

    [Theory]
    [InlineData(MissingValues.FillMedian, 2)]
    [InlineData(MissingValues.FillMean, 3)]
    public void Fit_Filling_LearnsFromTheRowsThatHaveTheFeature(MissingValues missing, double fillValue)
    {
        CustomerTable table = Table(Numbers("Age", 1, 2, double.NaN, 6), Numbers("Income", 1, double.NaN, 2, 3));

        FittedFeature age = new Preprocessor { Missing = missing, Scaling = Scaling.MinMax }.Fit(table).Features[0];

        Assert.Equal(new FittedFeature("Age", 1, 5, 1, fillValue), age);
    }

    [Fact]
    public void Fit_ShuffledRows_LearnsTheSameBits()
    {
        CustomerTable table = MallFile.Load();
        int[] shuffled = [.. Enumerable.Range(0, 200).OrderBy(row => row * 7919 % 200)];
        Preprocessor preprocessor = new() { Missing = MissingValues.FillMean };

        Assert.Equal(preprocessor.Fit(table).Features, preprocessor.Fit(table.Take(shuffled)).Features);
    }

    [Fact]
    public void Fit_ConstantFeatureToExclude_NamesItWithItsReason()
    {
        CustomerTable table = Table(
            Numbers("Points", 7, 7, double.NaN), Numbers("Age", 20, 30, 40), Numbers("Fax", double.NaN, double.NaN, double.NaN));

        FittedPreprocessor fitted = new Preprocessor { ConstantFeatures = ConstantFeatures.Exclude }.Fit(table);

        Assert.Equal(["Age"], fitted.Features.Select(feature => feature.Name));
        Assert.Equal(
            [
                "Feature 'Points' is 7 in all 2 rows that have it, so it cannot tell customers apart.",
                "Feature 'Fax' is missing in every row, so it cannot tell customers apart.",
            ],
            fitted.Excluded);
        Assert.Equal([0, 1, 2], fitted.Transform(table).Rows.ToArray());
    }

    [Fact]
    public void Fit_FeatureConstantOnlyInTheKeptRows_BringsTheOtherRowsBackWhenExcluded()
    {
        // Only rows 0 and 1 have both features, and in them Income is 5; row 2 lacks nothing but Income.
        CustomerTable table = Table(Numbers("Age", 20, 30, 40, double.NaN), Numbers("Income", 5, 5, double.NaN, 6));

        FittedPreprocessor fitted = new Preprocessor { ConstantFeatures = ConstantFeatures.Exclude }.Fit(table);

        Assert.Equal(
            ["Feature 'Income' is 5 in all 2 rows that have all features, so it cannot tell customers apart."],
            fitted.Excluded);
        Assert.Equal(30, Assert.Single(fitted.Features).Center);
        Assert.Equal([0, 1, 2], fitted.Transform(table).Rows.ToArray());
    }

    [Fact]
    public void Fit_Anything_LeavesTheTableAsItWas()
    {
        double[] before = Small.Numeric("Age").Values.ToArray();

        new Preprocessor { Scaling = Scaling.Robust }.Fit(Small).Transform(Small);

        Assert.Equal(before, Small.Numeric("Age").Values.ToArray());
    }

    private static NumericColumn Numbers(string name, params double[] values) => new(name, values);

    private static CustomerTable Table(params Column[] columns) => new(columns);
}
