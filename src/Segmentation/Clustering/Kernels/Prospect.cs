namespace Segmentation;

/// <summary>
/// Says when a run will hardly come below the best inertia, so that it need not go on. The gains of Lloyd's iterations
/// fall about geometrically: what is missing may be a small multiple of the last gain, not a large one.
/// </summary>
/// <param name="Spread">Tells the inertia of an iteration without looking at the rows.</param>
/// <param name="Best">The inertia to come below.</param>
internal sealed record Prospect(RowSpread Spread, double Best)
{
    /// <summary>With 40, scans of k = 1 to 15 lost no optimum that they found without giving up, and took a third less time.</summary>
    private const double MostGainsMissing = 40;

    /// <summary>Whether to give up, between the inertias before and after an iteration.</summary>
    public bool IsPoor(double before, double after) => after - Best > MostGainsMissing * (before - after);
}
