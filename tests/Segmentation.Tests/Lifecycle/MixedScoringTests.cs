using System.Globalization;
using System.Text;
using MathNet.Numerics.Random;
using Microsoft.Data.Sqlite;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

/// <summary>Models of categories, orders, dates and gaps: saved, scored from files, and written as SQL.</summary>
public sealed class MixedScoringTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(MissingValues.DropRows)]
    [InlineData(MissingValues.FillMedian)]
    [InlineData(MissingValues.KPod)]
    public void ScoreCsv_TheTrainingFile_GivesTheTrainingSegments(MissingValues missing)
    {
        string path = folder.Write("mixed.csv", Csv(1, 400));
        SegmentationResult result = Run(CustomerTable.Load(path), ["Income", "Town", "Size", "Since", "Revenue"], missing);
        SegmentationModel model = SegmentationModel.Load(folder.Write("model.json", SegmentationModel.Of(result).ToJson()));
        using StringWriter writer = new();

        ScoringSummary summary = model.ScoreCsv(path, writer, null, null, TestContext.Current.CancellationToken);

        Assert.Equal(
            result.SegmentsInFileOrder().Select(segment => segment == 0 ? string.Empty : segment.ToString(CultureInfo.InvariantCulture)),
            writer.ToString().TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[1]));
        Assert.Equal(SegmentationModel.Of(result).ToJson(), model.ToJson());
        Assert.Equal(missing == MissingValues.DropRows, summary.NotScored > 0);
    }

    [Fact]
    public void ScoreCsv_CellsThatTrainingDidNotHave_AreEachWhatTheyAre()
    {
        CustomerTable training = CustomerTable.Load(folder.Write("mixed.csv", Csv(1, 400)));
        SegmentationModel model = SegmentationModel.Of(Run(training, ["Income", "Town", "Size", "Since", "Revenue"], MissingValues.DropRows));
        string path = folder.Write(
            "new.csv",
            "Id;Income;Town;Size;Since;Revenue\n"
            + "ok;50,5;York;M;13-02-2024;10\nunseen;50;Nowhere;M;01-02-2024;10\norder;50;York;XXL;01-02-2024;10\n"
            + "date;50;York;M;yesterday;10\nlog;50;York;M;01-02-2024;-3\ngap;50;York;;01-02-2024;\n");
        using StringWriter writer = new();

        ScoringSummary summary = model.ScoreCsv(path, writer, null, null, TestContext.Current.CancellationToken);

        string[] lines = writer.ToString().TrimEnd('\n').Split('\n');
        Assert.Matches("^ok,[123],", lines[1]);
        Assert.Matches("^unseen,[123],", lines[2]);
        Assert.Equal("order,,,,,,\"'Size' is 'XXL', which is not in the order S < M < L\"", lines[3]);
        Assert.Equal("date,,,,,,Since is not a date", lines[4]);
        Assert.StartsWith("log,,,,,,\"'Revenue' is -3, which has no logarithm", lines[5], StringComparison.Ordinal);
        Assert.Equal("gap,,,,,,\"Size is missing; Revenue is missing\"", lines[6]);
        Assert.Equal((6, 2), (summary.Rows, summary.Scored));
        Assert.Equal(("Town", "Nowhere", 1), Assert.Single(summary.UnseenLevels.Select(level => (level.Column, level.Level, level.Count))));
    }

    [Fact]
    public void ScoreCsv_ADateThatMayBeInEitherOrder_HasToBeTold()
    {
        CustomerTable training = CustomerTable.Load(folder.Write("mixed.csv", Csv(1, 400)));
        SegmentationModel model = SegmentationModel.Of(Run(training, ["Income", "Since"], MissingValues.DropRows));
        string path = folder.Write("new.csv", "Id,Income,Since\na,50,03-04-2024\n");

        DataException error = Assert.Throws<DataException>(() => Score(model, path, new CsvOptions()));

        Assert.Contains("could be day-month or month-day, as in '03-04-2024'", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(
            Score(model, path, new CsvOptions { DateOrder = DateOrder.DayFirst }), Score(model, path, new CsvOptions { DateOrder = DateOrder.MonthFirst }));
        Assert.Equal(
            Score(model, path, new CsvOptions { DateOrder = DateOrder.DayFirst }), Score(model, path, new CsvOptions { DateFormat = "dd-MM-yyyy" }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(DateOrder.DayFirst)]
    public void ScoreCsv_AFormatThatOnlySomeDatesHave_IsForThoseAlone(DateOrder? order)
    {
        CsvOptions options = new() { DateFormat = "dd.MM.yy", DateOrder = order };
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => FormattableString.Invariant(
            $"c{i},{1 + (i % 28):00}.03.{i % 3 * 10:00},2024-{1 + (i % 12):00}-01,{1 + (i % 28):00}/{1 + (i % 12):00}/2023\n")));
        string path = folder.Write("dates.csv", "Id,Since,LastOrder,Joined\n" + rows);
        SegmentationResult result = Run(CustomerTable.Load(path, options), ["Since", "LastOrder", "Joined"], MissingValues.DropRows);

        string scored = Score(SegmentationModel.Of(result), path, options);

        Assert.Equal(
            result.SegmentsInFileOrder().Select(segment => segment.ToString(CultureInfo.InvariantCulture)),
            scored.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[1]));
    }

    [Theory]
    [InlineData("0,1,2,NA", StrayTextHandling.Refuse)]
    [InlineData("0,0,1,NA,3+", StrayTextHandling.Refuse)]
    [InlineData("0,0,1,NA,many", StrayTextHandling.TreatAsMissing)]
    [InlineData("North,South,NA", StrayTextHandling.Refuse)]
    [InlineData("03.02.2021,21.02.2021,NA", StrayTextHandling.Refuse)]
    public void ScoreCsv_ColumnsThatAreTakenAsCategories_HaveTheLevelsAndGapsOfTraining(string cells, StrayTextHandling strays)
    {
        CsvOptions options = new() { StrayTexts = strays };
        string[] cycle = cells.Split(',');
        string rows = string.Concat(Enumerable.Range(0, 120).Select(i => FormattableString.Invariant($"c{i},{i % 7 * 10},{cycle[i % cycle.Length]}\n")));
        string path = folder.Write("levels.csv", "Id,Income,Children\n" + rows);
        SegmentationResult result = new SegmentationPipeline
        {
            Preprocessor = new Preprocessor
            {
                Features = ["Income", "Children"],
                Encodings = new Dictionary<string, ColumnEncoding> { ["Children"] = ColumnEncoding.OneHot },
            },
            ClusterCount = 3,
            MaxClusters = 2,
            StabilitySamples = 0,
        }.Run(CustomerTable.Load(path, options));

        using StringWriter scored = new();
        ScoringSummary summary = SegmentationModel.Of(result).ScoreCsv(path, scored, options, null, TestContext.Current.CancellationToken);

        Assert.Equal(
            result.SegmentsInFileOrder().Select(segment => segment == 0 ? string.Empty : segment.ToString(CultureInfo.InvariantCulture)),
            scored.ToString().TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')[1]));
        Assert.Equal(result.Prepared.Dropped.Count, summary.NotScored);
        Assert.Equal(cells.StartsWith("North", StringComparison.Ordinal), summary.NotScored == 0);
        Assert.Empty(summary.UnseenLevels);
    }

    [Fact]
    public void ScoreCsv_LevelsThatAreNumbers_AreTheSameHoweverTheyAreSpelt()
    {
        SegmentationModel model = Models.Of(
            [new FittedFeature("Region = 1", 0, 1) { Encoding = new LevelEncoding("Region", "1") }], [[0], [1]], null, "Id");

        Assert.Equal(
            "Id,segment,name,distance,margin,unlike_training,reason\na,2,Name 2,0,1,,\nb,2,Name 2,0,1,,\nc,1,Name 1,0,1,,\n",
            Score(model, folder.Write("new.csv", "Id,Region\na,1\nb,1.0\nc,2\n"), new CsvOptions()));
    }

    [Fact]
    public void Of_Categories_CountsTheirLevels()
    {
        CustomerTable training = CustomerTable.Load(folder.Write("mixed.csv", Csv(1, 400)));

        TrainingCategory category = SegmentationModel.Of(Run(training, ["Income", "Town"], MissingValues.DropRows)).Training!.Categories.Single();

        CategoricalColumn town = (CategoricalColumn)training["Town"];
        Assert.Equal(("Town", town.MissingCount, 0), (category.Column, category.Missing, category.Other));
        Assert.Equal(
            town.Levels.Select((level, code) => new TrainingLevel(level, town.Codes.Count(code))), category.Levels);
    }

    [Theory]
    [InlineData(MissingValues.DropRows)]
    [InlineData(MissingValues.FillMedian)]
    public void Write_CategoriesAndOrders_GivesTheSegmentsOfCSharpInSqlite(MissingValues missing)
    {
        CustomerTable training = CustomerTable.Load(folder.Write("mixed.csv", Csv(1, 400)));
        SegmentationModel model = SegmentationModel.Of(Run(training, ["Income", "Town", "Size"], missing));
        CustomerTable others = CustomerTable.Load(folder.Write("others.csv", Csv(2, 2000, "XXL", "It's \"new\"")));
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE TABLE customers (Id TEXT, Income REAL, Town TEXT COLLATE NOCASE, Size TEXT)");
        for (int row = 0; row < others.RowCount; row++)
        {
            using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO customers VALUES ($a, $b, $c, $d)";
            insert.Parameters.AddWithValue("$a", others["Id"].TextAt(row));
            insert.Parameters.AddWithValue("$b", others["Income"].IsMissing(row) ? DBNull.Value : others.Numeric("Income")[row]);
            insert.Parameters.AddWithValue("$c", others["Town"].TextAt(row) ?? (object)DBNull.Value);
            insert.Parameters.AddWithValue("$d", others["Size"].TextAt(row) ?? string.Empty);
            insert.ExecuteNonQuery();
        }

        ScoredCustomers expected = model.Score(others);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = new SqlExport("customers") { Dialect = SqlDialect.Sqlite }.Write(model);
        using SqliteDataReader reader = command.ExecuteReader();
        for (int row = 0; reader.Read(); row++)
        {
            int last = reader.FieldCount - 1;
            Assert.Equal(expected[row].Segment, reader.IsDBNull(last - 2) ? null : reader.GetInt32(last - 2));
            Assert.Equal(expected[row].Reason, SqlRows.TextAt(reader, last));
        }

        Assert.InRange(expected.Summary.NotScored, 1, 1999);
    }

    [Theory]
    [InlineData("Revenue", "The feature 'Revenue' is a logarithm, which databases round otherwise, so that a query would not give the same segments. Use 'segment score'.")]
    [InlineData("Since", "The feature 'Since (age in days)' is the age of a date, which every database computes otherwise, so that a query would not give the same segments. Use 'segment score'.")]
    public void Write_WhatDatabasesComputeOtherwise_IsRefused(string column, string message)
    {
        CustomerTable training = CustomerTable.Load(folder.Write("mixed.csv", Csv(1, 400)));
        SegmentationModel model = SegmentationModel.Of(Run(training, ["Income", column], MissingValues.DropRows));

        Assert.Equal(message, Assert.Throws<DataException>(() => new SqlExport("customers").Write(model)).Message);
    }

    [Fact]
    public void Write_DatesAsCategories_IsRefused()
    {
        SegmentationModel model = Models.Of(
            [new FittedFeature("Since = 2024-02-01", 0, 1) { Encoding = new LevelEncoding("Since", "2024-02-01") }], [[0], [1]], null, "Id");

        Assert.Equal(
            "The feature 'Since = 2024-02-01' is made from dates as categories, which every database spells otherwise, so that a query would not give the same segments. Use 'segment score'.",
            Assert.Throws<DataException>(() => new SqlExport("customers").Write(model)).Message);
    }

    [Fact]
    public void Write_GapsFilledFromCentroids_IsRefused()
    {
        CustomerTable training = CustomerTable.Load(folder.Write("mixed.csv", Csv(1, 400)));
        SegmentationModel model = SegmentationModel.Of(Run(training, ["Income", "Size"], MissingValues.KPod));

        Assert.Equal(
            "A model that fills missing cells from centroids cannot be written as a query. Use 'segment score'.",
            Assert.Throws<DataException>(() => new SqlExport("customers").Write(model)).Message);
    }

    private static SegmentationResult Run(CustomerTable table, string[] features, MissingValues missing) => new SegmentationPipeline
    {
        Preprocessor = new Preprocessor
        {
            Features = features,
            Missing = missing,
            Encodings = new Dictionary<string, ColumnEncoding>
            {
                ["Size"] = ColumnEncoding.Ordinal("S", "M", "L"),
                ["Revenue"] = ColumnEncoding.Log,
            }.Where(encoding => features.Contains(encoding.Key)).ToDictionary(),
        },
        ClusterCount = 3,
        MaxClusters = 2,
        StabilitySamples = 0,
    }.Run(table);

    private static string Score(SegmentationModel model, string path, CsvOptions options)
    {
        using StringWriter writer = new();
        model.ScoreCsv(path, writer, options, null, TestContext.Current.CancellationToken);
        return writer.ToString();
    }

    /// <summary>Customers with gaps in every column, decimal commas, dates as dd-mm-yyyy and a rare town.</summary>
    private static string Csv(int seed, int count, string? otherSize = null, string? otherTown = null)
    {
        Xoshiro256StarStar random = new(seed);
        StringBuilder text = new("Id;Income;Town;Size;Since;Revenue\n");
        string[] towns = otherTown is null ? ["York", "Bath", "Ely"] : ["York", "Bath", "Ely", "york", otherTown.Replace("\"", "\"\"", StringComparison.Ordinal)];
        string[] sizes = otherSize is null ? ["S", "M", "L"] : ["S", "M", "L", otherSize];
        for (int i = 0; i < count; i++)
        {
            string Or(string value) => random.Next(25) == 0 ? string.Empty : value;
            string income = (20 + (80 * random.NextDouble())).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
            string town = i == 7 ? "Rare" : towns[random.Next(towns.Length)];
            string since = new DateTime(2020, 1, 1).AddDays(random.Next(1500)).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"c{i};{Or(income)};\"{Or(town)}\";{Or(sizes[random.Next(sizes.Length)])};{Or(since)};{Or($"{random.Next(0, 900)}")}\n");
        }

        return text.ToString();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
