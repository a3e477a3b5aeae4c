using static System.FormattableString;

namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class ClusterCountVerdict : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say(RecommendedCount is int count
            ? $"The data support {count} clusters, with {VerdictText.Word(Confidence)} confidence."
            : Invariant($"The data show no clear structure ({VerdictText.Word(Confidence)} confidence); {BestCount} clusters would be {ResultText.DivisionMark}."))
        .List(Reasons)
        .Add(Choices.Count == 0 ? null : new DisplayTable(
            "What each criterion picks",
            ["Criterion", "k", "Why"],
            Choices.Select(choice => new DisplayCell[] { choice.Criterion, DisplayCell.Count(choice.ClusterCount), choice.Explanation })))
        .Add(new DisplayTable(
            "Every number of clusters that was tried",
            ["k", "Inertia", "Silhouette", "Calinski-Harabasz", "Davies-Bouldin", "Smallest cluster"],
            Scores.Select(score => new DisplayCell[]
            {
                score.ClusterCount, score.Inertia, DisplayCell.Fixed(score.Silhouette?.Value, 3), score.CalinskiHarabasz,
                DisplayCell.Fixed(score.DaviesBouldin, 3), score.SmallestSize,
            }),
            "Better: a higher silhouette and Calinski-Harabasz, a lower Davies-Bouldin. Inertia falls with every further cluster."))
        .Add(Choices.Count == 0 ? null : new DisplayTable(
            "What noise, halves and bootstrap samples say",
            ["k", "p uniform", "Gap", "Gap SE", "Prediction strength", "Least stable", "p valley"],
            Scores.Select(score => new DisplayCell[]
            {
                score.ClusterCount, DisplayCell.Beside(score.UniformPValue, 2, ClusterCountRequirements.UniformLevel),
                DisplayCell.Fixed(score.Gap, 3), DisplayCell.Fixed(score.GapStandardError, 3),
                DisplayCell.Beside(score.PredictionStrength, 2, PredictionStrength.DefaultThreshold),
                DisplayCell.Beside(score.LeastStability, 2, ClusterRecovery.Stable), DisplayCell.Fixed(score.ValleyPValue, 2),
            }),
            "Asked for: p uniform at most 0.01, least stable cluster at least 0.75, p valley at most 0.1 at k = 2, rising to 0.77 at k = 10. Strong: prediction strength from 0.8."));
}
