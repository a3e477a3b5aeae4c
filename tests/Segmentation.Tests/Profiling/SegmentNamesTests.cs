using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Profiling;

public sealed class SegmentNamesTests
{
    [Fact]
    public void Name_ManySegmentsOfOneKind_AddsTheValueThatDiffersMost()
    {
        // Income is alike in the first two; only spending tells them apart, and the words for it are the same.
        CustomerTable table = Numbers(("Income", [50, 50, 51, 51, 0, 0, 1, 1]), ("Spend", [90, 90, 80, 80, 9, 9, 1, 1]));

        IEnumerable<string> names = Names(table, ["Income", "Spend"], [0, 0, 1, 1, 2, 2, 3, 3]);

        Assert.Equal(
            [
                "High income, high spending (spending 90)",
                "High income, high spending (spending 80)",
                "Low income, low spending (spending 9)",
                "Low income, low spending (spending 1)",
            ],
            names);
    }

    [Fact]
    public void Name_SegmentsThatDifferInNothing_EndWithTheirNumbers()
    {
        CustomerTable table = Numbers(("Income", [5, 7, 5, 7]));

        IEnumerable<string> names = Names(table, ["Income"], [0, 0, 1, 1]);

        Assert.Equal(["Average income #1", "Average income #2"], names);
    }

    [Fact]
    public void Name_AlikeInClusteredColumns_AddsWhatElseStandsOut()
    {
        double[] income = [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? 10.0 : 20.0)];
        double[] tenure = [.. Enumerable.Range(0, 60).Select(i => (i < 30 ? 1.0 : 9.0) + (i % 3))];

        IEnumerable<string> names = Names(
            Numbers(("Income", income), ("Tenure", tenure)), ["Income"], [.. Enumerable.Range(0, 60).Select(i => i / 30)]);

        Assert.Equal(["Average income, low tenure", "Average income, high tenure"], names);
    }

    [Fact]
    public void Name_ThreeClusteredColumns_LeavesOutTheAverageOnes()
    {
        CustomerTable table = Numbers(
            ("Age", [20, 20, 60, 60, 40, 40]), ("Income", [50, 51, 50, 51, 50, 51]), ("Spending Score", [80, 80, 20, 20, 50, 50]));

        IEnumerable<string> names = Names(table, ["Age", "Income", "Spending Score"], [0, 0, 1, 1, 2, 2]);

        Assert.Equal(["Younger, high spending", "Older, low spending", "Average on everything"], names);
    }

    [Fact]
    public void Name_OtherColumnDiffers_DoesNotClaimAverageOnEverything()
    {
        // Average in the three clustered columns, but eight visits against 4.7: too few customers to claim it, too far to deny it.
        CustomerTable table = Numbers(
            ("A", [1, 1, 5, 5, 3, 3]), ("B", [1, 1, 5, 5, 3, 3]), ("C", [1, 1, 5, 5, 3, 3]), ("Visits", [1, 5, 2, 4, 8, 8]));

        string last = Names(table, ["A", "B", "C"], [0, 0, 1, 1, 2, 2])[2];

        Assert.Equal("Nothing stands out", last);
    }

    [Fact]
    public void Name_OnlyACategoryDiffers_NamesTheLevel()
    {
        int[] labels = [.. Enumerable.Range(0, 60).Select(i => i / 30)];
        CustomerTable table = new(
        [
            new NumericColumn("A", [.. Enumerable.Range(0, 60).Select(i => i % 5.0)]),
            new CategoricalColumn("Region", [.. labels.Select((label, i) => (label == 0) == (i % 10 > 0) ? "North-East" : "#1 (South)")]),
        ]);

        IEnumerable<string> names = Names(table, [], labels);

        Assert.Equal(["Mostly North-East", "Mostly 1 South"], names);
    }

    [Theory]
    [InlineData("Annual Income (k$)", "High income")]
    [InlineData("total_spend", "High spending")]
    [InlineData("AvgOrderValue", "High avg order value")]
    [InlineData("Age", "Older")]
    [InlineData("Recency", "Lapsed")]
    [InlineData("<script>alert(1)</script>", "High script alert script")]
    [InlineData("Umsatz je Stammkunde im letzten Geschäftsjahr", "High umsatz je stammkunde")]
    [InlineData("=+$%", "High column")]
    [InlineData("Доход\u202e\u0000\r\n", "High доход")]
    public void Name_AnyColumnName_IsShortPlainText(string column, string expected)
    {
        string name = Names(Numbers((column, [1, 1, 9, 9])), [column], [0, 0, 1, 1])[1];

        Assert.Equal(expected, name);
    }

    [Fact]
    public void Name_ColumnsThatShortenToTheSameWord_KeepLongerOnes()
    {
        CustomerTable table = Numbers(("Annual Income", [1, 1, 9, 9]), ("Monthly Income", [9, 9, 1, 1]));

        IEnumerable<string> names = Names(table, ["Annual Income", "Monthly Income"], [0, 0, 1, 1]);

        Assert.Equal(["Low annual income, high monthly income", "High annual income, low monthly income"], names);
    }

    [Theory]
    [InlineData(
        "Average number of purchases in product category 3 (items per month)",
        "Average number of purchases in product category 5 (items per month)",
        "Low purchases 3, high purchases 5")]
    [InlineData(
        "Average annual household income", "Average monthly household income", "Low annual income, high monthly income")]
    [InlineData("Spend on fresh products last year", "Spend on frozen products last year", "Low spend fresh products, high spend frozen")]
    public void Name_LongColumnNamesThatAreAlike_KeepsTheWordsThatTellThemApart(string first, string second, string expected)
    {
        string name = Names(Numbers((first, [1, 1, 9, 9]), (second, [9, 9, 1, 1])), [first, second], [0, 0, 1, 1])[0];

        Assert.Equal(expected, name);
    }

    [Fact]
    public void Name_ManyLongColumns_HasAtMost48Characters()
    {
        string[] about = ["fresh vegetables", "frozen vegetables", "household detergents", "garden furniture"];
        (string Name, double[] Values)[] columns =
        [
            .. Enumerable.Range(0, 12).Select(c => (
                $"Total amount spent on {about[c % 4]} during season {(c / 4) + 1} of the loyalty programme",
                Enumerable.Range(0, 30).Select(i => ((c + (i / 10)) % 3 * 10.0) + (i % 3)).ToArray())),
        ];
        int[] labels = [.. Enumerable.Range(0, 30).Select(i => i / 10)];

        IReadOnlyList<SegmentProfile> profiles =
            new SegmentProfiler([.. columns.Select(column => column.Name)]).Profile(Numbers(columns), labels);

        // Column c of group g is 10 (c + g mod 3): columns 0 and 3 are low in group 0 and high in group 2, and so on.
        Assert.Equal(
            [
                "Low spent fresh 1, low spent garden 1",
                "High spent frozen 1, low spent household 1",
                "High spent fresh 1, high spent garden 1",
            ],
            profiles.Select(profile => profile.Name));
        Assert.All(profiles, profile => Assert.InRange(profile.Name.Length, 1, 48));
    }

    [Fact]
    [Trait("Kind", "Property")]
    public void Profile_ArbitraryLabels_HasUniqueNamesWholeSizesAndWholeShares()
    {
        Property property = Prop.ForAll<int[], byte>((values, clusters) =>
        {
            if (values.Length == 0)
            {
                return;
            }

            int[] labels = Dense(values, (clusters % 12) + 1);
            CustomerTable table = new(
            [
                new NumericColumn("Income", [.. values.Select(value => (double)value)]),
                new NumericColumn("Visits", [.. values.Select(value => value % 7 == 0 ? double.NaN : value % 5)]),
                new CategoricalColumn("City", [.. values.Select(value => value % 3 == 0 ? null : $"#{value % 4} (segment 1), x")]),
            ]);

            IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler(["Income"]).Profile(table, labels);

            Assert.Equal(profiles.Count, profiles.Select(profile => profile.Name).Distinct().Count());
            Assert.Equal(values.Length, profiles.Sum(profile => profile.Size));
            Assert.Equal(1, profiles.Sum(profile => profile.Share), 1e-12);
            foreach (SegmentProfile profile in profiles)
            {
                CategoryProfile city = profile.Categories.Single();
                Assert.Equal(city.Count, city.Levels.Sum(level => level.Count));
                Assert.Equal(city.Count == 0 ? 0 : 1, city.Levels.Sum(level => level.Share ?? 0), 1e-12);
                Assert.All(profile.Numbers, number => Assert.False(double.IsNaN(number.Effect ?? 0)));
                Assert.All(profile.Numbers, number => Assert.InRange(number.AdjustedPValue ?? 0, 0, 1));
            }
        });

        property.Holds(cases: 300);
    }

    /// <summary>Labels 0, 1, … in order of first appearance, at most <paramref name="most"/> of them.</summary>
    private static int[] Dense(int[] values, int most)
    {
        Dictionary<int, int> labelOf = [];
        return [.. values.Select(value =>
        {
            int key = Math.Abs(value % most);
            labelOf.TryAdd(key, labelOf.Count);
            return labelOf[key];
        })];
    }

    private static CustomerTable Numbers(params (string Name, double[] Values)[] columns) =>
        new(columns.Select(column => new NumericColumn(column.Name, column.Values)));

    private static string[] Names(CustomerTable table, string[] clustered, int[] labels) =>
        [.. new SegmentProfiler(clustered).Profile(table, labels).Select(profile => profile.Name)];
}
