using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>Names and values from a file are data everywhere: no formula, no script, no escape code.</summary>
public sealed class HostileNameTests : IDisposable
{
    private const string Script = "<script>alert(1)</script>";
    private const string Formula = "=HYPERLINK(\"x\")";
    private const string Escape = "\u001b[31mred\u0007";

    private readonly TemporaryFolder folder = new();
    private readonly string data;

    /// <summary>Every kind of name and value at once: a feature, a category and its levels, an id, the file.</summary>
    public HostileNameTests()
    {
        data = folder.Write("<img src=x onerror=alert(2)>.csv", Hostile());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Csv_FormulasAreTextsAndNamesAreQuoted()
    {
        await RunAsync();

        string segments = Written("segments.csv");
        Assert.StartsWith("Id,segment,name\n'=1+1,", segments, StringComparison.Ordinal);
        string profiles = Written("profiles.csv");
        Assert.Contains($",\"'{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", profiles, StringComparison.Ordinal);
        Assert.Contains(",\"line\nbreak\",", profiles, StringComparison.Ordinal);
        foreach (string name in (string[])["segments.csv", "profiles.csv", "recommendations.csv"])
        {
            CustomerTable table = CustomerTable.Load(Path.Combine(folder.File("out"), name));
            IEnumerable<string?> cells = table.Columns.Where(column => column is not NumericColumn)
                .SelectMany(column => Enumerable.Range(0, table.RowCount).Select(column.TextAt));
            Assert.DoesNotContain(cells, cell => cell is [('=' or '+' or '@'), ..]);
        }
    }

    [Fact]
    public async Task Report_NothingFromTheDataIsMarkup()
    {
        await RunAsync();

        string report = Written("report.html");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", report, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Formula, report, StringComparison.Ordinal);   // its quotes are escaped
        Assert.Contains("=HYPERLINK(&quot;x&quot;)", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminal_NoEscapeCodeAndNoBrokenLine()
    {
        Invocation invocation = await RunAsync();
        Invocation described = await Invocation.RunAsync("describe", data);
        Invocation chosen = await Invocation.RunAsync("choose-k", data);

        foreach (Invocation each in (Invocation[])[invocation, described, chosen])
        {
            Assert.Equal((0, ""), (each.ExitCode, each.Error));
            Assert.DoesNotContain(each.Output, letter => char.IsControl(letter) && letter != '\n');
        }

        Assert.Contains(Script, invocation.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nbreak", described.Output, StringComparison.Ordinal);
        Assert.Contains(@"line\u000Abreak", described.Output, StringComparison.Ordinal);
        Assert.Contains(@"\u001B[31mred\u0007", described.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_NamesReadBackAsTheyAre()
    {
        await RunAsync();

        JsonObject summary = ResultJson.Of(folder.File("out"), "summary.json");
        Assert.Equal([Script], summary["features"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.True(summary["segments"]![0]!["centroid"]!.AsObject().ContainsKey(Script));
        Assert.Equal(Script, SegmentationModel.Load(Path.Combine(folder.File("out"), "model.json")).Preprocessor.Features[0].Name);
        Assert.Equal(data, ResultJson.Options(folder.File("out"))["data"]!.GetValue<string>());
    }

    [Fact]
    public async Task Fault_WithAHostileName_IsStillOneLine()
    {
        string file = folder.Write("customers.csv", $"Id,Age,\"a\nb {Escape}\"\n1,2,x\n2,3,y\n");

        Invocation invocation = await Invocation.RunAsync("run", file, "--features", "Agee", "--out", folder.File("out"));

        Assert.Equal(
            $"segment: No column named 'Agee'. Did you mean 'Age'? Columns: Id, Age, a\\u000Ab \\u001B[31mred\\u0007.{Environment.NewLine}",
            invocation.Error);
    }

    private async Task<Invocation> RunAsync()
    {
        Invocation invocation = await Invocation.RunAsync("run", data, "--features", Script, "--out", folder.File("out"));
        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        return invocation;
    }

    private string Written(string name) => File.ReadAllText(Path.Combine(folder.File("out"), name));

    private static string Hostile()
    {
        string formula = $"\"{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return Customers.ThreeGroups(income: Script, spending: "\"line\nbreak\"")
            .Replace("North", formula, StringComparison.Ordinal)
            .Replace("South", $"\"{Escape}\"", StringComparison.Ordinal)
            .Replace(",Town\n", ",@town\n", StringComparison.Ordinal)
            .Replace("\n0001,", "\n=1+1,", StringComparison.Ordinal);
    }
}
