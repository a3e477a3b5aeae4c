namespace Segmentation.Notebooks.Tests.Running;

public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task Run_TwoCells_ShareOneState()
    {
        NotebookRun run = await new Notebook().Code("int a = 20;").Code("a + 1").RunAsync();

        Assert.Null(run.Failed);
        Assert.Equal("21", Result(run, 2));
        Assert.Equal([1, 2], run.Cells.Select(cell => cell.Outputs.ExecutionCount));
    }

    [Fact]
    public async Task Run_StreamsAndDisplays_ComeInTheOrderWritten()
    {
        NotebookRun run = await new Notebook().Code(
            """
            Console.Write("a");
            Console.WriteLine("b");
            Console.Error.WriteLine("c");
            "d".Display();
            Console.WriteLine("e");
            "f"
            """).RunAsync();

        Assert.Collection(
            run.Cells[0].Outputs.Outputs,
            output => Assert.Equal(new StreamOutput("stdout", "ab\n"), output),
            output => Assert.Equal(new StreamOutput("stderr", "c\n"), output),
            output => Assert.Equal("d", Assert.IsType<DisplayOutput>(output).Data["text/plain"]),
            output => Assert.Equal(new StreamOutput("stdout", "e\n"), output),
            output => Assert.Equal("f", Assert.IsType<ResultOutput>(output).Data["text/plain"]));
    }

    private static string Result(NotebookRun run, int cell) =>
        Assert.IsType<ResultOutput>(run.Cells.Single(each => each.Cell.Number == cell).Outputs.Outputs[^1]).Data["text/plain"];
}
