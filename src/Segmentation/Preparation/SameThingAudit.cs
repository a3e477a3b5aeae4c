using static System.FormattableString;

namespace Segmentation;

/// <summary>Columns that say the same thing, which counts as often as it is said: one finding for all that hang together.</summary>
internal static class SameThingAudit
{
    private const double SameCorrelation = 0.95;
    private const int FewestRows = 5;
    private const int MostNamed = 3;

    /// <summary>Features of different columns that are nearly straight lines of each other; a pair of categories is one finding.</summary>
    public static IEnumerable<AuditFinding> Of(AuditedFeatures features)
    {
        if (features.Rows.Length < FewestRows)
        {
            yield break;
        }

        NumericColumn[] numbers = [.. Enumerable.Range(0, features.Features.Count).Select(j => new NumericColumn(features.Features[j].Name, features[j]))];
        CorrelationMatrix pearson = CorrelationMatrix.Of(CorrelationMethod.Pearson, numbers);
        IReadOnlyList<int[]> blocks = ConnectedBlocks.Of(
            numbers.Length,
            (i, j) => Column(i) != Column(j) && pearson[i, j] is double r && Math.Abs(r) > SameCorrelation);
        foreach (IGrouping<string, int[]> group in blocks.GroupBy(block => string.Join('\n', Columns(block)), StringComparer.Ordinal))
        {
            yield return Finding([.. group], Columns(group.First()));
        }

        string Column(int feature) => features.Features[feature].Column;

        string[] Columns(int[] block) => [.. block.Select(Column).Distinct(StringComparer.Ordinal)];

        AuditFinding Finding(int[][] group, string[] columns)
        {
            (int One, int Other)[] pairs = [.. group.SelectMany(ConnectedBlocks.Pairs).Where(pair => Column(pair.One) != Column(pair.Other))];
            double[] correlations = [.. pairs.Select(pair => pearson[pair.One, pair.Other] ?? 0)];
            double[] sizes = [.. correlations.Select(Math.Abs)];
            string how = pairs.Length == 1
                ? Invariant($"correlation {correlations[0]:0.000}")
                : CorrelationFindings.Sizes(sizes);
            string times = columns.Length == 2 ? "twice" : $"{columns.Length} times";
            string leave = columns.Length == 2 ? "one" : "all but one";
            return new AuditFinding(
                AuditKind.SameThing,
                columns,
                Invariant($"{Names(group, columns)} say the same thing ({how}), so it counts {times}: as much as a single feature of weight {Math.Sqrt(columns.Length):0.00}. Leave {leave} out."),
                new Dictionary<string, double> { ["correlation"] = pairs.Length == 1 ? correlations[0] : sizes.Min(), ["columns"] = columns.Length });
        }

        // Of a category of which only one value goes with another column the value is named, else the columns are.
        string Names(int[][] group, string[] columns)
        {
            int all = features.Columns.Where(column => columns.Contains(column.Key)).Sum(column => column.Count());
            bool whole = group.Length > 1 || group[0].Length == all;
            string[] names = whole ? columns : [.. group[0].Select(feature => features.Features[feature].Name)];
            string[] quoted = [.. names.Take(names.Length == MostNamed + 1 ? names.Length : MostNamed).Select(name => $"'{name}'")];
            return quoted.Length < names.Length
                ? $"{string.Join(", ", quoted)} and {names.Length - quoted.Length} more"
                : $"{string.Join(", ", quoted[..^1])} and {quoted[^1]}";
        }
    }
}
