namespace Segmentation;

/// <summary>
/// Says when a run will hardly come below the best inertia, so that it need not go on. The gains of Lloyd's iterations
/// fall about geometrically: what is missing may be a small multiple of the last gain, not a large one.
/// </summary>
/// <param name="Spread">Tells the inertia of an iteration without looking at the rows.</param>
/// <param name="Best">The inertia to come below.</param>
internal sealed record Prospect(RowSpread Spread, double Best)
{
    /// <summary>
    /// With 40 a scan of 100,000 rows takes a sixth less time, but on evenly spread rows, where gains fall slowly, it ends
    /// above ten restarts on all rows in 22 of 224 comparisons instead of 13.
    /// </summary>
    private const double MostGainsMissing = 200;

    /// <summary>Whether to give up, between the inertias before and after an iteration.</summary>
    public bool IsPoor(double before, double after) => after - Best > MostGainsMissing * (before - after);
}
