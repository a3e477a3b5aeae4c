using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Validation;

/// <summary>
/// How often the verdict errs. At a level of 1%, 100 noise samples give "none" at least 95 times with a probability of
/// 99.9%. The seeds here played no part when the rule was made.
/// </summary>
public sealed class VerdictErrorRateTests
{
    private static readonly ClusterCountScan Scan = new(k => new KMeans(k) { Restarts = 5, Swaps = 10, Threads = 1 }) { Threads = 1 };

    [Fact]
    public void Run_UniformNoiseInThePlane_FindsNoStructureInAtLeast95Of100Seeds()
    {
        int?[] answers = Answers(seed => Blobs.Noise(rows: 100, seed: 700_000 + seed));

        Assert.InRange(answers.Count(count => count is null), 95, 100);
    }

    [Fact]
    public void Run_UniformNoiseInSpace_FindsNoStructureInAtLeast95Of100Seeds()
    {
        int?[] answers = Answers(seed =>
        {
            Random random = new(710_000 + seed);
            return FeatureMatrix.FromRows([.. Enumerable.Range(0, 80).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })]);
        });

        Assert.InRange(answers.Count(count => count is null), 95, 100);
    }

    [Fact]
    public void Run_SeparatedGroups_FindsTheirNumberInAtLeast95Of100Seeds()
    {
        int right = Answers(seed => SeparatedGroups(720_000 + seed, Truth(seed)))
            .Where((count, seed) => count == Truth(seed)).Count();

        Assert.InRange(right, 95, 100);
    }

    [Theory]
    [InlineData("log-normal")]
    [InlineData("ratings 1 to 5")]
    [InlineData("Gaussian")]
    public void Run_OneCloudThatIsNoUniformBox_FindsNoStructureInAtLeast18Of20Seeds(string shape)
    {
        int?[] answers = Answers(seed => OneCloud(shape, 730_000 + seed), 20);

        Assert.InRange(answers.Count(count => count is null), 18, 20);
    }

    [Fact]
    public void Run_SlantedCloud_IsMostlyNoStructureAndNeverSurelyOne()
    {
        // Known weakness: the box of a parallelogram is not full, and four groups fit its corners.
        ClusterCountVerdict[] verdicts = Verdicts(seed => OneCloud("slanted", 740_000 + seed), 20);

        Assert.InRange(verdicts.Count(verdict => verdict.RecommendedCount is null), 12, 20);
        Assert.DoesNotContain(verdicts, verdict => verdict is { RecommendedCount: not null, Confidence: Confidence.High });
    }

    private static int Truth(int seed) => 2 + (seed % 7);

    private static int?[] Answers(Func<int, FeatureMatrix> data, int seeds = 100) =>
        [.. Verdicts(data, seeds).Select(verdict => verdict.RecommendedCount)];

    private static ClusterCountVerdict[] Verdicts(Func<int, FeatureMatrix> data, int seeds)
    {
        ClusterCountVerdict[] verdicts = new ClusterCountVerdict[seeds];
        Parallel.For(0, seeds, seed => verdicts[seed] = Scan.Run(data(seed)));
        return verdicts;
    }

    /// <summary>2 to 8 round groups of 15 to 30 rows in 2 or 3 dimensions, centres at random but at least 6 standard deviations apart.</summary>
    private static FeatureMatrix SeparatedGroups(int seed, int groups)
    {
        Random random = new(seed);
        int dimensions = 2 + (seed % 2);
        List<double[]> centres = [];
        while (centres.Count < groups)
        {
            double[] centre = [.. Enumerable.Range(0, dimensions).Select(_ => random.NextDouble() * 8 * groups)];
            if (centres.All(other => SquaredDistance.Between(other, centre) >= 36))
            {
                centres.Add(centre);
            }
        }

        return FeatureMatrix.FromRows([.. centres.SelectMany(centre => Enumerable.Range(0, random.Next(15, 31))
            .Select(_ => centre.Select(value => value + Normal(random)).ToArray()))]);
    }

    private static FeatureMatrix OneCloud(string shape, int seed)
    {
        Random random = new(seed);
        return FeatureMatrix.FromRows([.. Enumerable.Range(0, 200).Select(_ =>
        {
            (double x, double y) = (Normal(random), Normal(random));
            (double u, double v) = (random.NextDouble(), random.NextDouble());
            return shape switch
            {
                "log-normal" => new[] { Math.Exp(x), Math.Exp(y) },
                "ratings 1 to 5" => [1 + Math.Floor(5 * u), 1 + Math.Floor(5 * v)],
                "Gaussian" => [x, y],
                _ => [u + (0.5 * v), v],
            };
        })]);
    }

    private static double Normal(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
}
