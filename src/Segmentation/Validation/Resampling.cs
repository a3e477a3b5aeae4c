namespace Segmentation;

/// <summary>What the criteria that cluster many sets of rows say of each number of clusters.</summary>
internal sealed class Resampling
{
    private Resampling(int[] counts, double[] uniformPValues, GapResult gaps, PredictionStrengthResult strengths, ClusterStability?[] stabilities)
    {
        Counts = counts;
        UniformPValues = uniformPValues;
        Gaps = gaps;
        Strengths = strengths;
        Stabilities = stabilities;
    }

    /// <summary>The numbers of clusters that were tested, rising from 1.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Where a number of clusters stands in <see cref="Gaps"/> and <see cref="Strengths"/>, and one less in the others; negative where it was not tested.</summary>
    public int PositionOf(int clusterCount) => Counts.ToList().IndexOf(clusterCount);

    /// <summary>For each k but 1: see <see cref="UniformTest"/>.</summary>
    public double[] UniformPValues { get; }

    public GapResult Gaps { get; }

    public PredictionStrengthResult Strengths { get; }

    /// <summary>For each k but 1: how stable the clusters are; null where one of them has no row in the sample.</summary>
    public ClusterStability?[] Stabilities { get; }

    /// <summary>The steps of <see cref="Run"/>.</summary>
    public static int Steps(ClusterCountScan scan, int most) => scan.ReferenceSets + 1 + scan.Halvings + most - 1;

    /// <param name="scan">The options.</param>
    /// <param name="all">The rows that the models are of.</param>
    /// <param name="sample">The rows, or a sample of them.</param>
    /// <param name="models">The models of all rows for each k to test, rising from 1, at least two.</param>
    /// <param name="step">Is told what was done; may come from several threads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Resampling Run(
        ClusterCountScan scan,
        FeatureMatrix all,
        FeatureMatrix sample,
        IReadOnlyList<ClusterModel> models,
        Action<string> step,
        CancellationToken cancellationToken)
    {
        int[] counts = [.. models.Select(model => model.ClusterCount)];
        ReferenceFits fits = ReferenceFits.Run(
            sample, scan.Lighter, counts, scan.ReferenceSets, scan.Seed, scan.Threads, withSilhouettes: true,
            () => step("compared with uniform rows"), cancellationToken);
        PredictionStrengthResult strengths = new PredictionStrength(scan.Lighter)
        {
            Halvings = scan.Halvings,
            Seed = scan.Seed,
            Threads = scan.Threads,
        }.Run(sample, counts, new Told(() => step("predicted one half from the other")), cancellationToken);
        ClusterStability?[] stabilities = new ClusterStability?[models.Count - 1];
        for (int i = 1; i < models.Count; i++)
        {
            stabilities[i - 1] = Stability(scan, ReferenceEquals(sample, all), sample, models[i], cancellationToken);
            step("clustered bootstrap samples");
        }

        return new Resampling(
            counts, UniformTest.AdjustedPValues(fits.Silhouettes, counts[1..]), GapResult.Of(fits.Inertias, counts), strengths, stabilities);
    }

    /// <summary>Of the model's clusters, each with its rows in the sample; null where one has none there.</summary>
    private static ClusterStability? Stability(
        ClusterCountScan scan, bool isAll, FeatureMatrix sample, ClusterModel model, CancellationToken cancellationToken)
    {
        int[] labels = isAll
            ? model.LabelArray
            : SquaredDistance.NearestOfEach(sample, model.Centroids);
        if (labels.Distinct().Count() < model.ClusterCount)
        {
            return null;
        }

        ClusterBootstrap bootstrap = new(scan.Lighter(model.ClusterCount)) { Samples = scan.BootstrapSamples, Seed = scan.Seed, Threads = scan.Threads };
        return bootstrap.Run(sample, labels, null, cancellationToken);
    }

    private sealed class Told(Action step) : IProgress<ResamplingProgress>
    {
        public void Report(ResamplingProgress value) => step();
    }
}
