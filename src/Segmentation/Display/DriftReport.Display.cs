namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class DriftReport : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say($"Verdict: {DriftJson.Word(Verdict)}.")
        .List(Reasons)
        .Add(new DisplayTable(
            "How the features are distributed",
            ["Feature", "Mean in training", "Mean now", "Stability index", "Chance stays below", "Verdict"],
            Features.Select<FeatureDrift, DisplayCell[]>(feature =>
            [
                feature.Feature, feature.TrainingMean, DisplayCell.Number(feature.Mean), DisplayCell.Fixed(feature.StabilityIndex, 3),
                DisplayCell.Fixed(feature.CriticalValue, 3), DriftJson.Word(feature.Verdict),
            ])))
        .Add(new DisplayTable(
            "How the segments changed",
            ["Segment", "Name", "Share in training", "Share now", "Largest shift", "In deviations"],
            Segments.Select<SegmentDrift, DisplayCell[]>(segment =>
            [
                segment.Segment, segment.Name, DisplayCell.Share(segment.TrainingShare), DisplayCell.Share(segment.Share),
                DisplayCell.Text(segment.LargestName), DisplayCell.Beside(segment.Largest?.Deviations, 2, 0),
            ])))
        .List(Notes);
}
