namespace Segmentation;

/// <summary>
/// Looks beyond the range of a scan, on a sample and by two indices alone: the numbers of clusters there that deserve to be
/// tried on all rows and tested.
/// </summary>
internal static class CountsBeyond
{
    /// <summary>The rows that are looked at.</summary>
    private const int SampleSize = 2_000;

    /// <summary>Rows that each further cluster needs.</summary>
    private const int RowsPerCluster = 10;

    /// <summary>The candidates and their neighbours, rising, and the largest number that was looked at; none where nothing is to be had there.</summary>
    /// <param name="scan">The options.</param>
    /// <param name="matrix">The rows.</param>
    /// <param name="tried">What was tried, from 1 to the end of the range.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static (int[] Counts, int LookedTo) Find(
        ClusterCountScan scan, FeatureMatrix matrix, IReadOnlyList<CountTrial> tried, CancellationToken cancellationToken)
    {
        int end = tried[^1].ClusterCount;
        int limit = Math.Min(ClusterCountScan.MostBeyond, matrix.RowCount / RowsPerCluster);
        if (limit <= end || !ImprovesAtTheEnd(tried))
        {
            return ([], end);
        }

        FeatureMatrix sample = WeightedRowSample.Draw(matrix, SampleSize, scan.Seed);
        limit = DistinctRows.CountUpTo(Math.Min(limit, sample.RowCount / RowsPerCluster), sample);
        CountTrials trials = new(scan with { Clusterer = scan.Lighter }, sample, cancellationToken);
        int lookedTo = 0;
        int next = Math.Min(2 * end, limit);
        do
        {
            while (lookedTo < next && (lookedTo == 0 || !trials.IsExhausted))
            {
                trials.Try(++lookedTo, limit);
            }

            next = Math.Min(2 * lookedTo, limit);
        }
        while (lookedTo < next && !trials.IsExhausted && Best(trials.All, Width)?.ClusterCount == lookedTo);

        return (Candidates(trials.All, end), lookedTo);
    }

    /// <summary>
    /// Of all that were tried the best by silhouette, and the best by Calinski-Harabasz where it is no end of the range, for
    /// that index often rises with the number; those past a number, with their neighbours.
    /// </summary>
    public static int[] Candidates(IReadOnlyList<CountTrial> trials, int past)
    {
        int last = trials[^1].ClusterCount;
        int?[] best =
        [
            Best(trials, Width)?.ClusterCount,
            Best(trials, Ratio) is CountTrial ratio && ratio.ClusterCount < last ? ratio.ClusterCount : null,
        ];
        return
        [
            .. best.OfType<int>().Where(count => count > past)
                .SelectMany(count => new[] { count - 1, count, count + 1 })
                .Where(count => count > past && count <= last).Distinct().Order(),
        ];
    }

    private static bool ImprovesAtTheEnd(IReadOnlyList<CountTrial> tried)
    {
        CountTrial last = tried[^1];
        return new Func<CountTrial, double?>[] { Width, Ratio, trial => -trial.Score.DaviesBouldin }
            .Any(merit => ReferenceEquals(Best(tried, merit), last));
    }

    private static CountTrial? Best(IReadOnlyList<CountTrial> trials, Func<CountTrial, double?> merit) =>
        trials.Where(trial => merit(trial) is not null).MaxBy(trial => merit(trial)!.Value);

    private static double? Width(CountTrial trial) => trial.Score.Silhouette?.Value;

    private static double? Ratio(CountTrial trial) => trial.Score.CalinskiHarabasz;
}
