namespace Segmentation;

/// <summary>Checks the columns that are asked of a stream against those that it has.</summary>
internal static class StreamedColumns
{
    public static string[] CheckedFeatures(IReadOnlyList<string> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count == 0)
        {
            throw new ArgumentException("Name at least one column as a feature.", nameof(features));
        }

        return features.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: string twice }
            ? throw new ArgumentException($"Feature '{twice}' is listed twice.", nameof(features))
            : [.. features];
    }

    /// <summary>Where a column stands, 0-based.</summary>
    /// <exception cref="DataException">It stands nowhere, or twice.</exception>
    public static int IndexOf(string name, string[] names, string source)
    {
        int index = Array.IndexOf(names, name);
        return index < 0
            ? throw new DataException(
                source, null, $"no column named '{name}'.{Spelling.DidYouMean(name, names)} Columns: {string.Join(", ", names)}.")
            : Array.LastIndexOf(names, name) == index
                ? index
                : throw new DataException(source, null, $"two columns are called '{name}'.");
    }
}
