using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Reporting;

/// <summary>Sweden's machines write a minus of their own, Germany's a decimal comma; no file of a run may tell.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_MachineWithOtherSigns_IsTheSameFiles()
    {
        Dictionary<string, string> expected = FilesOfARun("here");

        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("en-US") { NumberFormat = { NumberDecimalSeparator = ";", NumberGroupSeparator = "_", NegativeSign = "~" } };
        try
        {
            Assert.Equal(expected, FilesOfARun("there"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Amounts below zero, a logarithm, categories and a date; some rows lack a feature.</summary>
    private Dictionary<string, string> FilesOfARun(string name)
    {
        CustomerTable mall = SampleData.MallCustomers(60);
        NumericColumn income = mall.Numeric("Annual Income (k$)");
        CustomerTable table = new(
        [
            .. mall.Columns,
            new NumericColumn("Balance", [.. Enumerable.Range(0, 60).Select(row => row == 7 ? double.NaN : (income[row] / 1000) - 0.06)]),
            new NumericColumn("Profit", [.. Enumerable.Range(0, 60).Select(row => income[row] - 60.25)]),
            new NumericColumn("Profit before", [.. Enumerable.Range(0, 60).Select(row => 0.5 * row)]),
            new DateColumn("Since", [.. Enumerable.Range(0, 60).Select(row => (DateTime?)new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(-row))]),
        ]);
        SegmentationResult result = new SegmentationPipeline
        {
            Preprocessor = new()
            {
                Features = ["Balance", "Annual Income (k$)", "Gender", "Since"],
                Encodings = new Dictionary<string, ColumnEncoding> { ["Annual Income (k$)"] = ColumnEncoding.Log },
                AsOf = new DateTime(2023, 12, 1, 0, 0, 0, DateTimeKind.Unspecified),
            },
            ClusterCount = 3,
            MaxClusters = 4,
            ValueColumn = "Profit",
            ValueBeforeColumn = "Profit before",
            Budget = new BudgetAllocation(50),
        }.Run(table);
        string path = folder.File(name);
        using (ResultFolder opened = ResultFolder.Open(path, [.. ResultFiles.NamesFor(result.Options), ReasonsExport.FileName]))
        {
            ResultFiles.Write(result, opened, null, TestContext.Current.CancellationToken);
        }

        JsonObject summary = JsonNode.Parse(File.ReadAllText(Path.Combine(path, "summary.json")))!.AsObject();
        summary.Remove("timings");
        File.WriteAllText(Path.Combine(path, "summary.json"), summary.ToJsonString());
        return Directory.GetFiles(path).Where(file => Path.GetFileName(file) != ResultManifest.FileName)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
    }
}
