using System.IO.Pipes;
using System.Text;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

public sealed class ScoreCsvTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static SegmentationModel Model { get; } = Models.Of([new FittedFeature("A", 0, 1), new FittedFeature("B", 0, 1)], [[0, 0], [10, 10]], null, "Id");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ScoreCsv_AFile_IsWhatTheTableGives()
    {
        string path = folder.File("mall.csv");
        AtomicFile.WriteText(path, SampleData.MallCustomers(20_000).WriteCsv, TestContext.Current.CancellationToken);
        CustomerTable customers = CustomerTable.Load(path);
        SegmentationModel model = SegmentationModel.Of(new SegmentationPipeline { ClusterCount = 4, MaxClusters = 2 }.Run(customers.Take([.. Enumerable.Range(0, 300)])));
        using StringWriter inMemory = new();
        ScoredCustomers scored = model.Score(customers);
        scored.WriteCsv(inMemory);

        (string streamed, ScoringSummary summary) = Score(path, model);

        Assert.Equal(inMemory.ToString(), streamed);
        Assert.Equal(scored.Summary.ToJson().ToJsonString(), summary.ToJson().ToJsonString());
    }

    [Fact]
    public void ScoreCsv_CellsThatCannotBeUsed_KeepTheirRowWithTheReason()
    {
        string path = folder.Write("a.csv", "B,Note,Id,A\n1,,x,1\nn/a,,y,1\nten,,z,\n1,,short\n1,,long,1,1\n9,,w,9\n");

        (string written, ScoringSummary summary) = Score(path);

        Assert.Equal(
            """
            Id,segment,name,distance,margin,unlike_training,reason
            x,1,Name 1,1.4142135623730951,0.8888888888888888,,
            y,,,,,,B is missing
            z,,,,,,B is not a number
            short,,,,,,the row has fewer cells than the header
            long,,,,,,the row has more cells than the header
            w,2,Name 2,1.4142135623730951,0.8888888888888888,,

            """.ReplaceLineEndings("\n"),
            written);
        Assert.Equal((6, 2), (summary.Rows, summary.Scored));
        Assert.Equal(4, summary.Problems.Count);
    }

    [Fact]
    public void ScoreCsv_StrayTextTakenAsMissing_IsMissing()
    {
        string path = folder.Write("a.csv", "Id,A,B\nx,ten,1\n");

        Assert.Contains("x,,,,,,A is missing\n", Score(path, null, new CsvOptions { StrayTexts = StrayTextHandling.TreatAsMissing }).Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Id;A;B\nx;1,5;2\ny;9;9,25\n")]
    [InlineData("Id;A;B\ny;9;9\nx;1,5;2\n")]
    public void ScoreCsv_DecimalCommas_AreFoundInTheFirstRows(string text)
    {
        (string written, ScoringSummary summary) = Score(folder.Write("a.csv", text));

        Assert.Equal(2, summary.Scored);
        Assert.Contains("x,1,Name 1,2.5,", written, StringComparison.Ordinal);   // sqrt(1.5^2 + 2^2)
    }

    [Fact]
    public void ScoreCsv_ASignThatMayGroupThousands_HasToBeTold()
    {
        string path = folder.Write("a.csv", "Id;A;B\nx;1.234;2\n");

        Assert.Equal(
            $"{path}(2): column 'A' has '1.234', whose sign may be a decimal one or group thousands; set DecimalSeparator (--decimal) to say which.",
            Assert.Throws<DataException>(() => Score(path)).Message);
        Assert.Equal(1, Score(path, null, new CsvOptions { DecimalSeparator = '.' }).Summary.Scored);
    }

    [Theory]
    [InlineData("Id,A,B\n7,1,1\n", null, "Id,", "7,")]                          // the model's own
    [InlineData("No,Customer_ID,A,B\nn,7,1,1\n", null, "Customer_ID,", "7,")]    // by its name
    [InlineData("No,Customer_ID,A,B\nn,7,1,1\n", "No", "No,", "n,")]             // as told
    [InlineData("Town,A,B\nYork,1,1\n", null, "row,", "1,")]
    public void ScoreCsv_Id_IsTheToldOneElseTheModelsElseTheNamedOne(string text, string? told, string header, string row)
    {
        string[] lines = Score(folder.Write("a.csv", text), null, new CsvOptions { IdColumn = told }).Written.Split('\n');

        Assert.StartsWith(header, lines[0], StringComparison.Ordinal);
        Assert.StartsWith(row, lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreCsv_ColumnsThatAreNotThere_AreAllNamedWithNearOnes()
    {
        string path = folder.Write("a.csv", "Id,Incme,Town\n1,2,York\n");
        SegmentationModel model = Models.Of([new FittedFeature("Income", 0, 1), new FittedFeature("Age", 0, 1)], [[0, 0]]);

        Assert.Equal(
            $"{path}: the model needs 2 columns that the file has not: 'Income' (did you mean 'Incme'?), 'Age'. Columns: Id, Incme, Town.",
            Assert.Throws<DataException>(() => Score(path, model)).Message);
    }

    [Theory]
    [InlineData("", "the file is empty; a header and rows are needed.")]
    [InlineData("Id,A,B\n1,\"2,3\n", "a quote opens here and is never closed.")]
    public void ScoreCsv_WhatIsNoTable_IsRefused(string text, string message) =>
        Assert.EndsWith(message, Assert.Throws<DataException>(() => Score(folder.Write("a.csv", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void ScoreCsv_HeaderWithoutRows_HasNoRows()
    {
        (string written, ScoringSummary summary) = Score(folder.Write("a.csv", "Id,A,B\n"));

        Assert.Equal("Id,segment,name,distance,margin,unlike_training,reason\n", written);
        Assert.Equal(0, summary.Rows);
        Assert.Contains("\"share\":null", summary.ToJson().ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void ScoreCsv_APipe_IsReadAsAFileIs(string encoding)
    {
        byte[] content = Encoding.GetEncoding(encoding).GetBytes(
            "Îd,A,B\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"Zoë{i},{i % 11},{i % 7}.5\n")));
        content = encoding == "utf-16" ? [0xFF, 0xFE, .. content] : content;
        string path = folder.File("a.csv");
        File.WriteAllBytes(path, content);
        CsvOptions options = new() { IdColumn = "Îd" };
        using AnonymousPipeServerStream server = new(PipeDirection.Out);
        using AnonymousPipeClientStream client = new(PipeDirection.In, server.ClientSafePipeHandle);
        Task writing = Task.Run(
            () =>
            {
                server.Write(content);
                server.Dispose();
            },
            TestContext.Current.CancellationToken);
        using StringWriter piped = new();

        ScoringSummary summary = Model.ScoreCsv(client, "the pipe", piped, options, null, TestContext.Current.CancellationToken);

        Assert.Equal(60_000, summary.Scored);
        Assert.Equal(Score(path, null, options).Written, piped.ToString());
        Assert.True(writing.IsCompleted);
    }

    [Fact]
    public void ScoreCsv_APipeThatSaysNothing_CanBeCancelled()
    {
        using AnonymousPipeServerStream server = new(PipeDirection.Out);
        using AnonymousPipeClientStream client = new(PipeDirection.In, server.ClientSafePipeHandle);
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => Model.ScoreCsv(client, "the pipe", TextWriter.Null, null, null, source.Token));
        server.Dispose();   // ends the reading that was left to itself, for which the client's end waits
    }

    private static (string Written, ScoringSummary Summary) Score(string path, SegmentationModel? model = null, CsvOptions? options = null)
    {
        using StringWriter writer = new();
        ScoringSummary summary = (model ?? Model).ScoreCsv(path, writer, options, null, TestContext.Current.CancellationToken);
        return (writer.ToString(), summary);
    }
}
