namespace Segmentation;

/// <summary>Finds the name that someone meant when they misspelt it.</summary>
public static class Spelling
{
    /// <summary>
    /// The candidate nearest to <paramref name="text"/> by edit distance without regard to case, or null when none is
    /// near (more than a third of the letters would have to change). Of equally near ones, the first.
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(candidates);
        string? nearest = null;
        int smallest = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int distance = EditDistance(text.ToUpperInvariant(), candidate.ToUpperInvariant());
            int allowed = Math.Max(1, Math.Max(text.Length, candidate.Length) / 3);
            if (distance <= allowed && distance < smallest)
            {
                (nearest, smallest) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>" Did you mean 'X'?" with a leading space, or nothing when no candidate is near.</summary>
    public static string DidYouMean(string text, IEnumerable<string> candidates) =>
        Nearest(text, candidates) is string nearest ? $" Did you mean '{nearest}'?" : string.Empty;

    /// <summary>Damerau-Levenshtein distance in its restricted form (optimal string alignment).</summary>
    private static int EditDistance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }
}
