namespace Segmentation.Notebooks.Tests.Running;

/// <summary>The convention by which results show themselves, with types declared as a library would.</summary>
public sealed class MimeBundleTests
{
    private const string Formatted =
        """
        class TypeFormatterSourceAttribute : Attribute
        {
            public TypeFormatterSourceAttribute(Type type) { FormatterSourceType = type; }
            public Type FormatterSourceType { get; }
            public string[] PreferredMimeTypes { get; set; }
        }
        public class Formatter
        {
            public string MimeType { get; set; }
            public bool Format(object value, System.IO.TextWriter writer) { writer.Write(MimeType == "text/html" ? $"<b>{value}</b>" : $"plain {value}"); return true; }
        }
        public class Source
        {
            public IEnumerable<object> CreateTypeFormatters() => new[] { new Formatter { MimeType = "text/plain" }, new Formatter { MimeType = "text/html" } };
        }
        [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { PREFERRED })]
        public class Base { public override string ToString() => "base"; }
        public class Derived : Base { public string ToHtml() => "not asked"; }
        """;

    [Fact]
    public async Task Result_TypeWithFormatters_HasEveryPreferredType()
    {
        NotebookRun run = await new Notebook().Code(Preferring("\"text/html\", \"text/plain\"")).Code("new Derived()").RunAsync();

        Assert.Equal(["text/html", "text/plain"], run.Data(2).Keys);
        Assert.Equal(["<b>base</b>", "plain base"], run.Data(2).Values);
    }

    [Fact]
    public async Task Display_PreferredTypeWithoutFormatter_IsAnErrorThatNamesBoth()
    {
        NotebookRun run = await new Notebook().Code(Preferring("\"text/latex\"")).Code("new Base().Display();").RunAsync();

        Assert.EndsWith("Source prefers text/latex but has no formatter for it.", run.Failed!.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_TypeWithToHtml_IsHtmlAndText()
    {
        NotebookRun run = await new Notebook()
            .Code("public record Card(int A) { public string ToHtml() => $\"<i>{A}</i>\"; }").Code("new Card(1)").RunAsync();

        Assert.Equal(["<i>1</i>", "Card { A = 1 }"], run.Data(2).Values);
    }

    [Fact]
    public async Task Result_PlainValue_ReadsAsInTheKernel()
    {
        (string Code, string Text)[] values =
        [
            ("1.5", "1.5"),
            ("true", "True"),
            ("'a'", "a"),
            ("(object)null", "<null>"),
            ("new[] { 1, 2 }", "[ 1, 2 ]"),
            ("new int[0]", "[  ]"),
            ("Enumerable.Range(0, 1000)", "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, ... (more) ]"),
            ("new[] { new[] { \"a\" }, null }", "[ [ a ], <null> ]"),
            ("new Dictionary<string, int> { [\"a\"] = 1 }", "[ a: 1 ]"),
            ("new DateTime(2024, 2, 3)", "2024-02-03 00:00:00Z"),
            ("new { A = 1 }", "{ A = 1 }"),
        ];

        NotebookRun run = await values.Aggregate(new Notebook(), (notebook, value) => notebook.Code(value.Code)).RunAsync();

        Assert.Equal(values.Select(value => value.Text), run.Cells.Select(cell => run.Result(cell.Cell.Number)));
        Assert.All(run.Cells, cell => Assert.Equal(["text/plain"], run.Data(cell.Cell.Number).Keys));
    }

    [Fact]
    public async Task Result_FigureOfTheLibrary_IsHtml()
    {
        NotebookRun run = await new Notebook()
            .Code($"#r \"{typeof(Figure).Assembly.Location}\"\nusing Segmentation;")
            .Code("new Figure([], new Layout { Title = \"Nothing\" }, \"No points.\").Display();").RunAsync();

        Assert.Contains("<img src=\"data:image/svg+xml;base64,", run.Data(2)["text/html"], StringComparison.Ordinal);
    }

    private static string Preferring(string types) => Formatted.Replace("PREFERRED", types, StringComparison.Ordinal);
}
