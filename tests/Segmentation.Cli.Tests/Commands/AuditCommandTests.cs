using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Audit_NothingToSay_SaysSo()
    {
        Invocation invocation = await Invocation.RunAsync("audit", folder.Write("customers.csv", Customers.ThreeGroups()), "--features", "Income");

        Assert.Equal((0, ""), (invocation.ExitCode, invocation.Error));
        Assert.Equal("Nothing in the preparation of 36 customers is likely to harm the segments.\n", invocation.Output);
    }

    [Fact]
    public async Task Audit_MallWithGender_WarnsAsRunDoes()
    {
        string file = Repository.Public("data/Mall_Customers_Genre.csv");

        Invocation audit = await Invocation.RunAsync("audit", file, "--encode", "Genre=onehot");
        Invocation run = await Invocation.RunAsync("run", file, "--encode", "Genre=onehot", "--k", "5", "--max-k", "2", "--restarts", "1", "--out", folder.File("out"));

        Assert.StartsWith("1 thing in the preparation of 200 customers may harm the segments, the most serious first:\n- 'Genre' will likely decide", audit.Output, StringComparison.Ordinal);
        Assert.Contains("\nMind: 'Genre' will likely decide the segments", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Json_HasTheFindingsWithTheirNumbers()
    {
        string file = folder.Write("customers.csv", Customers.ThreeGroups());

        Invocation invocation = await Invocation.RunAsync("audit", file, "--features", "Income,Spending", "--weight", "Income=9", "--json");

        JsonNode finding = JsonNode.Parse(invocation.Output)!["findings"]![0]!;
        Assert.Equal("mostOfTheVariance", finding["kind"]!.GetValue<string>());
        Assert.True(finding["warning"]!.GetValue<bool>());
        Assert.Equal(81.0 / 82, finding["numbers"]!["varianceShare"]!.GetValue<double>(), 1e-12);   // 9 squared of 9 squared plus 1
    }

    [Fact]
    public async Task Audit_ConstantColumnAndRareValues_AreNotes()
    {
        string rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},{i * 7 % 23},1,{(i < 4 ? "Rare" : i % 2 == 0 ? "North" : "South")}\n"));
        string file = folder.Write("customers.csv", "Id,Visits,Club,Town\n" + rows);

        Invocation invocation = await Invocation.RunAsync("audit", file, "--features", "Visits,Club,Town", "--weight", "Town=0.5");

        Assert.Equal(
            """
            Nothing in the preparation of 40 customers is likely to harm the segments.

            Also
            - 'Rare' of 'Town' (3 customers) is rare and counts as 'other'; 2 values have features of their own.
            - Feature 'Club' is 1 in every row, so it cannot tell customers apart.

            """.ReplaceLineEndings("\n"),
            invocation.Output);
    }

    [Fact]
    public async Task Run_DatesAndOrdersAndLogarithms_AreInTheManifestAndTheModel()
    {
        string rows = string.Concat(Enumerable.Range(1, 40).Select(i => $"{i};{i % 4 * 10},5;{1 + (i % 28):00}-03-2024;{"SML"[i % 3]}\n"));
        string file = folder.Write("customers.csv", "Id;Revenue;Since;Size\n" + rows);

        Invocation invocation = await Invocation.RunAsync(
            "run", file, "--features", "Revenue,Since,Size", "--encode", "Revenue=log", "--encode", "Size=ordinal:S<M<L",
            "--as-of", "2024-12-31", "--k", "2", "--max-k", "2", "--out", folder.File("out"));

        Assert.Equal("", invocation.Error);
        JsonNode encodings = ResultJson.Options(folder.File("out"))["encodings"]!;
        Assert.Equal(
            """{"Revenue":{"kind":"log","plus":0,"column":"Revenue"},"Since (age in days)":{"kind":"age","asOf":"2024-12-31T00:00:00","column":"Since"},"Size":{"kind":"ordinal","order":["S","M","L"],"column":"Size"}}""",
            encodings.ToJsonString().Replace("\\u003C", "<", StringComparison.Ordinal));
        JsonNode model = ResultJson.Of(folder.File("out"), "model.json")["features"]!;
        Assert.Equal("ordinal", model[2]!["encoding"]!["kind"]!.GetValue<string>());
    }
}
