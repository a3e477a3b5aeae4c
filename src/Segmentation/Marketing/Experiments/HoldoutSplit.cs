namespace Segmentation;

/// <summary>How the customers to hold out are chosen among those of a segment.</summary>
public enum SplitKind
{
    /// <summary>
    /// Exactly the share, rounded to a customer: those with the lowest hashes. On a list that has grown the cut moves a
    /// little, and the few customers near it change arms.
    /// </summary>
    Exact,

    /// <summary>
    /// Every customer with a hash below the share: nobody ever changes arms, however the list changes, but the share is
    /// met only on average, and a small segment may miss it by much.
    /// </summary>
    Stable,
}

/// <summary>
/// Splits customers at random into treatment and holdout. Chance comes from a hash of the seed and the customer's id
/// (the first 64 bits of SHA-256 of "seed:id" in UTF-8), so the order of the list, the other customers and the machine do not
/// matter, and anybody can check it. The same seed holds the same customers back in every campaign: take another for
/// another experiment.
/// </summary>
public sealed record HoldoutSplit
{
    /// <summary>The share to hold out; default 0.2.</summary>
    public double HoldoutShare
    {
        get;
        init => field = OptionRange.Within(0.001, 0.999, value, nameof(HoldoutShare));
    } = 0.2;

    /// <summary>Where chance starts; default 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How they are chosen; default <see cref="SplitKind.Exact"/>.</summary>
    public SplitKind Kind { get; init; } = SplitKind.Exact;

    /// <summary>For each customer whether they are held out.</summary>
    /// <param name="ids">The ids of the customers of one segment, each once.</param>
    /// <exception cref="ArgumentException">An id is there twice.</exception>
    public bool[] HeldOut(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ulong[] hashes = [.. ids.Select(id => CustomerHash.Of(Seed, id))];
        if (Kind == SplitKind.Stable)
        {
            return [.. hashes.Select(hash => CustomerHash.ToUnit(hash) < HoldoutShare)];
        }

        int[] order = [.. Enumerable.Range(0, ids.Count)];
        Array.Sort((ulong[])hashes.Clone(), order);
        RefuseTwins(ids, hashes, order);
        int count = (int)new HoldoutDesign { HoldoutShare = HoldoutShare }.HeldOutOf(ids.Count);
        bool[] heldOut = new bool[ids.Count];
        foreach (int row in order.AsSpan(0, count))
        {
            heldOut[row] = true;
        }

        return heldOut;
    }

    private static void RefuseTwins(IReadOnlyList<string> ids, ulong[] hashes, int[] order)
    {
        for (int i = 1; i < order.Length; i++)
        {
            if (hashes[order[i]] == hashes[order[i - 1]] && ids[order[i]] == ids[order[i - 1]])
            {
                throw new ArgumentException($"The id '{ids[order[i]]}' is there twice; a customer can be in one arm only.", nameof(ids));
            }
        }
    }
}
