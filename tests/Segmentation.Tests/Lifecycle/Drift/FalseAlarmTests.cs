namespace Segmentation.Tests.Lifecycle;

/// <summary>
/// How often drift is reported where there is none. Each draw makes a new training and new customers from one source, so that
/// everything that is by chance in both counts.
/// </summary>
public sealed class FalseAlarmTests
{
    private const int Draws = 500;

    /// <summary>A true rate of 5% gives more than this many alarms in 500 draws once in 1,000 times (binomial).</summary>
    private const int MostAlarms = 41;

    [Theory]
    [InlineData("grouped", 3, 200, 200)]
    [InlineData("grouped", 3, 1000, 100)]
    [InlineData("shapeless", 5, 300, 600)]
    [InlineData("shapeless", 4, 400, 40)]
    [InlineData("skewed", 4, 200, 200)]
    [InlineData("skewed", 5, 600, 150)]
    public void Measure_CustomersOfTheSameSource_AtMostOneInTwentyIsAnAlarm(string source, int clusterCount, int training, int customers)
    {
        List<string> alarms = [];
        for (int draw = 0; draw < Draws; draw++)
        {
            SegmentationModel model = DriftCustomers.Model(Draw(source, training, 2 * draw), clusterCount);
            DriftReport report = new DriftDetection().Measure(
                model, Draw(source, customers, (2 * draw) + 1), TestContext.Current.CancellationToken);
            if (report.Verdict != DriftVerdict.Keep)
            {
                alarms.Add(report.Reasons[0]);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{alarms.Count} alarms in {Draws} draws.\n{string.Join('\n', alarms)}");
        Assert.True(alarms.Count <= MostAlarms, $"{alarms.Count} alarms in {Draws} draws:\n{string.Join('\n', alarms)}");
    }

    private static CustomerTable Draw(string source, int count, int seed) => source switch
    {
        "grouped" => DriftCustomers.Grouped(count, seed),
        "shapeless" => DriftCustomers.Shapeless(count, seed),
        _ => DriftCustomers.Skewed(count, seed),
    };
}
