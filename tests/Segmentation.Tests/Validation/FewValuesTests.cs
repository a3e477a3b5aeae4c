namespace Segmentation.Tests.Validation;

/// <summary>
/// The verdict on columns of few values: equal rows are no groups. The seeds here played no part when the rule was made.
/// </summary>
public sealed class FewValuesTests
{
    private const int Seeds = 50;

    private static readonly ClusterCountScan Scan = new(k => new KMeans(k) { Restarts = 5, Swaps = 10, Threads = 1 }) { Threads = 1 };

    public static TheoryData<string, int> IndependentColumns => new()
    {
        { "f50 f50", 121 },
        { "f50 f50 f50", 120 },
        { "f50 f50 f50 f50 f50", 160 },
        { "f10 f20 f5", 150 },
        { "f10 f30 f50 f70 f90", 160 },
        { "f2 f50", 200 },
        { "l111 l111", 120 },
        { "l111 l111 l111", 120 },
        { "l11111 l12321", 120 },
        { "l11111 l12321 l11245 l54211", 160 },
        { "l51128 l61116", 150 },
        { "l1234321 l1111111 l1234567", 150 },
        { "l11111111111 l11111111111", 150 },
        { "f50 l11111", 120 },
        { "p2 p2", 120 },
        { "p8 p8", 120 },
        { "g30 g20", 150 },
        { "g10 f30 p3", 150 },
        { "f50 f30 f50 u", 150 },
        { "f50 f50 n", 150 },
    };

    [Theory]
    [MemberData(nameof(IndependentColumns))]
    public void Run_IndependentColumns_AreNoDiscoveryInAtLeast95Of100Seeds(string columns, int rows)
    {
        ClusterCountVerdict[] verdicts = Verdicts(seed => Independent(columns.Split(' '), rows, 800_000 + seed), Seeds);

        Assert.DoesNotContain(verdicts, verdict => verdict is { RecommendedCount: not null, Confidence: Confidence.High });
        Assert.InRange(verdicts.Count(verdict => verdict.RecommendedCount is null || verdict.Confidence == Confidence.Low), Math.Ceiling(0.95 * Seeds), Seeds);
    }

    [Fact]
    public void Run_TwoCoinFlips_AreATableOfFourCombinations()
    {
        int[] counts = [31, 30, 30, 30];
        FeatureMatrix flags = FeatureMatrix.FromRows(
            [.. counts.SelectMany((count, cell) => Enumerable.Repeat(0, count).Select(_ => new double[] { cell / 2, cell % 2 }))]);

        ClusterCountVerdict verdict = Scan.Run(flags);

        Assert.Null(verdict.RecommendedCount);
        Assert.Contains(
            "These columns form a table of 4 combinations, 30.3 rows each on average: every cluster is a cell of that table or several of them.", verdict.Reasons);
        Assert.Equal(4, verdict.Scores.Count);
        Assert.Equal((null, null), (verdict.Scores[3].CalinskiHarabasz, verdict.Scores[3].DaviesBouldin));
        Assert.NotNull(verdict.Division);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.6)]
    public void Run_FourGroupsOfRatings_AreFoundInAtLeast95Of100Seeds(double deviation)
    {
        int right = Verdicts(seed => Ratings(deviation, 810_000 + seed), 100).Count(verdict => verdict.RecommendedCount == 4);

        Assert.InRange(right, 95, 100);
    }

    [Fact]
    public void Run_ThreeKindsOfCustomersByTenFlags_AreFoundInAtLeast19Of20Seeds()
    {
        int right = Verdicts(
            seed =>
            {
                Random random = new(820_000 + seed);
                return Rows(150, () =>
                {
                    int kind = random.Next(3);
                    return [.. Enumerable.Range(0, 10).Select(i => random.NextDouble() < (i % 3 == kind ? 0.92 : 0.08) ? 1.0 : 0)];
                });
            },
            20).Count(verdict => verdict.RecommendedCount == 3);

        Assert.InRange(right, 19, 20);
    }

    [Fact]
    public void Run_ValuesThatDifferByRounding_StopsWhereTheInertiaIsNothingElse()
    {
        double[] values = [0.3, 0.1 + 0.2, 0.7, 0.1 + 0.6, 0.8];

        ClusterCountVerdict verdict = Scan.Run(FeatureMatrix.FromRows([.. Enumerable.Range(0, 60).Select(i => new[] { values[i % 5] })]));

        Assert.Equal([1, 2, 3], verdict.Scores.Select(score => score.ClusterCount));
        Assert.Null(verdict.Scores[2].CalinskiHarabasz);
    }

    private static ClusterCountVerdict[] Verdicts(Func<int, FeatureMatrix> data, int seeds)
    {
        ClusterCountVerdict[] verdicts = new ClusterCountVerdict[seeds];
        Parallel.For(0, seeds, seed => verdicts[seed] = Scan.Run(data(seed)));
        return verdicts;
    }

    /// <summary>Columns that have nothing to do with each other, each with mean 0 and variance 1.</summary>
    private static FeatureMatrix Independent(string[] columns, int rows, int seed)
    {
        Random random = new(seed);
        FeatureMatrix raw = Rows(rows, () => [.. columns.Select(column => Cell(column, random))]);
        double[] values = raw.Values.ToArray();
        for (int j = 0; j < columns.Length; j++)
        {
            double[] column = [.. Enumerable.Range(0, rows).Select(row => raw.Row(row)[j])];
            double mean = column.Average();
            double deviation = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            for (int row = 0; row < rows; row++)
            {
                values[(row * columns.Length) + j] = deviation > 0 ? (column[row] - mean) / deviation : 0;
            }
        }

        return new FeatureMatrix(raw.FeatureNames, values);
    }

    /// <summary>f30: a flag of 30%; l123: a rating from 1 with these weights; p2: Poisson of mean 2; g30: geometric; u, n: uniform, normal.</summary>
    private static double Cell(string column, Random random)
    {
        string rest = column[1..];
        switch (column[0])
        {
            case 'f':
                return random.NextDouble() < int.Parse(rest, null) / 100.0 ? 1 : 0;
            case 'l':
                int[] weights = [.. rest.Select(digit => digit - '0')];
                int place = random.Next(weights.Sum());
                return 1 + Enumerable.Range(0, weights.Length).First(i => place < weights[..(i + 1)].Sum());
            case 'p':
                double product = random.NextDouble();
                int events = 0;
                for (double limit = Math.Exp(-int.Parse(rest, null)); product > limit; events++)
                {
                    product *= random.NextDouble();
                }

                return events;
            case 'g':
                return Math.Floor(Math.Log(1 - random.NextDouble()) / Math.Log(1 - (int.Parse(rest, null) / 100.0)));
            case 'u':
                return random.NextDouble();
            default:
                return Normal(random);
        }
    }

    /// <summary>Four groups on a grid of ratings from 0 to 10.</summary>
    private static FeatureMatrix Ratings(double deviation, int seed)
    {
        Random random = new(seed);
        double Rating(double centre) => Math.Clamp(Math.Round(centre + (deviation * Normal(random))), 0, 10);
        return Rows(160, () =>
        {
            int group = random.Next(4);
            return [Rating(group < 2 ? 2 : 8), Rating(group % 2 == 0 ? 2 : 8)];
        });
    }

    private static FeatureMatrix Rows(int count, Func<double[]> row) => FeatureMatrix.FromRows([.. Enumerable.Range(0, count).Select(_ => row())]);

    private static double Normal(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
}
