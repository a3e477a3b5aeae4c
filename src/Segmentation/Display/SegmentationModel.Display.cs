namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class SegmentationModel : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Say(FormattableString.Invariant($"A model of {NumberText.Counted(Segments.Count, "segment")}, seed {Seed}, inertia {NumberText.Of(Inertia)}."))
        .Add(new DisplayTable(
            "Segments and their centroids, in original units",
            ["Segment", "Name", "Training customers", .. Centroids.FeatureNames],
            Segments.Select<ModelSegment, DisplayCell[]>((segment, i) =>
                [segment.Segment, segment.Name, segment.Size, .. Preprocessor.InverseTransform(Centroids).CellsOf(i)])))
        .Add(Preprocessor);
}
