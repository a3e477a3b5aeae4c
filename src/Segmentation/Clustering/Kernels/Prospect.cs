namespace Segmentation;

/// <summary>
/// Says when a run will hardly come below the best inertia, so that it need not go on. The gains of Lloyd's iterations
/// fall about geometrically: what is missing may be a small multiple of the last gain, not a large one.
/// </summary>
/// <param name="Spread">Tells the inertia of an iteration without looking at the rows.</param>
/// <param name="Best">The inertia to come below.</param>
/// <param name="IsScan">
/// Whether other numbers of clusters are tried as well. One k that ends too high by chance bends the curve over k, so a
/// scan gives up later.
/// </param>
internal sealed record Prospect(RowSpread Spread, double Best, bool IsScan)
{
    /// <summary>Of a fit alone: with five times as much, 100,000 rows of 16 features in 20 clusters took twice the time and ended no lower.</summary>
    private const double MostGainsMissing = 40;

    /// <summary>
    /// On evenly spread rows, where gains fall slowly, 22 of 224 fits of scans ended above ten restarts on all rows with
    /// 40, and 13 with this, which takes a fifth more time.
    /// </summary>
    private const double MostGainsMissingInScan = 200;

    /// <summary>Whether to give up, between the inertias before and after an iteration.</summary>
    public bool IsPoor(double before, double after) =>
        after - Best > (IsScan ? MostGainsMissingInScan : MostGainsMissing) * (before - after);
}
