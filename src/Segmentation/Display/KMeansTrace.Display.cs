namespace Segmentation;

[TypeFormatterSource(typeof(DisplayFormatterSource))]
public sealed partial class KMeansTrace : IDisplayable
{
    /// <inheritdoc/>
    public string ToHtml() => Shown.ToHtml();

    /// <inheritdoc/>
    public string ToText() => Shown.ToText();

    private DisplayTable Shown => new(
        "K-Means step by step",
        ["Iteration", "Inertia", "Rows that changed", .. Iterations[0].Sizes.Select((_, cluster) => FormattableString.Invariant($"Size of {cluster + 1}"))],
        Iterations.Select<KMeansIteration, DisplayCell[]>(iteration =>
            [iteration.Number, iteration.Inertia, iteration.Changes, .. iteration.Sizes.Select(size => (DisplayCell)size)]),
        Converged ? "No row changes any more: converged." : "Stopped at the iteration limit.");
}
