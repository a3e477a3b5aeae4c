namespace Segmentation;

/// <summary>How stable a cluster is, in the words of Hennig's clusterboot.</summary>
public enum StabilityGrade
{
    /// <summary>Mean Jaccard below 0.6: not to be built on.</summary>
    Unstable,

    /// <summary>From 0.6: there is a pattern, but which rows belong to it is doubtful.</summary>
    Doubtful,

    /// <summary>From 0.75: stable.</summary>
    Stable,

    /// <summary>From 0.85: highly stable.</summary>
    HighlyStable,
}

/// <summary>How well bootstrap samples recover one cluster.</summary>
/// <param name="Cluster">The cluster, from 0.</param>
/// <param name="Size">Its rows.</param>
/// <param name="MeanJaccard">The mean over the samples of Jaccard's coefficient with the most similar cluster, 0 to 1.</param>
/// <param name="Recovered">The samples with a coefficient above 0.75.</param>
/// <param name="Dissolved">The samples with a coefficient of at most 0.5: no cluster has more in common with it than not.</param>
public sealed record ClusterRecovery(int Cluster, int Size, double MeanJaccard, int Recovered, int Dissolved)
{
    /// <summary>The mean from which a cluster is highly stable.</summary>
    internal const double HighlyStable = 0.85;

    /// <summary>The mean from which a cluster is stable.</summary>
    internal const double Stable = 0.75;

    /// <summary>The mean below which a cluster is not to be built on.</summary>
    internal const double Doubtful = 0.6;

    /// <summary>The means at which the grade changes.</summary>
    internal static IReadOnlyList<double> Bounds { get; } = [Doubtful, Stable, HighlyStable];

    /// <summary>What the mean says.</summary>
    public StabilityGrade Grade => MeanJaccard switch
    {
        >= HighlyStable => StabilityGrade.HighlyStable,
        >= Stable => StabilityGrade.Stable,
        >= Doubtful => StabilityGrade.Doubtful,
        _ => StabilityGrade.Unstable,
    };

    internal static ClusterRecovery Of(int cluster, int size, double[] coefficients) => new(
        cluster,
        size,
        FixedChunks.InOrder(coefficients) / coefficients.Length,
        coefficients.Count(coefficient => coefficient > 0.75),
        coefficients.Count(coefficient => coefficient <= 0.5));
}

/// <summary>What a <see cref="ClusterBootstrap"/> found: how stable each cluster is.</summary>
public sealed partial class ClusterStability
{
    internal ClusterStability(int samples, IReadOnlyList<ClusterRecovery> clusters)
    {
        Samples = samples;
        Clusters = clusters;
        Rows = AllRows = clusters.Sum(cluster => cluster.Size);
    }

    /// <summary>The bootstrap samples.</summary>
    public int Samples { get; }

    /// <summary>The rows that bootstrap samples were drawn from.</summary>
    public int Rows { get; }

    /// <summary>The rows that were clustered: as many as <see cref="Rows"/>, or more where a sample stood for them.</summary>
    public int AllRows { get; private init; }

    /// <summary>The clusters, k of them in the order of their labels.</summary>
    public IReadOnlyList<ClusterRecovery> Clusters { get; }

    /// <summary>The least stable cluster; of equally stable ones the first.</summary>
    public ClusterRecovery Least => Clusters.MinBy(cluster => cluster.MeanJaccard)!;

    /// <summary>The same, of rows that were drawn from so many.</summary>
    internal ClusterStability OutOf(int allRows) => new(Samples, Clusters) { AllRows = allRows };
}
