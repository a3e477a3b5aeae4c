namespace Segmentation;

/// <summary>
/// Why columns were left out, in few sentences where they are many. Those that would cost most of the rows are told with the
/// data (<see cref="DataUse"/>).
/// </summary>
internal static class ExcludedText
{
    /// <summary>So many reasons of a kind are given one by one.</summary>
    private const int MostAlone = 2;

    private const int MostNamed = 4;

    public static IEnumerable<string> Of(FittedPreprocessor preprocessor) => preprocessor.Exclusions.Count == 0
        ? preprocessor.Excluded
        : preprocessor.Exclusions.Where(exclusion => exclusion.Kind != ExclusionKind.Sparse).GroupBy(exclusion => exclusion.Kind)
            .SelectMany(kind => kind.Count() <= MostAlone ? kind.Select(exclusion => exclusion.Sentence) : [Merged(kind.Key, [.. kind])]);

    private static string Merged(ExclusionKind kind, Exclusion[] exclusions)
    {
        string[] names = [.. exclusions.Select(exclusion => $"'{exclusion.Column}'").Distinct()];
        string listed = names.Length == 1 ? names[0]
            : names.Length > MostNamed ? $"{string.Join(", ", names.Take(MostNamed - 1))} and {names.Length - MostNamed + 1} more"
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        return kind switch
        {
            ExclusionKind.Id => $"{exclusions.Length} columns look like ids and are left out: {listed}.",
            _ => $"{exclusions.Length} features have one value only, so they cannot tell customers apart: of {listed}.",
        };
    }
}
