namespace Segmentation;

/// <summary>Tells categories from free text and from ids by the number of their levels.</summary>
internal static class WordKind
{
    private const int AlwaysCategories = 20;
    private const int MostCategories = 500;
    private const int MostCodeCategories = 50;

    /// <summary>Up to 20 levels are categories, and up to 500 where each stands in two rows on average; else text.</summary>
    public static ColumnKind OfTexts(int levels, int presentRows) =>
        levels <= AlwaysCategories || (levels <= MostCategories && 2 * levels <= presentRows)
            ? ColumnKind.Categorical
            : ColumnKind.Text;

    /// <summary>Up to 50 codes are categories where each stands in two rows on average; else ids.</summary>
    public static ColumnKind OfCodes(int levels, int presentRows) =>
        levels <= MostCodeCategories && 2 * levels <= presentRows ? ColumnKind.Categorical : ColumnKind.Id;

    /// <summary>
    /// Whether texts are such that their column's name may make them codes: most rows have one of their own, or at least
    /// half of the texts have a digit.
    /// </summary>
    public static bool MayBeCodes(IReadOnlyCollection<string> distinctTexts, int presentRows) =>
        2 * distinctTexts.Count > presentRows || 2 * distinctTexts.Count(text => text.Any(char.IsAsciiDigit)) >= distinctTexts.Count;
}
