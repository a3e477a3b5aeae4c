namespace Segmentation;

/// <summary>The report's heat maps, of the columns that tell the segments apart most.</summary>
internal static class ComparedPictures
{
    /// <summary>A heat map of more columns than this nobody reads.</summary>
    public const int MostNumbers = 12;

    /// <summary>Of categories, which take a row for each level.</summary>
    public const int MostCategories = 6;

    /// <summary>The means of the most telling numbers, in table order.</summary>
    /// <param name="profiles">The segments.</param>
    /// <param name="most">Of no more numbers than this.</param>
    public static Figure Means(IReadOnlyList<SegmentProfile> profiles, int most = MostNumbers)
    {
        int[] shown = [.. TellingColumns.Numbers(profiles).Take(most).Order()];
        return Chart.ProfileHeatMap([.. profiles.Select(profile => profile with { Numbers = [.. shown.Select(column => profile.Numbers[column])] })]);
    }

    /// <summary>The shares of categories, the most telling first.</summary>
    /// <param name="profiles">The segments.</param>
    /// <param name="most">Of no more categories than this.</param>
    public static Figure Shares(IReadOnlyList<SegmentProfile> profiles, int most = MostCategories)
    {
        int[] shown = [.. TellingColumns.Categories(profiles).Take(most)];
        return Chart.ShareHeatMap([.. profiles.Select(profile => profile with { Categories = [.. shown.Select(column => profile.Categories[column])] })]);
    }
}
