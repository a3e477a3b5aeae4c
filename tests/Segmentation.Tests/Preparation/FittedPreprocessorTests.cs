using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Preparation;

public sealed class FittedPreprocessorTests
{
    private static readonly FittedFeature Age = new("Age", 40, 10, 2);
    private static readonly FittedFeature Income = new("Income", 0, 4, 1, FillValue: 6);

    [Fact]
    public void Transform_MissingCells_DropsOrFillsAsEachFeatureSays()
    {
        CustomerTable table = Table([double.NaN, 50, 30], [1, double.NaN, 4]);

        PreparedData data = new FittedPreprocessor([Age, Income], Scaling.Standard).Transform(table);

        Assert.Equal(["Age", "Income"], data.Matrix.FeatureNames);
        Assert.Equal([2, 1.5, -2, 1], data.Matrix.Values.ToArray());
        Assert.Equal([1, 2], data.Rows.ToArray());
        DroppedRow dropped = Assert.Single(data.Dropped);
        Assert.Equal(0, dropped.Row);
        Assert.Equal(["Age"], dropped.MissingFeatures);
    }

    [Fact]
    public void Transform_RowThatLacksTwoFeatures_NamesBoth()
    {
        CustomerTable table = Table([double.NaN, 50], [double.NaN, 8]);

        PreparedData data = new FittedPreprocessor([Income with { FillValue = null }, Age], Scaling.None).Transform(table);

        Assert.Equal(["Income", "Age"], Assert.Single(data.Dropped).MissingFeatures);
    }

    [Fact]
    public void Transform_EmptyTable_GivesAnEmptyMatrix()
    {
        PreparedData data = new FittedPreprocessor([Age, Income], Scaling.Standard).Transform(Table([], []));

        Assert.Equal((0, 2), (data.Matrix.RowCount, data.Matrix.FeatureCount));
    }

    [Fact]
    public void Transform_TableWithoutAFeature_NamesIt()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new FittedPreprocessor([Age], Scaling.None).Transform(new CustomerTable([new NumericColumn("Ages", [1])])));

        Assert.StartsWith("No column named 'Age'. Did you mean 'Ages'? Columns: Ages.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Transform_ValueFarLargerThanInTraining_IsADataError()
    {
        DataException error = Assert.Throws<DataException>(
            () => new FittedPreprocessor([Age], Scaling.None).Transform(Table([30, 1e200], [1, 1])));

        Assert.Equal(
            "Feature 'Age' is 2E+199 in row 2 after scaling and weighting, so large that squared differences overflow. Values up to 1E+153 can be compared: correct the cell, or state the feature in a larger unit.",
            error.Message);
    }

    [Fact]
    public void InverseTransform_Centroids_AreInOriginalUnitsWithTheirWeights()
    {
        FittedPreprocessor fitted = new([Age, Income], Scaling.Standard);
        FeatureMatrix scaled = new(["Age", "Income"], [2, 1.5, -2, 1], [3, 1]);

        FeatureMatrix original = fitted.InverseTransform(scaled);

        Assert.Equal([50, 6, 30, 4], original.Values.ToArray());
        Assert.Equal([3, 1], original.RowWeights.ToArray());
    }

    [Fact]
    public void InverseTransform_OtherFeatures_NamesBothLists()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new FittedPreprocessor([Age, Income], Scaling.None).InverseTransform(new(["Income", "Age"], [1, 2])));

        Assert.Equal(
            "The matrix has the features Income, Age, but the preprocessor was fitted to Age, Income.", error.Message);
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void InverseTransform_OfTransform_GivesTheTableBack()
    {
        Gen<double[]> columns = Gen.Choose(-1_000_000, 1_000_000).Select(i => i / 1000.0).ListOf(6)
            .Select(list => list.ToArray()).Where(values => values.Distinct().Count() > 1);
        Gen<(double[] Age, double[] Income, Scaling Scaling)> cases =
            columns.SelectMany(_ => columns, (age, income) => (age, income))
                .SelectMany(_ => Gen.Elements(Enum.GetValues<Scaling>()), (pair, scaling) => (pair.age, pair.income, scaling));

        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            CustomerTable table = Table(sample.Age, sample.Income);
            Preprocessor preprocessor = new() { Scaling = sample.Scaling, Weights = new Dictionary<string, double> { ["Age"] = 3 } };

            FittedPreprocessor fitted = preprocessor.Fit(table);
            FeatureMatrix scaled = fitted.Transform(table).Matrix;
            FeatureMatrix back = fitted.InverseTransform(scaled);

            // A few roundings, each at most 1e-16 of numbers up to 2000.
            return Enumerable.Range(0, 6).All(row =>
                    Math.Abs(back.Row(row)[0] - sample.Age[row]) <= 1e-11
                    && Math.Abs(back.Row(row)[1] - sample.Income[row]) <= 1e-11)
                && HaveOneOrder(sample.Age, [.. Enumerable.Range(0, 6).Select(row => scaled.Row(row)[0])]);
        }).Holds();

        static bool HaveOneOrder(double[] values, double[] scaled) => Enumerable.Range(0, values.Length).All(i =>
            Enumerable.Range(0, values.Length).All(j => values[i].CompareTo(values[j]) == scaled[i].CompareTo(scaled[j])));
    }

    [Fact]
    public void FittedPreprocessor_SavedAsJson_DoesTheSameAgain()
    {
        CustomerTable table = Table([1.1, 2.2, double.NaN], [0.1, 0.2, 0.4]);
        FittedPreprocessor fitted = new Preprocessor { Missing = MissingValues.FillMean }.Fit(table);

        FittedPreprocessor read = JsonSerializer.Deserialize<FittedPreprocessor>(JsonSerializer.Serialize(fitted))!;

        Assert.Equal(fitted.Features, read.Features);
        Assert.Equal(fitted.Scaling, read.Scaling);
        Assert.Equal(fitted.Transform(table).Matrix.Values, read.Transform(table).Matrix.Values);
    }

    [Theory]
    [InlineData(double.NaN, 1, 1, 0, "The center of feature 'X' is NaN, but must be a finite number.")]
    [InlineData(0, 0, 1, 0, "The scale of feature 'X' is 0, but must be a positive finite number.")]
    [InlineData(0, 1, -2.5, 0, "The weight of feature 'X' is -2.5, but must be a positive finite number.")]
    [InlineData(0, 1, 1, double.NegativeInfinity, "The fill value of feature 'X' is -Infinity, but must be a finite number.")]
    public void FittedPreprocessor_ImpossibleFeature_IsRefused(
        double center, double scale, double weight, double fillValue, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new FittedPreprocessor([new FittedFeature("X", center, scale, weight, fillValue)], Scaling.None));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void FittedPreprocessor_NoFeatureOrOneTwice_IsRefused()
    {
        Assert.Equal(
            "A preprocessor needs at least one feature.",
            Assert.Throws<ArgumentException>(() => new FittedPreprocessor([], Scaling.None)).Message);
        Assert.Equal(
            "Feature 'Age' is listed twice.",
            Assert.Throws<ArgumentException>(() => new FittedPreprocessor([Age, Age], Scaling.None)).Message);
    }

    private static CustomerTable Table(double[] ages, double[] incomes) =>
        new([new NumericColumn("Age", ages), new NumericColumn("Income", incomes)]);
}
