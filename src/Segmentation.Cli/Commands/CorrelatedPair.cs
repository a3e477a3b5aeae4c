namespace Segmentation.Cli.Commands;

/// <summary>Two numeric columns and how they go together.</summary>
internal sealed record CorrelatedPair(string Column, string OtherColumn, double? Pearson, double? Spearman)
{
    /// <summary>Every pair once, in table order.</summary>
    public static IReadOnlyList<CorrelatedPair> AllOf(TableSummary summary)
    {
        IReadOnlyList<string> names = summary.Pearson.ColumnNames;
        List<CorrelatedPair> pairs = [];
        for (int i = 0; i < names.Count; i++)
        {
            for (int j = i + 1; j < names.Count; j++)
            {
                pairs.Add(new CorrelatedPair(names[i], names[j], summary.Pearson[i, j], summary.Spearman[i, j]));
            }
        }

        return pairs;
    }
}
