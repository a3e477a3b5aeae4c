namespace Segmentation;

/// <summary>Names the levels of a category that very few rows have, such as a joke or a slip of the pen.</summary>
internal static class RareLevels
{
    private const int FewestRows = 100;
    private const int MostLevels = 50;
    private const int MostRows = 10;
    private const double RareShare = 0.005;
    private const int MostNamed = 5;

    /// <summary>The finding; null where no level is rare, or most are, as towns are.</summary>
    public static Finding? Of(CategoricalSummary summary)
    {
        LevelCount[] rare = [.. summary.Levels.Where(level => level.Count < MostRows && level.Share <= RareShare)];
        if (rare.Length == 0 || 2 * rare.Length > summary.Levels.Count || summary.Count < FewestRows || summary.Levels.Count > MostLevels)
        {
            return null;
        }

        string named = Listed.Names([.. rare.Select(level => $"'{level.Level}' ({NumberText.Counted(level.Count, "row")})")], MostNamed, "level");
        return new Finding(
            FindingKind.RareLevels,
            [summary.Name],
            $"{named} of '{summary.Name}' {(rare.Length == 1 ? "is" : "are")} rare among {NumberText.Counted(summary.Count, "row")}. Correct what is a mistake; as a category (--encode \"{summary.Name}=onehot\") what is rare counts as 'other'.")
        { Count = rare.Sum(level => level.Count) };
    }
}
