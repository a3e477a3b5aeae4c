namespace Segmentation;

/// <summary>The option that takes a text as missing.</summary>
internal static class MissingText
{
    /// <summary>
    /// The option as it is typed. It replaces the texts that mean missing otherwise, so that those which the file has are among
    /// its own.
    /// </summary>
    public static string Option(CustomerTable table, params string[] texts)
    {
        IEnumerable<string> used = table.LoadReport?.MissingTokens.Values.SelectMany(tokens => tokens.Keys).Where(token => token.Length > 0) ?? [];
        string list = string.Join(',', used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Concat(texts).Distinct(StringComparer.Ordinal));
        return list.StartsWith('-') || list.Contains('?', StringComparison.Ordinal) || list.Contains(' ', StringComparison.Ordinal)
            ? $"--missing-text=\"{list}\""
            : $"--missing-text {list}";
    }
}
