using System.Globalization;
using System.Text.RegularExpressions;

namespace Segmentation.Tests.Profiling.Rules;

public sealed partial class SegmentRulesTests
{
    private static readonly SegmentationPipeline Plain = new()
    {
        Preprocessor = new() { Features = [MallFile.Income, MallFile.Spending], Scaling = Scaling.None },
        ClusterCount = 5,
    };

    [Fact]
    public void Describe_MallData_SaysTheSegmentsOfTheClassicArticle()
    {
        SegmentRules rules = Plain.Run(MallFile.Load()).Rules!;

        // The five leaves and the sixth are those of an independent search in Python over the same labels; the counts are
        // held by the test below, which reads the sentences.
        Assert.Equal(0.98, rules.SmallestTree.Fidelity);
        Assert.Equal(0.985, rules.Fidelity);
        Assert.Equal(
            [
                "Annual Income (k$) above 39 and Spending Score (1-100) above 39 up to 62 (78 of 78 right, 3 missed)",
                "Annual Income (k$) above 50 and Spending Score (1-100) above 62 (39 of 39 right)",
                "Annual Income (k$) above 39 and Spending Score (1-100) at most 39 (35 of 37 right)",
                "Annual Income (k$) at most 39 and Spending Score (1-100) at most 50 (23 of 23 right)",
                "Annual Income (k$) at most 50 and Spending Score (1-100) above 62, or Annual Income (k$) at most 39 and Spending Score (1-100) above 50 up to 62 (22 of 23 right)",
            ],
            rules.Segments.Select(rule => rule.Describe()));
    }

    public static TheoryData<Scaling, int, int> Runs => new()
    {
        { Scaling.None, 2, 200 }, { Scaling.Standard, 5, 700 }, { Scaling.MinMax, 8, 700 }, { Scaling.Robust, 20, 1500 },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Describe_EverySentence_CountsWhoTheTextItselfSelects(Scaling scaling, int clusters, int customers)
    {
        SegmentationPipeline pipeline = new()
        {
            Preprocessor = new() { Scaling = scaling, Weights = new Dictionary<string, double> { [MallFile.Age] = 0.3 } },
            ClusterCount = clusters,
            MaxClusters = 2,
        };
        SegmentationResult result = pipeline.Run(SampleData.MallCustomers(customers));
        int[] satisfied = new int[customers];

        foreach (SegmentRule rule in result.Rules!.Segments.Where(rule => rule.Covered > 0))
        {
            (string[] alternatives, int right, int covered, int missed) = Read(rule.Describe());
            int[] selected = [.. Enumerable.Range(0, customers).Where(row => alternatives.Any(text => IsSatisfied(text, result.Customers, row)))];
            Array.ForEach(selected, row => satisfied[row]++);

            Assert.Equal(covered, selected.Length);
            Assert.Equal(right, selected.Count(row => result.Model.Labels[row] == rule.Segment - 1));
            Assert.Equal(missed, rule.Size - right);
            Assert.Equal(selected.Length, alternatives.Sum(text => selected.Count(row => IsSatisfied(text, result.Customers, row))));
        }

        Assert.All(satisfied, count => Assert.Equal(1, count));
        Assert.Equal(result.Rules.Fidelity, result.Rules.Segments.Sum(rule => rule.Right) / (double)customers);
    }

    [Fact]
    public void Run_RowsShuffled_GivesTheSameRules()
    {
        CustomerTable table = SampleData.MallCustomers(400);
        int[] shuffled = [.. Enumerable.Range(0, table.RowCount).OrderBy(row => row * 7919 % 401)];
        SegmentationPipeline pipeline = new() { ClusterCount = 6, MaxClusters = 2, Rules = new ThresholdTree { MinSaving = 0 } };

        SegmentRules rules = pipeline.Run(table).Rules!;
        SegmentRules other = pipeline.Run(table.Take(shuffled)).Rules!;

        Assert.Equal(rules.Tree.Root, other.Tree.Root);
        Assert.Equal(rules.Tree.Cost, other.Tree.Cost);
        Assert.Equal(rules.ToText(), other.ToText());
    }

    [Fact]
    public void Run_MissingCellsFilledOrDroppedAndAConstantColumn_StillGivesRules()
    {
        CustomerTable table = new(
        [
            new NumericColumn("Income", [1, double.NaN, 2, 11, 12, 13]),
            new NumericColumn("Fee", [3, 3, 3, 3, 3, 3]),
            new CategoricalColumn("Region", ["N", "N", "S", "S", null, "N"]),
        ]);
        SegmentationPipeline pipeline = new()
        {
            Preprocessor = new() { ConstantFeatures = ConstantFeatures.Exclude },
            ClusterCount = 2,
            MaxClusters = 2,
        };
        SegmentationPipeline filling = pipeline with { Preprocessor = pipeline.Preprocessor with { Missing = MissingValues.FillMedian } };

        // 11 is the median of the five, so that the customer without an income is taken for one with 11.
        Assert.Equal(
            ["Income above 6 (3 of 3 right)", "Income at most 6 (2 of 2 right)"],
            pipeline.Run(table).Rules!.Segments.Select(rule => rule.Describe()));
        Assert.Equal(
            ["Income above 6 (4 of 4 right)", "Income at most 6 (2 of 2 right)"],
            filling.Run(table).Rules!.Segments.Select(rule => rule.Describe()));
    }

    [Fact]
    public void Run_OneSegment_HasNoRules() =>
        Assert.Null((Plain with { ClusterCount = 1, MaxClusters = 2 }).Run(SampleData.MallCustomers(50)).Rules);

    [Fact]
    public void Of_NoSuchSegment_SaysWhichThereAre()
    {
        SegmentRules rules = Plain.Run(SampleData.MallCustomers(100)).Rules!;

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => rules.Of(6));

        Assert.StartsWith("Segments are numbered from 1 to 5.", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, rules.Of(5).Segment);
    }

    private static (string[] Alternatives, int Right, int Covered, int Missed) Read(string sentence)
    {
        Match match = Sentence().Match(sentence);
        Assert.True(match.Success, sentence);
        return (
            match.Groups["conditions"].Value.Split(", or "),
            Count(match.Groups["right"]),
            Count(match.Groups["covered"]),
            match.Groups["missed"].Success ? Count(match.Groups["missed"]) : 0);
    }

    private static int Count(Group group) => int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static bool IsSatisfied(string conditions, CustomerTable table, int row) => conditions.Split(" and ").All(text =>
    {
        Match match = Condition().Match(text);
        Assert.True(match.Success, text);
        double value = table.Numeric(match.Groups["name"].Value)[row];
        return (!match.Groups["above"].Success || value > Number(match.Groups["above"]))
            && (!match.Groups["most"].Success || value <= Number(match.Groups["most"]));
    });

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<conditions>.+) \((?<right>[\d,]+) of (?<covered>[\d,]+) right(, (?<missed>[\d,]+) missed)?\)$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?<name>.+?) (above (?<above>\S+)( up to (?<most>\S+))?|at most (?<most>\S+))$")]
    private static partial Regex Condition();
}
