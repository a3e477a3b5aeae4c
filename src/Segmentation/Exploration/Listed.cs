namespace Segmentation;

/// <summary>Lists in a sentence.</summary>
internal static class Listed
{
    /// <summary>"a", "a and b", "a, b and c", "a, b and 7 more columns".</summary>
    /// <param name="names">At least one.</param>
    /// <param name="most">So many are named.</param>
    /// <param name="noun">What they are, in the singular.</param>
    public static string Names(IReadOnlyList<string> names, int most, string noun) => names.Count switch
    {
        1 => names[0],
        _ when names.Count > most => $"{string.Join(", ", names.Take(most))} and {NumberText.Counted(names.Count - most, $"more {noun}")}",
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };
}
