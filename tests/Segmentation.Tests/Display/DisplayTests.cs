using System.Text.RegularExpressions;
using Segmentation.Tests.Charts;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Display;

public sealed partial class DisplayTests
{
    public static TheoryData<string> TypeNames => [.. DisplaySamples.Plain.Keys];

    public static IReadOnlyDictionary<string, IDisplayable> Reviewed { get; } = new Dictionary<string, IDisplayable>
    {
        ["table"] = DisplaySamples.Table1,
        ["customers"] = DisplaySamples.Customers,
        ["summary"] = DisplaySamples.Summary,
        ["profile"] = DisplaySamples.Profiles[0],
        ["segments"] = Tables.Segments(DisplaySamples.Profiles),
        ["findings"] = Tables.Findings(DisplaySamples.Profiles),
        ["category-evidence"] = Tables.CategoryEvidence(DisplaySamples.Profiles),
        ["verdict"] = ChartSamples.Verdict([(1, 1000, null), (2, 620.5, 0.41), (3, 210, 0.62)], elbow: 3, recommended: 3),
        ["model"] = new KMeans(2).Fit(FeatureMatrix.FromRows([0, 0], [0, 2], [10, 0], [10, 2], [10, 4])),
        ["recommendation"] = new Recommendation(1, RecommendationFamily.Channel, "r", "Write to them.", "They read: 8 of 9 open letters.", []),
    };

    public static TheoryData<string> ReviewedNames => [.. Reviewed.Keys];

    [Fact]
    public void ToText_OneOfEach_IsCountedInTheSingular()
    {
        CustomerTable one = new([new NumericColumn("Age", [20])]);
        CustomerTable eleven = new([new NumericColumn("Age", [.. Enumerable.Range(0, 11).Select(row => (double)row)])]);
        KMeansModel model = new KMeans(1).Fit(FeatureMatrix.FromRows([1], [1]));

        Assert.StartsWith("1 row, 1 column.\n", TableSummary.Of(one).ToText(), StringComparison.Ordinal);
        Assert.StartsWith("1 row and 1 column\n", one.ToText(), StringComparison.Ordinal);
        Assert.Contains("… and 1 more row.", eleven.ToText(), StringComparison.Ordinal);
        Assert.StartsWith("K-Means with 1 cluster: inertia 0, ", model.ToText(), StringComparison.Ordinal);
        Assert.Contains(
            "'Age' is missing in the only row.",
            TableSummary.Of(new CustomerTable([new NumericColumn("Age", [double.NaN])])).Findings.Select(finding => finding.Message));
    }

    [Theory]
    [MemberData(nameof(ReviewedNames))]
    public void ToText_MatchesTheReviewedText(string name) => Snapshot.Match($"{name}.txt", Reviewed[name].ToText() + "\n");

    [Fact]
    public void ToText_OneRow_IsSpokenOfInTheSingular()
    {
        CustomerTable one = new([new NumericColumn("A", [1])]);
        CustomerTable eleven = new([new NumericColumn("A", [.. Enumerable.Range(0, 11).Select(i => i == 0 ? double.NaN : i)])]);
        PreparedData prepared = new Preprocessor { Features = ["A"] }.Fit(eleven).Transform(eleven);

        Assert.StartsWith("1 row and 1 column", one.ToText(), StringComparison.Ordinal);
        Assert.StartsWith("1 row, 1 column.", TableSummary.Of(one).ToText(), StringComparison.Ordinal);
        Assert.Contains("… and 1 more row.", eleven.ToText(), StringComparison.Ordinal);
        Assert.Contains("1 row is left out for lack of A.", prepared.ToText(), StringComparison.Ordinal);
        Assert.StartsWith("1 row x 1 feature", new FeatureMatrix(["A"], [1]).ToText(), StringComparison.Ordinal);
        Assert.StartsWith("a.csv: 1 row; UTF-8", new LoadReport("a.csv", "UTF-8", ',', 1, new Dictionary<string, IReadOnlyDictionary<string, int>>(), []).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_MatchesTheReviewedMarkup() => Snapshot.Match("table.html", DisplaySamples.Table1.ToHtml());

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void ToText_AnyInput_FitsATerminalAndHoldsNoControls(string name)
    {
        foreach (IDisplayable result in new[] { DisplaySamples.Plain[name], DisplaySamples.Hostile[name] })
        {
            string[] lines = result.ToText().Split('\n');

            Assert.NotEmpty(lines[0]);
            Assert.All(lines, line => Assert.InRange(TerminalText.WidthOf(line), 0, 100));
            Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
            Assert.DoesNotContain(result.ToText(), c => char.IsControl(c) && c != '\n');
        }
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void ToHtml_HostileInput_IsEscaped(string name)
    {
        string html = DisplaySamples.Hostile[name].ToHtml();

        Assert.DoesNotContain(ChartSamples.Script, html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" class=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" id=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void CustomerTable_ManyRows_ShowsTheFirstTenAndHowManyMore()
    {
        string text = SampleData.MallCustomers(1200).ToText();

        Assert.StartsWith("1,200 rows and 5 columns, the first 10 rows\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n… and 1,190 more rows.", text, StringComparison.Ordinal);
        Assert.Equal(10, RowStart().Count(text));
    }

    [Fact]
    public void ScoredCustomers_ValueThatTrainingNeverSaw_IsShown()
    {
        CustomerTable Table(string third) => new(
        [
            new NumericColumn("Visits", [1, 2, 50, 51, 3, 52]),
            new CategoricalColumn("Town", ["North", "South", third, "North", "South", "North"]),
        ]);
        SegmentationModel model = SegmentationModel.Of(new SegmentationPipeline
        {
            Preprocessor = new() { Features = ["Visits", "Town"], Encodings = new Dictionary<string, ColumnEncoding> { ["Town"] = ColumnEncoding.OneHot }, MinLevelRows = 1 },
            ClusterCount = 2,
            MaxClusters = 2,
        }.Run(Table("South")));

        Assert.Contains("Town    West           1  none of those that were", model.Score(Table("West")).ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("not in the training data", model.Score(Table("South")).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_DescriptionBeginsWithTheSubtitle_SaysItOnce()
    {
        Figure figure = new([], new Layout { Title = "Title", Subtitle = "Inertia 5" }, "Inertia 5. Two centroids move.");

        Assert.Equal("Title\n\nInertia 5. Two centroids move.", figure.ToText());
    }

    [Fact]
    public void CategoryEvidence_UnknownColumn_NamesThoseThereAre()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Tables.CategoryEvidence(DisplaySamples.Profiles, "Gendre"));

        Assert.Equal("No categorical column named 'Gendre' in the profiles. Did you mean 'Gender'? Columns: Gender.", error.Message);
    }

    [Fact]
    public void Tables_NoProfiles_AreEmpty()
    {
        Assert.Empty(Tables.Segments([]).Rows);
        Assert.Empty(Tables.NumberEvidence([]).Rows);
        Assert.Empty(Tables.CategoryEvidence([]).Rows);
        Assert.Empty(Tables.Recommendations([]).Rows);
    }

    [GeneratedRegex(@"^\d+ ", RegexOptions.Multiline)]
    private static partial Regex RowStart();
}
