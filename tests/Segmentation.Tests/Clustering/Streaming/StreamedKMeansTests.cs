using System.Globalization;

namespace Segmentation.Tests.Clustering.Streaming;

public sealed class StreamedKMeansTests
{
    private static readonly FittedPreprocessor AsItIs = new([new("x1", 0, 1), new("x2", 0, 1)], Scaling.None);

    /// <summary>Blocks of one chunk, of three, and of more than there are rows; the rows end within a chunk.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(10_000, 1)]
    [InlineData(10_000, 3)]
    [InlineData(1_000_000, 2)]
    public void FitFrom_AnyBlocksAndThreads_GivesTheBitsOfKMeansInMemory(int blockRows, int threads)
    {
        FeatureMatrix matrix = Blobs.Noise(30_001, seed: 1);
        FeatureMatrix start = FirstRows(matrix, 7);

        KMeansModel expected = new KMeans(7) { Threads = 2 }.FitFrom(matrix, start);
        StreamedKMeansModel model = new StreamedKMeans(7) { BlockRows = blockRows, Threads = threads }
            .FitFrom(MatrixRows.Of(matrix), AsItIs, start);

        AssertSameBits(expected, model);
        Assert.Equal(Labels(expected), LabelsOf(model));
        Assert.True(model.Converged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void FitFrom_IterationLimit_StopsWhereKMeansInMemoryDoes(int most)
    {
        FeatureMatrix matrix = Blobs.Noise(9000, seed: 3);
        FeatureMatrix start = FirstRows(matrix, 6);

        KMeansModel expected = new KMeans(6) { MaxIterations = most }.FitFrom(matrix, start);
        StreamedKMeansModel model = new StreamedKMeans(6) { MaxIterations = most }.FitFrom(MatrixRows.Of(matrix), AsItIs, start);

        AssertSameBits(expected, model);
        Assert.Equal(Labels(expected), LabelsOf(model));
        Assert.False(model.Converged);
    }

    [Fact]
    public void FitFrom_WithATolerance_StopsWhereKMeansInMemoryDoes()
    {
        FeatureMatrix matrix = Blobs.Noise(9000, seed: 4);
        FeatureMatrix start = FirstRows(matrix, 6);

        KMeansModel expected = new KMeans(6) { Tolerance = 0.01 }.FitFrom(matrix, start);
        StreamedKMeansModel model = new StreamedKMeans(6) { Tolerance = 0.01 }.FitFrom(MatrixRows.Of(matrix), AsItIs, start);

        AssertSameBits(expected, model);
        Assert.Equal(Labels(expected), LabelsOf(model));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(300)]
    public void FitFrom_CentroidsThatNoRowIsNearestTo_RefillsThemAsKMeansInMemoryDoes(int most)
    {
        FeatureMatrix matrix = Blobs.Noise(5000, seed: 5);
        FeatureMatrix start = new(["x1", "x2"], [0.5, 0.5, 100, 100, 0.2, 0.1, 200, 200, 300, 0]);

        KMeansModel expected = new KMeans(5) { MaxIterations = most }.FitFrom(matrix, start);
        StreamedKMeansModel model = new StreamedKMeans(5) { MaxIterations = most }.FitFrom(MatrixRows.Of(matrix), AsItIs, start);

        AssertSameBits(expected, model);
        Assert.Equal(Labels(expected), LabelsOf(model));
    }

    /// <summary>Rows on a grid lie exactly between centroids, so that a new order of these moves them.</summary>
    [Fact]
    public void FitFrom_RowsOnAGrid_BreaksTiesAsKMeansInMemoryDoes()
    {
        int reordered = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            FeatureMatrix matrix = FeatureMatrix.FromRows([.. Enumerable.Range(0, 40).Select(_ => new double[] { random.Next(4), random.Next(4) })]);
            FeatureMatrix start = new(["x1", "x2"], [.. Enumerable.Range(0, 8).Select(_ => random.Next(7) / 2.0)]);
            foreach (int most in new[] { 1, 3, 300 })
            {
                KMeansModel expected = new KMeans(4) { MaxIterations = most }.FitFrom(matrix, start);
                StreamedKMeansModel model = new StreamedKMeans(4) { MaxIterations = most }.FitFrom(MatrixRows.Of(matrix), AsItIs, start);

                // Rows that change places so that no sum changes are told from rows that stay by KMeans only.
                Assert.InRange(expected.Iterations - model.Iterations, 0, 1);
                Assert.Equal(expected.Centroids.Values.ToArray(), model.Centroids.Values.ToArray());
                Assert.Equal(expected.Inertia, model.Inertia);
                Assert.Equal(Labels(expected), LabelsOf(model));
                reordered += model.Passes > model.Iterations + 2 ? 1 : 0;
            }
        }

        Assert.True(reordered > 0, "No start needed another order with ties: the test proves nothing.");
    }

    [Fact]
    public void FitFrom_AModelsOwnCentroids_NeedsNoIterationToMove()
    {
        FeatureMatrix matrix = Blobs.Make(6000, 4, seed: 2);
        KMeansModel settled = new KMeans(4).Fit(matrix);

        StreamedKMeansModel model = new StreamedKMeans(4).FitFrom(MatrixRows.Of(matrix), AsItIs, settled.Centroids);

        AssertSameBits(new KMeans(4).FitFrom(matrix, settled.Centroids), model);
        Assert.Equal((2, 1), (model.Iterations, model.Passes));
    }

    [Fact]
    public void Fit_FourRows_GivesTheAnswerWorkedByHand()
    {
        MatrixRows rows = new([0, 0], [10, 0], [0, 2], [10, 4], [10, 2]);

        StreamedKMeansModel model = new StreamedKMeans(2) { Scaling = Scaling.None }.Fit(rows);

        // Squared distances: 1 + 1 around (0,1); 4 + 0 + 4 around (10,2). The larger group is cluster 0.
        Assert.Equal(10.0, model.Inertia);
        Assert.Equal([10.0, 2, 0, 1], model.Centroids.Values);
        Assert.Equal([3, 2], model.Sizes);
        Assert.Equal("row,segment,name\n1,2,Segment 2\n2,1,Segment 1\n3,2,Segment 2\n4,1,Segment 1\n5,1,Segment 1\n", Written(model));
    }

    [Fact]
    public void Fit_RowsThatLackAFeature_AreLeftOutAndCounted()
    {
        MatrixRows rows = new([0, 0], [double.NaN, 7], [10, 0], [0, 2], [double.NaN, double.NaN], [10, 4], [10, 2]);

        StreamedKMeansModel model = new StreamedKMeans(2) { Scaling = Scaling.None }.Fit(rows);

        Assert.Equal((7, 5), (model.RowCount, model.CompleteRows));
        Assert.Equal([2, 1], model.Statistics!.Features.Select(feature => feature.Missing));
        Assert.Equal(10.0, model.Inertia);
        Assert.Equal("1,2,Segment 2|2,,|3,1,Segment 1|4,2,Segment 2|5,,", string.Join('|', Written(model).Split('\n')[1..6]));
    }

    [Theory]
    [InlineData(Scaling.Standard)]
    [InlineData(Scaling.MinMax)]
    [InlineData(Scaling.None)]
    public void Fit_ScalesLikeThePreprocessor(Scaling scaling)
    {
        FeatureMatrix matrix = Blobs.Make(5000, 3, seed: 8);
        CustomerTable table = new([Column(matrix, 0, 1e6), Column(matrix, 1, -3)]);
        MatrixRows rows = new([.. Enumerable.Range(0, 5000).Select(row => new[] { table.Numeric("x1")[row], table.Numeric("x2")[row] })]);

        FittedPreprocessor expected = new Preprocessor { Features = ["x1", "x2"], Scaling = scaling }.Fit(table);
        FittedPreprocessor actual = new StreamedKMeans(3) { Scaling = scaling }.Fit(rows).Preprocessor;

        foreach ((FittedFeature want, FittedFeature have) in expected.Features.Zip(actual.Features))
        {
            // Two ways of adding 5,000 numbers near 1e6.
            Assert.Equal(want.Center, have.Center, 1e-12 * Math.Abs(want.Center));
            Assert.Equal(want.Scale, have.Scale, 1e-11 * want.Scale);
        }
    }

    [Fact]
    public void Fit_NumbersFarFromZero_HasTheirDeviationToTheLastDigit()
    {
        // 1e9 + 4, 7, 13, 16: mean 1e9 + 10, squared deviations 36 + 9 + 9 + 36 = 90; the naive sum of squares loses them all.
        MatrixRows rows = new([1e9 + 4], [1e9 + 7], [1e9 + 13], [1e9 + 16]);

        StreamedFeature feature = new StreamedKMeans(2).Fit(rows).Statistics!.Features[0];

        Assert.Equal(1e9 + 10, feature.Mean);
        Assert.Equal(Math.Sqrt(90.0 / 4), feature.PopulationDeviation);
        Assert.Equal(Math.Sqrt(30), feature.StandardDeviation);
        Assert.Equal((1e9 + 4, 1e9 + 16), (feature.Minimum, feature.Maximum));
    }

    [Fact]
    public void Fit_MoreRowsThanTheSample_FindsTheGroupsOfKMeans()
    {
        FeatureMatrix matrix = Blobs.Make(40_000, 5, seed: 9);

        KMeansModel expected = new KMeans(5).Fit(matrix);
        StreamedKMeansModel model = new StreamedKMeans(5) { Scaling = Scaling.None, SampleSize = 500 }.Fit(MatrixRows.Of(matrix));

        // The same optimum, which is reached from other starts.
        Assert.Equal(expected.Inertia, model.Inertia, 1e-9 * expected.Inertia);
        Assert.Equal(500, model.Statistics!.Sample.RowCount);
    }

    /// <summary>1,000 rows in a sample of 100, 400 times: each row is expected 40 times, with a deviation of 6.</summary>
    [Fact]
    public void Fit_Sample_HoldsEveryRowAsOften()
    {
        MatrixRows rows = new([.. Enumerable.Range(0, 1000).Select(row => new double[] { row })]);
        int[] drawn = new int[1000];
        for (int seed = 0; seed < 400; seed++)
        {
            StreamedKMeans algorithm = new(1) { SampleSize = 100, Seed = seed, MaxIterations = 1 };
            foreach (double row in algorithm.Fit(rows).Statistics!.Sample.Values)
            {
                drawn[(int)row]++;
            }
        }

        Assert.Equal(40_000, drawn.Sum());
        Assert.All(drawn, times => Assert.InRange(times, 40 - (5 * 6), 40 + (5 * 6)));
        for (int tenth = 0; tenth < 10; tenth++)
        {
            // Of 4,000 expected; the deviation is about 60.
            Assert.InRange(drawn.Skip(tenth * 100).Take(100).Sum(), 3700, 4300);
        }
    }

    [Fact]
    public void Fit_RowsThatChangeBetweenPasses_IsRefused()
    {
        double[][] values = [[0, 0], [10, 0], [0, 2], [10, 4], [10, 2]];
        MatrixRows rows = null!;
        rows = new(values) { OnRow = row => values[row][0] += rows.Passes == 2 && row == 3 ? 1 : 0 };

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(rows));

        Assert.Equal(
            "the matrix gave other rows, or the same in another order, in pass 2 than in the first (5 rows, then 5): it changed while it was read, or a query lacks ORDER BY.",
            error.Message);
    }

    [Fact]
    public void Fit_ConstantFeature_IsNamed()
    {
        MatrixRows rows = new([1, 3], [2, 3], [double.NaN, 4]);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(rows));

        Assert.Equal("Feature 'x2' is 3 in all 2 rows that have all features, so it cannot tell customers apart. Leave it out.", error.Message);
    }

    [Fact]
    public void Fit_NoCompleteRow_NamesTheFeatures()
    {
        MatrixRows rows = new([1, double.NaN], [double.NaN, 3]);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(rows));

        Assert.Equal("No row of the matrix has all of the features x1, x2. Use fewer features.", error.Message);
    }

    [Fact]
    public void Fit_ValueWhoseSquareOverflows_SaysWhere()
    {
        MatrixRows rows = new([1, 3], [2, 1e300], [3, 4]);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(rows));

        Assert.Equal(
            "row 2 of the matrix: feature 'x2' is as large as 1E+300, so large that squared differences overflow. Correct the cell, or state the feature in a larger unit.",
            error.Message);
    }

    [Fact]
    public void Fit_FewerDifferentRowsThanClusters_NamesBothNumbers()
    {
        MatrixRows few = new([1], [2], [1], [2]);
        MatrixRows rare = new([.. Enumerable.Range(0, 5000).Select(row => new double[] { row < 4998 ? 0 : row })]);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(3).Fit(few));
        DataException inSample = Assert.Throws<DataException>(() => new StreamedKMeans(3) { SampleSize = 3 }.Fit(rare));

        Assert.Equal("3 clusters need at least 3 different rows, but there are only 2.", error.Message);
        Assert.Equal(
            "3 clusters need at least 3 different rows, but the sample of 3 rows that the start is made from has only 1; set SampleSize (--sample) higher.",
            inSample.Message);
    }

    [Fact]
    public void FitFrom_FewerRowsThanClusters_NamesTheSource()
    {
        MatrixRows rows = new([1, 1], [2, 2]);
        FeatureMatrix start = new(["x1", "x2"], [0, 0, 3, 3, 9, 9]);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(3).FitFrom(rows, AsItIs, start));

        Assert.Equal("3 clusters need at least 3 different rows, but the matrix has fewer.", error.Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void Fit_Cancelled_StopsWithinABlock(int pass)
    {
        using CancellationTokenSource source = new();
        FeatureMatrix matrix = Blobs.Noise(9000, seed: 6);
        int after = 0;
        MatrixRows rows = null!;
        rows = new([.. Enumerable.Range(0, 9000).Select(row => matrix.Row(row).ToArray())])
        {
            OnRow = row =>
            {
                after += source.IsCancellationRequested ? 1 : 0;
                if (rows.Passes == pass && row == 1500)
                {
                    source.Cancel();
                }
            },
        };

        Assert.ThrowsAny<OperationCanceledException>(() => new StreamedKMeans(8) { SampleSize = 50 }.Fit(rows, null, source.Token));

        Assert.Equal(pass, rows.Passes);
        Assert.InRange(after, 0, 1024);
    }

    [Fact]
    public void Fit_Progress_TellsEachPassToItsEnd()
    {
        Reports reports = new();
        FeatureMatrix matrix = Blobs.Noise(10_000, seed: 1);

        StreamedKMeansModel model = new StreamedKMeans(4) { BlockRows = 4096, SampleSize = 100 }.Fit(MatrixRows.Of(matrix), reports);

        Assert.Equal(Enumerable.Range(1, model.Passes), reports.All.Select(report => report.Pass).Distinct());
        Assert.All(reports.All.GroupBy(report => report.Pass), pass => Assert.Equal(10_000, pass.Max(report => report.Rows)));
        Assert.All(reports.All, report => Assert.Equal(report.Pass == 1 ? StreamedStep.Measure : StreamedStep.Iterate, report.Step));
        Assert.All(reports.All, report => Assert.Equal(report.Pass == 1 ? null : 10_000, report.RowCount));
        double[] inertias = [.. reports.All.Where(report => report.Inertia is not null).Select(report => report.Inertia!.Value)];
        Assert.True(inertias.Length > 1);
        Assert.Equal(inertias.OrderDescending(), inertias);
    }

    [Theory]
    [InlineData("ClusterCount must be at least 1.")]
    [InlineData("MaxIterations must be at least 1.")]
    [InlineData("Tolerance is a share: 0 or a positive number.")]
    [InlineData("Threads must be at least 1.")]
    [InlineData("SampleSize must be at least 1.")]
    [InlineData("BlockRows must be at least 1.")]
    [InlineData("Scaling of a stream is Standard, MinMax or None: Robust needs quantiles, for which all rows would have to be kept.")]
    public void Options_OutOfRange_NameThemselves(string message)
    {
        StreamedKMeans some = new(2);
        Func<StreamedKMeans> make = message.Split(' ')[0] switch
        {
            "ClusterCount" => () => some with { ClusterCount = 0 },
            "MaxIterations" => () => some with { MaxIterations = 0 },
            "Tolerance" => () => some with { Tolerance = double.NaN },
            "Threads" => () => some with { Threads = 0 },
            "SampleSize" => () => some with { SampleSize = 0 },
            "BlockRows" => () => some with { BlockRows = 0 },
            _ => () => some with { Scaling = Scaling.Robust },
        };

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(make);

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FitFrom_WhatDoesNotFit_IsNamed()
    {
        MatrixRows rows = new([1, 1], [2, 2]);
        FeatureMatrix two = new(["x1", "x2"], [0, 0, 3, 3]);
        FittedPreprocessor filling = new([new("x1", 0, 1, 1, 5), new("x2", 0, 1)], Scaling.None);
        FittedPreprocessor other = new([new("x2", 0, 1), new("x1", 0, 1)], Scaling.None);

        Assert.StartsWith(
            "There are 2 centroids to start from, but ClusterCount is 3.",
            Assert.Throws<ArgumentException>(() => new StreamedKMeans(3).FitFrom(rows, AsItIs, two)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "A stream leaves rows out that lack a feature;",
            Assert.Throws<ArgumentException>(() => new StreamedKMeans(2).FitFrom(rows, filling, two)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The preprocessor has the features x2, x1, but the rows have x1, x2.",
            Assert.Throws<ArgumentException>(() => new StreamedKMeans(2).FitFrom(rows, other, two)).Message,
            StringComparison.Ordinal);
    }

    private static void AssertSameBits(KMeansModel expected, StreamedKMeansModel model)
    {
        Assert.Equal(Bits(expected.Centroids), Bits(model.Centroids));
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected.Inertia), BitConverter.DoubleToInt64Bits(model.Inertia));
        Assert.Equal(expected.Sizes, model.Sizes);
        Assert.Equal((expected.Iterations, expected.Converged), (model.Iterations, model.Converged));
    }

    private static long[] Bits(FeatureMatrix matrix) => [.. matrix.Values.ToArray().Select(BitConverter.DoubleToInt64Bits)];

    private static string[] Labels(KMeansModel model) =>
        [.. model.Labels.ToArray().Select(label => (label + 1).ToString(CultureInfo.InvariantCulture))];

    private static string[] LabelsOf(StreamedKMeansModel model) =>
        [.. Written(model).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[1])];

    private static string Written(StreamedKMeansModel model)
    {
        using StringWriter writer = new();
        model.WriteSegments(writer, null, TestContext.Current.CancellationToken);
        return writer.ToString();
    }

    private static FeatureMatrix FirstRows(FeatureMatrix matrix, int count) =>
        new(matrix.FeatureNames, matrix.Values[..(count * matrix.FeatureCount)]);

    private static NumericColumn Column(FeatureMatrix matrix, int feature, double offset) => new(
        matrix.FeatureNames[feature],
        [.. Enumerable.Range(0, matrix.RowCount).Select(row => matrix.Row(row)[feature] + offset)]);

    private sealed class Reports : IProgress<StreamedProgress>
    {
        public List<StreamedProgress> All { get; } = [];

        public void Report(StreamedProgress value) => All.Add(value);
    }
}
