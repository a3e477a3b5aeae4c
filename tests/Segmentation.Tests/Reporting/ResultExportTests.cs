using System.Text;
using System.Text.Json.Nodes;

namespace Segmentation.Tests.Reporting;

public sealed class ResultExportTests
{
    [Fact]
    public void WriteSegments_RowWithoutSegment_IsInItsPlaceAndEmpty()
    {
        string csv = Written(ReportSamples.Small, ResultExport.WriteSegments);

        Assert.Equal(
            """
            CustomerID,segment,name
            c10,,
            c01,2,"Low income, high spending"
            c02,2,"Low income, high spending"
            c03,2,"Low income, high spending"
            c04,2,"Low income, high spending"
            c05,1,"High income, low spending"
            c06,1,"High income, low spending"
            c07,1,"High income, low spending"
            c08,1,"High income, low spending"
            c09,1,"High income, low spending"

            """.ReplaceLineEndings("\n"),
            csv);
    }

    [Fact]
    public void WriteSegments_TableWithoutIds_NumbersTheRowsOfTheFile()
    {
        CustomerTable table = new([new NumericColumn("x", [9, 1, 8])]);

        string csv = Written(new SegmentationPipeline { ClusterCount = 2 }.Run(table), ResultExport.WriteSegments);

        Assert.Equal(["row,segment,name", "1,1,High x", "2,2,Low x", "3,1,High x"], csv.TrimEnd().Split('\n').Select(WithoutGrade));
    }

    /// <summary>Of 10, 10, 1000 and 1000 the mean is 505 and the geometric one 100; a mean of 0 is 0 and no rounding.</summary>
    [Fact]
    public void Summary_Means_AreThoseOfTheCustomersBesideTheCentroid()
    {
        CustomerTable table = new(
        [
            new NumericColumn("Revenue", [10, 10, 1000, 1000, 5, 5]),
            new NumericColumn("Visits", [50, 51, 50, 51, 0, 0]),
            new CategoricalColumn("Town", ["North", "North", "North", "South", "South", "South"]),
        ]);

        JsonObject summary = ResultExport.Summary(new SegmentationPipeline
        {
            Preprocessor = new()
            {
                Features = ["Revenue", "Visits", "Town"],
                MinLevelRows = 1,
                Encodings = new Dictionary<string, ColumnEncoding> { ["Revenue"] = ColumnEncoding.Log },
                Weights = new Dictionary<string, double> { ["Visits"] = 100 },
            },
            ClusterCount = 2,
            MaxClusters = 2,
            StabilitySamples = 0,
        }.Run(table));

        JsonNode first = summary["segments"]![0]!;
        Assert.Equal((505, 50.5, 0.75), (Number(first, "means", "Revenue"), Number(first, "means", "Visits"), Number(first, "means", "Town = North")));
        Assert.Equal(100, Number(first, "centroid", "Revenue"), 1e-9);
        Assert.Equal(50.5, Number(first, "centroid", "Visits"));
        JsonNode second = summary["segments"]![1]!;
        Assert.Equal((0, 0), (Number(second, "means", "Visits"), Number(second, "centroid", "Visits")));
        Assert.Equal((0, 0), (Number(second, "means", "Town = North"), Number(second, "centroid", "Town = North")));

        static double Number(JsonNode segment, string what, string feature) => segment[what]![feature]!.GetValue<double>();
    }

    [Fact]
    public void WriteSegments_IdColumnCalledName_LeavesThatNameToIt()
    {
        CustomerTable table = new([new TextColumn("Name", ["a", "b"], ColumnKind.Id), new NumericColumn("x", [9, 1])], "Name");

        string csv = Written(new SegmentationPipeline { ClusterCount = 2 }.Run(table), ResultExport.WriteSegments);

        Assert.Equal("Name,segment number,segment name", csv.Split('\n')[0]);
    }

    /// <summary>Incomes 70, 80, 90, 80, 80 and 10, 20, 30, 20: mean 53.33, sum of squares 8,400 over 8 degrees of freedom.</summary>
    [Fact]
    public void WriteProfiles_SmallTable_HasWhatIsComputedByHand()
    {
        CustomerTable profiles = Read(Written(ReportSamples.Small, ResultExport.WriteProfiles));

        // A row for each of two segments and income, spending, and the two values of gender.
        Assert.Equal(8, profiles.RowCount);
        Assert.Equal(["Income (k$)", "Spending", "Gender", "Gender"], Enumerable.Range(0, 4).Select(row => profiles["column"].TextAt(row)));
        Assert.Equal(["yes", "yes", "no", "no"], Enumerable.Range(0, 4).Select(row => profiles["clustered"].TextAt(row)));
        Assert.Equal(5, profiles.Numeric("size")[0]);
        Assert.Equal(5 / 9.0, profiles.Numeric("share")[0]);
        Assert.Equal(80, profiles.Numeric("mean")[0]);
        Assert.Equal(80, profiles.Numeric("median")[0]);
        Assert.Equal(70, profiles.Numeric("overallMedian")[0]);
        Assert.Equal((80 - (480 / 9.0)) / Math.Sqrt(8400 / 8.0), profiles.Numeric("effect")[0], 1e-12);
        Assert.True(profiles["adjustedPValue"].IsMissing(0));
        Assert.Equal("F", profiles["level"].TextAt(2));
        Assert.Equal(2, profiles.Numeric("count")[2]);
        Assert.Equal(0.5, profiles.Numeric("levelShare")[2]);
        Assert.Equal(0.5, profiles.Numeric("overallShare")[2]);
        Assert.True(profiles["mean"].IsMissing(2));

        // The rest average 20. The upper quartile is 80, which only the 90 passes; the lower is 20.
        Assert.Equal((80 - 20) / Math.Sqrt(8400 / 8.0), profiles.Numeric("effectFromRest")[0], 1e-12);
        Assert.Equal((0.2, 0.0), (profiles.Numeric("aboveUpperQuartile")[0], profiles.Numeric("belowLowerQuartile")[0]));
        Assert.True(profiles["missing"].IsMissing(0));

        // One of five genders is missing, and none of the other four; two of four are F, as overall.
        Assert.Equal((0.2, 1.0 / 9), (profiles.Numeric("missing")[2], profiles.Numeric("overallMissing")[2]));
        Assert.Equal((0.0, 1.0), (profiles.Numeric("effectFromRest")[2], profiles.Numeric("pValue")[2]));
        Assert.Equal(1, profiles.Numeric("shrunkLift")[2], 1e-12);
        Assert.InRange(profiles.Numeric("liftLowerBound")[2], 0.5, 1);
    }

    [Fact]
    public void WriteProfiles_Numbers_ReadBackToTheSameDouble()
    {
        SegmentationResult result = ReportSamples.All["mall"];

        CustomerTable profiles = Read(Written(result, ResultExport.WriteProfiles));

        int[] numbers = [.. Enumerable.Range(0, profiles.RowCount).Where(row => profiles["level"].IsMissing(row))];
        NumericProfile[] expected = [.. result.Profiles.SelectMany(profile => profile.Numbers)];
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(number => number.Mean!.Value), numbers.Select(row => profiles.Numeric("mean")[row]));
        Assert.Equal(expected.Select(number => number.Effect!.Value), numbers.Select(row => profiles.Numeric("effect")[row]));
        Assert.Equal(
            expected.Select(number => number.AdjustedPValue ?? double.NaN),
            numbers.Select(row => profiles.Numeric("adjustedPValue")[row]));
    }

    [Fact]
    public void WriteRecommendations_EachOne_HasItsRuleActionAndReason()
    {
        SegmentationResult result = ReportSamples.All["mall"];

        CustomerTable rows = Read(Written(result, ResultExport.WriteRecommendations));

        string[] columns = ["rule", "source", "action", "reason", "measure"];
        Assert.Equal(
            result.Recommendations.Select(r => $"{r.Segment} {r.Rule} {r.Source} {r.Action} {r.Reason} {r.Measure}"),
            Enumerable.Range(0, rows.RowCount).Select(row =>
                $"{rows["segment"].TextAt(row)} {string.Join(' ', columns.Select(column => rows[column].TextAt(row)))}"));
        Assert.Equal(result.Recommendations.Select(r => r.Channel), Enumerable.Range(0, rows.RowCount).Select(row => rows["channel"].TextAt(row)));
        Assert.Contains("Pricing and promotion", Written(result, ResultExport.WriteRecommendations), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextsThatASpreadsheetWouldRun_AreEscaped()
    {
        string[] segments = Written(ReportSamples.Hostile, ResultExport.WriteSegments).Split('\n');
        string profiles = Written(ReportSamples.Hostile, ResultExport.WriteProfiles);

        Assert.Equal("\"'=HYPERLINK(\"\"x\"\")\",segment,name", segments[0]);
        Assert.StartsWith("'@000,", segments[1], StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\")\",", profiles, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|,|\\n)\"?[=@]", string.Join('\n', segments) + profiles);
    }

    [Fact]
    public void Summary_SmallTable_HasWhatIsComputedByHandAndReadsBack()
    {
        SegmentationResult result = ReportSamples.Small;

        JsonNode summary = JsonNode.Parse(ResultExport.Summary(result).ToJsonString())!;

        Assert.Equal(10, (int)summary["rows"]!);
        Assert.Equal(9, (int)summary["clusteredRows"]!);
        Assert.Equal(["Income (k$)", "Spending"], summary["features"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("none", (string)summary["scale"]!);
        Assert.Equal(42, (int)summary["seed"]!);
        Assert.Equal(2, (int)summary["clusterCount"]!);
        Assert.Equal(800, (double)summary["inertia"]!);
        Assert.True((bool)summary["converged"]!);
        Assert.Equal(result.Silhouette!.Mean.Value, (double)summary["silhouette"]!);
        Assert.Equal(result.CalinskiHarabasz, (double)summary["calinskiHarabasz"]!);
        Assert.Equal(result.DaviesBouldin, (double)summary["daviesBouldin"]!);
        JsonNode first = summary["segments"]![0]!;
        Assert.Equal(1, (int)first["segment"]!);
        Assert.Equal("High income, low spending", (string)first["name"]!);
        Assert.Equal(5, (int)first["size"]!);
        Assert.Equal(5 / 9.0, (double)first["share"]!);
        Assert.Equal(80, (double)first["centroid"]!["Income (k$)"]!);
        Assert.Equal(20, (double)first["centroid"]!["Spending"]!);
        Assert.Equal(result.Timings.Total, (double)summary["timings"]!["total"]!);
    }

    [Fact]
    public void Summary_OneSegment_HasNullForWhatIsUnknown()
    {
        JsonObject summary = ResultExport.Summary(ReportSamples.All["one segment"]);

        Assert.All(["silhouette", "calinskiHarabasz", "daviesBouldin"], name =>
        {
            Assert.True(summary.ContainsKey(name));
            Assert.Null(summary[name]);
        });
    }

    private static string Written(SegmentationResult result, Action<SegmentationResult, TextWriter> write)
    {
        using StringWriter writer = new();
        write(result, writer);
        return writer.ToString();
    }

    private static CustomerTable Read(string csv)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(csv));
        return CustomerTable.Read(stream, "export.csv");
    }

    /// <summary>How far a name goes (high, above average) is for the tests of names.</summary>
    private static string WithoutGrade(string line) => line.Replace("Above-average", "High", StringComparison.Ordinal);
}
