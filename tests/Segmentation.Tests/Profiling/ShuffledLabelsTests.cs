using Segmentation.TestSupport;

namespace Segmentation.Tests.Profiling;

/// <summary>How often labels that mean nothing lead to a claim about gender.</summary>
public sealed class ShuffledLabelsTests
{
    private const int Runs = 1000;

    [Fact]
    public void Findings_PublicMallDataWithShuffledLabels_ClaimGenderNoMoreOftenThanStated() =>
        RarelyClaim(MallFile.Load(), "Gender");

    [Fact]
    public void Findings_SampleMallDataWithShuffledLabels_ClaimGenderNoMoreOftenThanStated() =>
        RarelyClaim(Sample(), "Gender");

    [Fact]
    public void Findings_GenderThatFollowsTheLabels_IsClaimed()
    {
        // The counterpart: the same search finds a claim where the data do support one.
        CustomerTable table = Sample();
        int[] labels = Labels(table);
        CategoricalColumn gender = new("Gender", [.. labels.Select((label, i) => label == 2 == (i % 10 > 0) ? "Female" : "Male")]);
        CustomerTable changed = new(table.Columns.Select(column => column.Name == "Gender" ? gender : column));

        Assert.True(Claims(Profiler().Profile(changed, labels), "Gender"));
    }

    private static void RarelyClaim(CustomerTable table, string column)
    {
        int[] labels = Labels(table);
        Random random = new(2024);
        SegmentProfiler profiler = Profiler();
        int claims = 0;
        int unadjusted = 0;

        for (int run = 0; run < Runs; run++)
        {
            random.Shuffle(labels);
            IReadOnlyList<SegmentProfile> profiles = profiler.Profile(table, labels);
            claims += Claims(profiles, column) ? 1 : 0;
            unadjusted += profiles.Any(profile => profile.Categories.Any(category =>
                category.Levels.Any(level => Trait.IsNoChance(level.Test?.PValue)))) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{claims} of {Runs} runs claimed something; {unadjusted} had a small unadjusted p-value.");

        // The stated rate, without a margin; and there was something to be tempted by.
        Assert.InRange((double)claims / Runs, 0, Trait.ClaimLevel);
        Assert.True((double)unadjusted / Runs > Trait.ClaimLevel, $"Only {unadjusted} runs had a small unadjusted p-value.");
    }

    private static bool Claims(IReadOnlyList<SegmentProfile> profiles, string column) =>
        profiles.Any(profile => profile.Findings.Any(finding => finding.Column == column));

    private static CustomerTable Sample() => CustomerTable.Load(Repository.PathOf("data", "mall_customers.csv"));

    private static SegmentProfiler Profiler() => new([MallFile.Income, MallFile.Spending]);

    private static int[] Labels(CustomerTable table)
    {
        Preprocessor preprocessor = new() { Features = [MallFile.Income, MallFile.Spending], Scaling = Scaling.None };
        FeatureMatrix matrix = preprocessor.Fit(table).Transform(table).Matrix;
        return [.. new KMeans(5) { Seed = 42 }.Fit(matrix).Labels];
    }
}
