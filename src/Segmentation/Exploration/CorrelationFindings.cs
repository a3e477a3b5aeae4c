using static System.FormattableString;

namespace Segmentation;

/// <summary>Notices numeric columns that say nearly the same; a block of many is one finding and not one for each pair.</summary>
internal static class CorrelationFindings
{
    private const double Strong = 0.9;
    private const int MostNamed = 3;

    /// <summary>At five rows |r| > 0.9 is significant at the 5% level (two-sided); at fewer it is not.</summary>
    private const int FewestRows = 5;

    /// <param name="columns">All columns of the matrices.</param>
    /// <param name="isAsked">Which of them to look at.</param>
    /// <param name="pearson">Their correlations.</param>
    /// <param name="spearman">Those of their ranks.</param>
    public static IEnumerable<Finding> Of(
        NumericColumn[] columns, Func<NumericColumn, bool> isAsked, CorrelationMatrix pearson, CorrelationMatrix spearman)
    {
        int[] asked = [.. Enumerable.Range(0, columns.Length).Where(column => isAsked(columns[column]))];
        foreach (int[] block in ConnectedBlocks.Of(asked.Length, (i, j) =>
            Size(asked[i], asked[j]) > Strong && SharedRows(columns[asked[i]], columns[asked[j]]) >= FewestRows))
        {
            int[] members = [.. block.Select(member => asked[member])];
            yield return new Finding(
                FindingKind.StrongCorrelation, [.. members.Select(member => columns[member].Name)], members.Length == 2 ? OfPair(members[0], members[1]) : OfBlock(members));
        }

        double Size(int one, int other) => pearson[one, other] is double r && spearman[one, other] is double rho
            ? Math.Max(Math.Abs(r), Math.Abs(rho)) : 0;

        string OfPair(int one, int other) => Invariant(
            $"'{columns[one].Name}' and '{columns[other].Name}' say nearly the same: Pearson {pearson[one, other]:0.000}, Spearman {spearman[one, other]:0.000} over {SharedRows(columns[one], columns[other])} rows. Clustering on both counts it twice.");

        string OfBlock(int[] members)
        {
            double[] sizes = [.. ConnectedBlocks.Pairs(members).Select(pair => Size(pair.One, pair.Other))];
            int rows = ConnectedBlocks.Pairs(members).Min(pair => SharedRows(columns[pair.One], columns[pair.Other]));
            string names = string.Join(", ", members.Take(MostNamed).Select(member => $"'{columns[member].Name}'"));
            string others = members.Length == MostNamed ? string.Empty : $" and {members.Length - MostNamed} more";
            return Invariant(
                $"{names}{others}: each of these {members.Length} columns says nearly the same as another of them ({Sizes(sizes)} between any two, the larger of Pearson's and Spearman's, over {rows} rows or more). Clustering on all of them counts it {members.Length} times.");
        }
    }

    /// <summary>"correlations from 0.952 to 0.998 in size"; one number where both ends read the same.</summary>
    public static string Sizes(double[] sizes)
    {
        string least = Invariant($"{sizes.Min():0.000}");
        string most = Invariant($"{sizes.Max():0.000}");
        return least == most ? $"correlations of {least} in size" : $"correlations from {least} to {most} in size";
    }

    private static int SharedRows(NumericColumn column, NumericColumn otherColumn)
    {
        if (column.MissingCount + otherColumn.MissingCount == 0)
        {
            return column.RowCount;
        }

        int shared = 0;
        for (int row = 0; row < column.RowCount; row++)
        {
            shared += column.IsMissing(row) || otherColumn.IsMissing(row) ? 0 : 1;
        }

        return shared;
    }
}
