namespace Segmentation;

/// <summary>The prediction strength of one number of clusters.</summary>
/// <param name="ClusterCount">The number of clusters, k.</param>
/// <param name="Value">The mean over all halvings and both directions, 0 to 1; exactly 1 for k = 1.</param>
/// <param name="StandardError">The standard error of that mean over the halvings; 0 for a single one.</param>
public sealed record PredictionStrengthScore(int ClusterCount, double Value, double StandardError);

/// <summary>What <see cref="PredictionStrength"/> found: a strength for each number of clusters.</summary>
public sealed class PredictionStrengthResult
{
    internal PredictionStrengthResult(double threshold, IReadOnlyList<PredictionStrengthScore> scores)
    {
        Threshold = threshold;
        Scores = scores;
    }

    /// <summary>The strength that counts as enough.</summary>
    public double Threshold { get; }

    /// <summary>A row for each k from 1; it ends where a half has fewer different rows than clusters.</summary>
    public IReadOnlyList<PredictionStrengthScore> Scores { get; }

    /// <summary>The largest k that is strong enough; 1 means that no grouping is predicted well.</summary>
    public int ClusterCount => Scores.Last(score => score.Value >= Threshold).ClusterCount;
}
