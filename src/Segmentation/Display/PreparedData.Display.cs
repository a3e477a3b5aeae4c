namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class PreparedData : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayContent Shown => new DisplayContent()
        .Add(Matrix)
        .Say(Dropped.Count == 0 ? null : FormattableString.Invariant(
            $"{NumberText.Counted(Dropped.Count, "row")} {NumberText.Are(Dropped.Count)} left out for lack of {string.Join(", ", Dropped.SelectMany(row => row.MissingFeatures).Distinct())}."));
}
