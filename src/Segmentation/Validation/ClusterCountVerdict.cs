namespace Segmentation;

/// <summary>How sure a recommended number of clusters is.</summary>
public enum Confidence
{
    /// <summary>The criteria contradict each other, or a segment is tiny.</summary>
    Low,

    /// <summary>Some criteria agree, or the structure is fair.</summary>
    Medium,

    /// <summary>Most criteria agree, and the structure is clear and found again in other rows.</summary>
    High,
}

/// <summary>One number of clusters, with what every index says of it.</summary>
/// <param name="ClusterCount">The number of clusters, k.</param>
/// <param name="Inertia">The sum of squared distances to the centroids, in the space that was clustered.</param>
/// <param name="Silhouette">Mean silhouette width, -1 to 1; null for k = 1.</param>
/// <param name="CalinskiHarabasz">Calinski-Harabasz index, higher is better; null for k = 1 or k = n.</param>
/// <param name="DaviesBouldin">Davies-Bouldin index, lower is better; null for k = 1 or k = n.</param>
/// <param name="SmallestSize">The number of rows in the smallest cluster; where rows carry weights, the least weight of a cluster, rounded up.</param>
/// <param name="UniformPValue">
/// How often uniform rows of the same extent would stand out as much by their silhouettes, at any k; above 0, at most 1.
/// Like all that follow, null for k = 1 (but the gap), and where k is too large to resample (<see cref="ClusterCountScan"/>).
/// </param>
/// <param name="Gap">Gap statistic: how much lower the logarithm of the inertia is than that of uniform rows.</param>
/// <param name="GapStandardError">The gap's standard error, s_k.</param>
/// <param name="PredictionStrength">Prediction strength, 0 to 1: the share of pairs that stay together in the worst cluster.</param>
/// <param name="LeastStability">
/// The least stable cluster's mean Jaccard coefficient over bootstrap samples, 0 to 1; null also where one of the clusters has
/// no row in the sample that was resampled.
/// </param>
/// <param name="ValleyPValue">
/// The p-value of the least clear valley between two clusters, 0 to 1; high where some two shade into each other.
/// </param>
public sealed record ClusterCountScore(
    int ClusterCount,
    double Inertia,
    SilhouetteEstimate? Silhouette,
    double? CalinskiHarabasz,
    double? DaviesBouldin,
    int SmallestSize,
    double? UniformPValue = null,
    double? Gap = null,
    double? GapStandardError = null,
    double? PredictionStrength = null,
    double? LeastStability = null,
    double? ValleyPValue = null);

/// <summary>A mean silhouette width, exact or from a sample.</summary>
/// <param name="Value">The mean, -1 to 1.</param>
/// <param name="SampleSize">The rows it is the mean of, when it is an estimate; null when it is exact.</param>
/// <param name="StandardError">The standard error of an estimate; null when it is exact.</param>
public sealed record SilhouetteEstimate(double Value, int? SampleSize = null, double? StandardError = null);

/// <summary>What one criterion answers.</summary>
/// <param name="Criterion">The criterion's name.</param>
/// <param name="ClusterCount">The number of clusters it picks; null when it picks none, which is a valid answer.</param>
/// <param name="Explanation">Why, in one sentence with its numbers.</param>
public sealed record CriterionChoice(string Criterion, int? ClusterCount, string Explanation);

/// <summary>A recommended number of clusters with its evidence.</summary>
public sealed partial class ClusterCountVerdict
{
    internal ClusterCountVerdict(
        int? recommendedCount,
        Confidence confidence,
        IReadOnlyList<string> reasons,
        IReadOnlyList<CriterionChoice> choices,
        IReadOnlyList<ClusterCountScore> scores,
        IReadOnlyList<ClusterModel> models)
    {
        RecommendedCount = recommendedCount;
        Confidence = confidence;
        Reasons = reasons;
        Choices = choices;
        Scores = scores;
        Models = models;
    }

    /// <summary>The recommended k, or null for "no clear structure".</summary>
    public int? RecommendedCount { get; }

    /// <summary>How sure the recommendation (or the finding that there is none) is.</summary>
    public Confidence Confidence { get; }

    /// <summary>The reasons in words, the most important first.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>
    /// Of <see cref="Reasons"/> the one for which the number is in doubt: why none is recommended, or what made the confidence
    /// low. Null where neither is so.
    /// </summary>
    public string? Doubt { get; internal init; }

    /// <summary>What each criterion answers, and whether they disagree.</summary>
    public IReadOnlyList<CriterionChoice> Choices { get; }

    /// <summary>A row for each k that was tried, in rising order: all of a range from 1, and maybe some beyond it.</summary>
    public IReadOnlyList<ClusterCountScore> Scores { get; }

    /// <summary>The model behind each row of <see cref="Scores"/>.</summary>
    public IReadOnlyList<ClusterModel> Models { get; }

    /// <summary>What to divide into where no number is recommended; null where one is.</summary>
    public ClusterCountDivision? Division { get; internal init; }

    /// <summary>The recommended number, else that of the <see cref="Division"/>: always a number that the rows can be clustered into.</summary>
    public int BestCount => RecommendedCount ?? Division?.ClusterCount ?? 1;

    /// <summary>The model with so many clusters; null where that number was not tried.</summary>
    public ClusterModel? ModelOf(int clusterCount) => Models.FirstOrDefault(model => model.ClusterCount == clusterCount);

    /// <summary>What was tried. Its widths take 16 bytes a row and k, of at most <see cref="SilhouetteOptions.ExactLimit"/> rows.</summary>
    internal IReadOnlyList<CountTrial> Trials { get; init; } = [];

    /// <summary>What was resampled; null where nothing was.</summary>
    internal Resampling? Resampling { get; init; }

    /// <summary>The score of one of <see cref="Models"/>; null for another model, of which nothing is known here.</summary>
    internal ClusterCountScore? ScoreOf(ClusterModel model) =>
        Scores.ElementAtOrDefault(Models.TakeWhile(other => !ReferenceEquals(other, model)).Count());

    /// <summary>The widths of the rows under one of <see cref="Models"/>; null for another model and for one cluster.</summary>
    internal SilhouetteResult? SilhouetteOf(ClusterModel model) =>
        Trials.FirstOrDefault(trial => ReferenceEquals(trial.Model, model))?.Silhouette;

    /// <summary>How stable the clusters of a number are among the rows that were resampled; null where that is not known.</summary>
    internal ClusterStability? StabilityOf(int clusterCount) =>
        Resampling?.PositionOf(clusterCount) is int position and > 0 ? Resampling.Stabilities[position - 1] : null;
}
