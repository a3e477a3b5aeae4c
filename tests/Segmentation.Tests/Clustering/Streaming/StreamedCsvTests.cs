using Segmentation.TestSupport;

namespace Segmentation.Tests.Clustering.Streaming;

public sealed class StreamedCsvTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void FitFrom_File_GivesTheBitsOfTheTableInMemory()
    {
        string path = folder.File("mall.csv");
        CustomerTable made = SampleData.MallCustomers(10_000, 3);
        using (StreamWriter writer = new(path))
        {
            made.WriteCsv(writer);
        }

        string[] features = ["Annual Income (k$)", "Age"];
        CustomerTable table = CustomerTable.Load(path);
        FittedPreprocessor preprocessor = new Preprocessor { Features = features }.Fit(table);
        FeatureMatrix matrix = preprocessor.Transform(table).Matrix;
        FeatureMatrix start = new(features, matrix.Values[..8]);

        KMeansModel expected = new KMeans(4).FitFrom(matrix, start);
        StreamedKMeansModel model = new StreamedKMeans(4).FitFrom(new StreamedCsv(path, features), preprocessor, start);

        Assert.Equal(expected.Centroids.Values.ToArray(), model.Centroids.Values.ToArray());
        Assert.Equal(expected.Inertia, model.Inertia);
        Assert.Equal(
            ["CustomerID,segment,name", .. expected.Labels.ToArray().Select((label, row) => $"{made.RowId(row)},{label + 1},Segment {label + 1}")],
            Written(model));
    }

    [Fact]
    public void Read_MissingTokensQuotesAndBlankLines_AreThoseOfTheTable()
    {
        string path = folder.Write("c.csv", "Name,\"Spend, k$\",customer_id\n\"a,b\",\"1.5\",0007\n\nx,n/a,-\ny, 2e1 ,8\n");

        (double[] values, string?[] ids) = Read(new StreamedCsv(path, ["Spend, k$"]));

        Assert.Equal([1.5, double.NaN, 20], values);
        Assert.Equal(new string?[] { "0007", null, "8" }, ids);
    }

    [Fact]
    public void Read_TextAmongTheNumbers_SaysWhere()
    {
        string path = folder.Write("c.csv", "a,b\n1,2\n3,many\n");

        DataException error = Assert.Throws<DataException>(() => Read(new StreamedCsv(path, ["b"])));

        Assert.Equal($"{path}(3): column 'b' should be a number but is 'many'.", error.Message);
    }

    [Fact]
    public void Read_TextsThatAreToBeMissing_Are()
    {
        string path = folder.Write("c.csv", "a,b\n1,2\n3,many\n");
        CsvOptions options = new() { StrayTexts = StrayTextHandling.TreatAsMissing };

        Assert.Equal([2, double.NaN], Read(new StreamedCsv(path, ["b"], options)).Values);
    }

    [Fact]
    public void Read_SemicolonsAndACommaInANumber_AsksWhatItIs()
    {
        string path = folder.Write("c.csv", "a;b\n1;2\n3;2,5\n");

        DataException error = Assert.Throws<DataException>(() => Read(new StreamedCsv(path, ["b"])));

        Assert.Equal(
            $"{path}(3): column 'b' has '2,5', whose sign may be a decimal one or group thousands; set DecimalSeparator (--decimal) to say which.",
            error.Message);
        Assert.Equal([2, 2.5], Read(new StreamedCsv(path, ["b"], new CsvOptions { DecimalSeparator = ',' })).Values);
    }

    [Fact]
    public void Read_RowOfAnotherLength_SaysWhere()
    {
        string path = folder.Write("c.csv", "a,b\n1,2\n3,4,5\n");

        DataException error = Assert.Throws<DataException>(() => Read(new StreamedCsv(path, ["b"])));

        Assert.Equal($"{path}(3): the row has 3 cells, but the header has 2.", error.Message);
    }

    [Fact]
    public void Open_ColumnThatIsNotThere_ListsThoseThatAre()
    {
        string path = folder.Write("c.csv", "Income,Spending\n1,2\n");

        DataException error = Assert.Throws<DataException>(() => new StreamedCsv(path, ["Incme"]));

        Assert.Equal($"{path}: no column named 'Incme'. Did you mean 'Income'? Columns: Income, Spending.", error.Message);
    }

    [Fact]
    public void Open_FileThatIsNotThere_SaysSo()
    {
        string path = folder.File("none.csv");

        Assert.Equal($"{path}: no such file.", Assert.Throws<DataException>(() => new StreamedCsv(path, ["a"])).Message);
        Assert.Equal($"{folder.Path}: is a folder, not a file.", Assert.Throws<DataException>(() => new StreamedCsv(folder.Path, ["a"])).Message);
    }

    [Theory]
    [InlineData("a,customerid,Id", null, "customerid")]
    [InlineData("a,customerid,Id", "Id", "Id")]
    [InlineData("a,name,city", null, null)]
    public void IdName_IsTheOneToldElseTheFirstNamedSo(string header, string? told, string? expected)
    {
        string path = folder.Write("c.csv", header + "\n1,2,3\n");

        Assert.Equal(expected, new StreamedCsv(path, ["a"], new CsvOptions { IdColumn = told }).IdName);
    }

    [Fact]
    public void Fit_FileThatGrowsBetweenPasses_IsRefused()
    {
        string path = folder.Write("c.csv", "a,b\n1,2\n3,4\n7,9\n");
        StreamedCsv rows = new(path, ["a", "b"]);
        AppendAfterFirstPass grow = new(path);

        DataException error = Assert.Throws<DataException>(() => new StreamedKMeans(2).Fit(rows, grow));

        Assert.StartsWith($"{path} gave other rows, or the same in another order, in pass 2 than in the first (4 rows, then 3)", error.Message, StringComparison.Ordinal);
    }

    private static (double[] Values, string?[] Ids) Read(StreamedCsv rows)
    {
        List<double> values = [];
        List<string?> ids = [];
        double[] row = new double[1];
        using IStreamedRowReader reader = rows.Open();
        while (reader.Read(row))
        {
            values.Add(row[0]);
            ids.Add(reader.Id);
        }

        return ([.. values], [.. ids]);
    }

    private static string[] Written(StreamedKMeansModel model)
    {
        using StringWriter writer = new();
        model.WriteSegments(writer, null, TestContext.Current.CancellationToken);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private sealed class AppendAfterFirstPass(string path) : IProgress<StreamedProgress>
    {
        private bool done;

        public void Report(StreamedProgress value)
        {
            if (value.Pass == 1 && !done)
            {
                done = true;
                File.AppendAllText(path, "8,8\n");
            }
        }
    }
}
