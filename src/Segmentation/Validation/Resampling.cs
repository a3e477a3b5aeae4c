namespace Segmentation;

/// <summary>What the criteria that cluster many sets of rows say of each number of clusters.</summary>
internal sealed class Resampling
{
    private Resampling(double[] uniformPValues, GapResult gaps, PredictionStrengthResult strengths, ClusterStability?[] stabilities)
    {
        UniformPValues = uniformPValues;
        Gaps = gaps;
        Strengths = strengths;
        Stabilities = stabilities;
    }

    /// <summary>For k = 2, 3, …: see <see cref="UniformTest"/>.</summary>
    public double[] UniformPValues { get; }

    public GapResult Gaps { get; }

    public PredictionStrengthResult Strengths { get; }

    /// <summary>For k = 2, 3, …: how stable the clusters are; null where one of them has no row in the sample.</summary>
    public ClusterStability?[] Stabilities { get; }

    /// <summary>The steps of <see cref="Run"/>.</summary>
    public static int Steps(ClusterCountScan scan, int most) => scan.ReferenceSets + 1 + scan.Halvings + most - 1;

    /// <param name="scan">The options.</param>
    /// <param name="all">The rows that the models are of.</param>
    /// <param name="sample">The rows, or a sample of them.</param>
    /// <param name="models">For k = 1 to K the models of all rows, at least two.</param>
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
        ReferenceFits fits = ReferenceFits.Run(
            sample, scan.Lighter, models.Count, scan.ReferenceSets, scan.Seed, scan.Threads, withSilhouettes: true,
            () => step("compared with uniform rows"), cancellationToken);
        PredictionStrengthResult strengths = new PredictionStrength(scan.Lighter)
        {
            MaxClusters = models.Count,
            Halvings = scan.Halvings,
            Seed = scan.Seed,
            Threads = scan.Threads,
        }.Run(sample, new Told(() => step("predicted one half from the other")), cancellationToken);
        ClusterStability?[] stabilities = new ClusterStability?[models.Count - 1];
        for (int k = 2; k <= models.Count; k++)
        {
            stabilities[k - 2] = Stability(scan, ReferenceEquals(sample, all), sample, models[k - 1], cancellationToken);
            step("clustered bootstrap samples");
        }

        return new Resampling(UniformTest.AdjustedPValues(fits.Silhouettes), GapResult.Of(fits.Inertias), strengths, stabilities);
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
