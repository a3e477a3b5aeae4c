namespace Segmentation;

/// <summary>Compares what the columns lack, and the levels that they have, with the training.</summary>
internal static class DriftOfColumns
{
    /// <summary>A report lists no more unseen levels of a column.</summary>
    private const int MostListed = 10;

    /// <summary>How many values each column lacks.</summary>
    /// <param name="training">The training.</param>
    /// <param name="sources">For each feature the column that it is made from.</param>
    /// <param name="table">The new customers.</param>
    /// <param name="falseAlarmRate">For all checks together.</param>
    public static MissingDrift[] Missing(
        TrainingStatistics training, string[] sources, CustomerTable table, double falseAlarmRate)
    {
        int trainingRows = training.RowsClustered + training.RowsDropped;
        DriftLevel level = LevelOf(training, sources, falseAlarmRate);
        return [.. sources.Index().DistinctBy(source => source.Item, StringComparer.Ordinal).Select(source =>
        {
            int old = training.Features[source.Index].Missing;
            int missing = table[source.Item].MissingCount;
            double oldShare = (double)old / trainingRows;
            double share = (double)missing / table.RowCount;
            double adjusted = level.Adjusted(DriftChance.OfShares(trainingRows, old, table.RowCount, missing));
            DriftVerdict verdict = DriftLimit.MissingShare.Of(Math.Abs(share - oldShare), level.IsMoreThanChance(adjusted));
            return new MissingDrift(source.Item, oldShare, missing, share, adjusted, verdict);
        })];
    }

    /// <summary>The levels that training did not have.</summary>
    public static LevelDrift[] Levels(
        TrainingStatistics training, string[] sources, CustomerTable table, double falseAlarmRate)
    {
        DriftLevel level = LevelOf(training, sources, falseAlarmRate);
        int trainingRows = training.RowsClustered + training.RowsDropped;
        return [.. training.Categories.Select(category =>
        {
            Dictionary<string, int> unseen = Unseen(category, table[category.Column]);
            int customers = unseen.Values.Sum();
            int once = category.Other + category.Levels.Count(known => known.Count == 1);
            int oldRows = Math.Max(1, trainingRows - category.Missing);
            int rows = table.RowCount - table[category.Column].MissingCount;
            double share = (double)customers / table.RowCount;
            double adjusted = customers == 0 ? 1 : level.Adjusted(DriftChance.OfBeyond(oldRows, Math.Min(once, oldRows), rows, customers));
            return new LevelDrift(
                category.Column,
                [.. unseen.OrderByDescending(found => found.Value).ThenBy(found => found.Key, StringComparer.Ordinal).Take(MostListed).Select(found => found.Key)],
                unseen.Count,
                customers,
                share,
                adjusted,
                DriftLimit.UnseenShare.Of(share, level.IsMoreThanChance(adjusted)));
        })];
    }

    private static DriftLevel LevelOf(TrainingStatistics training, string[] sources, double falseAlarmRate) =>
        new(falseAlarmRate, sources.Distinct(StringComparer.Ordinal).Count() + training.Categories.Count);

    private static Dictionary<string, int> Unseen(TrainingCategory category, Column column)
    {
        HashSet<string> known = [.. category.Levels.Select(level => level.Level)];
        Dictionary<string, int> unseen = new(StringComparer.Ordinal);
        for (int row = 0; row < column.RowCount; row++)
        {
            if (column.TextAt(row) is string level && !known.Contains(level))
            {
                unseen[level] = unseen.GetValueOrDefault(level) + 1;
            }
        }

        return unseen;
    }
}
