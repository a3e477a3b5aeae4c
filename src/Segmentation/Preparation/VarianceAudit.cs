using static System.FormattableString;

namespace Segmentation;

/// <summary>Which columns decide distances: K-Means makes the variance within segments small, so it goes where variance is.</summary>
internal static class VarianceAudit
{
    private const double MostShare = 0.5;

    /// <summary>How many times the mean of the others a column's variance must be, so that half of it among two columns is fine.</summary>
    private const double TimesTheOthers = 4;

    /// <summary>
    /// Columns of two values, and levels, whose split takes away more of the variance than the best split by any number: all
    /// of a 0/1 column's variance goes with one split, of a normal column 64% (2/pi) and of a uniform one 75%. Numbers that are
    /// the same in all rows that are looked at have no split to compare with.
    /// </summary>
    public static IEnumerable<AuditFinding> Dominating(AuditedFeatures features, Preprocessor options)
    {
        double[] shares = [.. Enumerable.Range(0, features.Features.Count).Select(features.ShareOfBestSplit)];
        bool[] two = [.. Enumerable.Range(0, shares.Length).Select(features.HasTwoValues)];
        int[] numbers = [.. Enumerable.Range(0, shares.Length).Where(j => !two[j] && shares[j] > 0)];
        if (numbers.Length == 0)
        {
            yield break;
        }

        int best = numbers.MaxBy(j => shares[j]);
        foreach (IGrouping<string, int> column in features.Columns)
        {
            int split = column.MaxBy(j => shares[j]);
            if (two[split] && shares[split] > shares[best])
            {
                double weight = RoundedDown(options.Weights.GetValueOrDefault(column.Key, 1) * Math.Sqrt(shares[best] / shares[split] / 2));
                yield return new AuditFinding(
                    AuditKind.DominatingColumn,
                    [column.Key],
                    Invariant($"'{column.Key}' will likely decide the segments, many of which would hold only one of its values: a split by '{features.Features[split].Name}' takes away {NumberText.Percent(shares[split])} of the variance that is clustered, the best split by a number ('{features.Features[best].Name}') {NumberText.Percent(shares[best])}{features.SampleNote}. Let it count less (--weight \"{column.Key}={weight}\"), or leave it out and compare the segments by it afterwards."),
                    new Dictionary<string, double>
                    {
                        ["splitShare"] = shares[split],
                        ["bestOtherSplitShare"] = shares[best],
                        ["suggestedWeight"] = weight,
                    });
            }
        }
    }

    /// <summary>A column with at least half of the variance, and four times as much as the others have on average.</summary>
    public static IEnumerable<AuditFinding> MostOfTheVariance(AuditedFeatures features)
    {
        (string Column, double Share)[] columns =
        [
            .. features.Columns.Select(column => (column.Key, column.Sum(j => features.Variances[j]) / features.TotalVariance)),
        ];
        foreach ((string column, double share) in columns)
        {
            if (columns.Length > 1 && share >= MostShare && share >= TimesTheOthers * (1 - share) / (columns.Length - 1))
            {
                string others = columns.Length == 2 ? "other column" : Invariant($"other {columns.Length - 1} together");
                yield return new AuditFinding(
                    AuditKind.MostOfTheVariance,
                    [column],
                    Invariant($"'{column}' has {NumberText.Percent(share)} of the variance that is clustered, the {others} {NumberText.Percent(1 - share)}: customers are compared by it almost alone. Bring the columns to one scale (--scale standard), or let it count less."),
                    new Dictionary<string, double> { ["varianceShare"] = share });
            }
        }
    }

    /// <summary>Two significant digits, never more than the number itself.</summary>
    private static double RoundedDown(double weight)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(weight)) - 1);
        return Math.Round(Math.Floor(weight / unit) * unit, 10);
    }
}
