using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Running;

public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task Run_TwoCells_ShareOneState()
    {
        NotebookRun run = await new Notebook().Code("int a = 20;").Markdown("b").Code("a + 1").RunAsync();

        Assert.Equal("21", run.Result(3));
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

    [Fact]
    public async Task Run_NoLastExpression_HasNoResult()
    {
        NotebookRun run = await new Notebook()
            .Code("int a = 1;").Code("\"a\".Display()").Code("await Task.Delay(1)").Code("").Code("// nothing").Code("a = 2;").RunAsync();

        Assert.Null(run.Failed);
        Assert.Empty(run.Cells.SelectMany(cell => cell.Outputs.Outputs).OfType<ResultOutput>());
    }

    [Fact]
    public async Task Run_ImportsOfTheKernel_NeedNoUsing()
    {
        NotebookRun run = await new Notebook().Code(
            "await Task.CompletedTask; List<int> a = [3, 1]; IEnumerable b = a; StringBuilder c = new(); a.Order().First()").RunAsync();

        Assert.Equal("1", run.Result(1));
    }

    [Theory]
    [InlineData("File.Exists(\"a\")", "CS0103: The name 'File' does not exist in the current context")]
    [InlineData("extension(int a) { }", "CS")]
    public async Task Run_WhatTheKernelDoesNotHave_IsAnErrorHereToo(string code, string message)
    {
        NotebookRun run = await new Notebook().Code(code).RunAsync();

        Assert.StartsWith(message, run.Failed!.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CellThatThrows_StopsWithItsCellAndLine()
    {
        NotebookRun run = await new Notebook().Markdown("a").Code(
            "void Fail()\n{\n    throw new InvalidOperationException(\"no\\nway\");\n}\nConsole.WriteLine(1);\nFail();").Code("1").RunAsync();

        CellRun failed = Assert.Single(run.Cells);
        Assert.Equal("cell 2, line 6: System.InvalidOperationException: no way", failed.Failure!.At(2));
        Assert.Equal(new StreamOutput("stdout", "1\n"), failed.Outputs.Outputs[0]);
        ErrorOutput error = Assert.IsType<ErrorOutput>(failed.Outputs.Outputs[1]);
        Assert.Equal(("Error", "Cell 2, line 6: System.InvalidOperationException: no way"), (error.Name, error.Message));
        Assert.Contains(error.Traceback, line => line.Contains("cell 2:line 3", StringComparison.Ordinal));
        Assert.DoesNotContain(error.Traceback, line => line.Contains("Segmentation.Notebooks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_CellThatDoesNotCompile_RunsNothingOfIt()
    {
        NotebookRun run = await new Notebook().Code("Console.WriteLine(1);\nint a = \"b\";\nc();").RunAsync();

        Assert.Equal(
            "cell 1, line 2: CS0029: Cannot implicitly convert type 'string' to 'int'", run.Failed!.Failure!.At(1));
        ErrorOutput error = Assert.IsType<ErrorOutput>(Assert.Single(run.Failed.Outputs.Outputs));
        Assert.Contains("cell 1, line 3, column 1: CS0103: The name 'c' does not exist in the current context", error.Traceback);
    }

    [Fact]
    public async Task Run_EndlessLoop_IsStoppedInTimeAndKeepsWhatItPrinted()
    {
        NotebookRunner runner = new() { CellTimeout = TimeSpan.FromSeconds(10) };

        NotebookRun run = await new Notebook().Code("Console.WriteLine(1);\nwhile (true) { System.Threading.Thread.Sleep(10); }").RunAsync(runner);

        Assert.Equal("cell 1: it was stopped after 10 seconds. Give it more time with --timeout.", run.Failed!.Failure!.At(1));
        Assert.Equal(new StreamOutput("stdout", "1\n"), run.Failed.Outputs.Outputs[0]);
    }

    [Fact]
    public async Task Run_Cancelled_EndsWithinACell()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource source = new();
        NotebookDocument document = new Notebook().Code("while (true) { }").Save(folder);
        Task<NotebookRun> run = new NotebookRunner().RunAsync(document, cancellationToken: source.Token);
        await Task.Delay(1500, TestContext.Current.CancellationToken);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData("Environment.Exit(3);", "cell 1: it ended the process that runs the cells (exit code 3).")]
    [InlineData("int F(int a) => F(a + 1) + 1;\nF(1)", "cell 1: it ended the process that runs the cells (exit code 134: Stack overflow.")]
    public async Task Run_CellThatEndsItsProcess_IsTold(string code, string message)
    {
        NotebookRun run = await new Notebook().Code(code).RunAsync();

        Assert.StartsWith(message, run.Failed!.Failure!.At(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MuchPrinted_IsCutAndSaysSo()
    {
        NotebookRun run = await new Notebook().Code("for (int i = 0; i < 300_000; i++) Console.WriteLine(\"0123456789\");").RunAsync();

        StreamOutput output = Assert.IsType<StreamOutput>(Assert.Single(run.Cells[0].Outputs.Outputs));
        Assert.InRange(output.Text.Length, 1_000_000, 1_000_200);
        Assert.EndsWith("\n(The rest is left out: the cell printed more than 1,000,000 characters.)\n", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CellsSeeTheNotebooksFolderAndNoInput()
    {
        using TemporaryFolder folder = new();
        NotebookDocument document = new Notebook().Code("Environment.CurrentDirectory").Code("Console.ReadLine()").Save(folder);

        NotebookRun run = await new NotebookRunner().RunAsync(document, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((folder.Path, "<null>"), (run.Result(1), run.Result(2)));
    }
}
