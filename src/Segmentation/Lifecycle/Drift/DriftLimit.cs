namespace Segmentation;

/// <summary>
/// From which size on a change matters. In a large file every small change is more than chance, in a small one a large
/// change may be chance, so that both are asked: a check says more than keep only where chance does not explain it.
/// </summary>
/// <param name="Watch">The size to watch from.</param>
/// <param name="Refit">The size to refit from.</param>
internal readonly record struct DriftLimit(double Watch, double Refit)
{
    /// <summary>Of the population stability index: the usual rule of thumb (Siddiqi 2006).</summary>
    public static readonly DriftLimit StabilityIndex = new(0.1, 0.25);

    /// <summary>Of the share of customers that are in another segment than training's shares would have them.</summary>
    public static readonly DriftLimit MovedShare = new(0.05, 0.2);

    /// <summary>Of a centroid's way, in standard deviations within the segment: small and medium after Cohen (1988).</summary>
    public static readonly DriftLimit Shift = new(0.2, 0.5);

    /// <summary>Of the share of customers beyond the training customers' 99th percentile: twice and five times the usual.</summary>
    public static readonly DriftLimit UnlikeShare = new(0.02, 0.05);

    /// <summary>Of the share of missing values, more or less than in training.</summary>
    public static readonly DriftLimit MissingShare = new(0.02, 0.2);

    /// <summary>Of the share of customers with a level that training did not have.</summary>
    public static readonly DriftLimit UnseenShare = new(0.01, 0.05);

    /// <summary>What a change calls for.</summary>
    /// <param name="size">Its size, at least 0.</param>
    /// <param name="isMoreThanChance">Whether chance does not explain it.</param>
    public DriftVerdict Of(double size, bool isMoreThanChance) =>
        !isMoreThanChance || size < Watch ? DriftVerdict.Keep : size < Refit ? DriftVerdict.Watch : DriftVerdict.Refit;
}
