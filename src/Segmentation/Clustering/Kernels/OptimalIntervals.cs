using System.Runtime.CompilerServices;

namespace Segmentation;

/// <summary>
/// K-Means in one dimension, solved exactly and for every number of clusters at once. The clusters of an optimum are
/// intervals of the sorted values, so dynamic programming over the last interval's start finds it (Wang and Song 2011);
/// because that start never moves back when values are appended, halving the values leaves little to look at, m log m
/// steps a cluster for m different values (Song and Zhong 2020). Of equally good last intervals the shortest is taken.
/// </summary>
internal sealed class OptimalIntervals
{
    /// <summary>The most starts that are kept, 4 bytes each: 1 GB.</summary>
    private const long MostStarts = 1L << 28;

    /// <summary>What was solved, for as long as the rows live.</summary>
    private static readonly ConditionalWeakTable<FeatureMatrix, OptimalIntervals> Solved = [];

    private readonly double[] values;
    private readonly double[] weights;

    /// <summary>At [c][e] where the last of c + 1 intervals starts that end with value e; nothing for one interval.</summary>
    private readonly int[][] starts;

    private OptimalIntervals(double[] values, double[] weights, int maxClusters)
    {
        this.values = values;
        this.weights = weights;
        starts = new int[maxClusters][];
    }

    /// <summary>The most clusters it was solved for: those asked for, or as many as there are different values.</summary>
    public int MaxClusters => starts.Length;

    /// <summary>
    /// Solves the rows for 1 to <paramref name="maxClusters"/> clusters. Takes 4 bytes for each cluster and different
    /// value, and about 100 for each different value.
    /// </summary>
    /// <param name="matrix">At least one row, of one feature; weights count; squared distances must fit a double.</param>
    /// <param name="maxClusters">The most clusters, at least 1.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// Null when clusters times different values exceed 268,435,456, for then it would take more than 1 GB.
    /// </returns>
    public static OptimalIntervals? Of(FeatureMatrix matrix, int maxClusters, CancellationToken cancellationToken)
    {
        (double[] values, double[] weights) = Distinct(matrix);
        maxClusters = Math.Min(maxClusters, values.Length);
        if ((long)maxClusters * values.Length > MostStarts)
        {
            return null;
        }

        cancellationToken.ThrowIfCancellationRequested();
        OptimalIntervals intervals = new(values, weights, maxClusters);
        intervals.Solve(cancellationToken);
        return intervals;
    }

    /// <summary>As <see cref="Of"/>, but a scan over many numbers of clusters solves the same rows only once.</summary>
    /// <param name="matrix">As for <see cref="Of"/>.</param>
    /// <param name="clusterCount">The clusters wanted now.</param>
    /// <param name="mostClusters">The most that will be wanted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static OptimalIntervals? Kept(FeatureMatrix matrix, int clusterCount, int mostClusters, CancellationToken cancellationToken)
    {
        if (Solved.TryGetValue(matrix, out OptimalIntervals? solved) && solved.MaxClusters >= clusterCount)
        {
            return solved;
        }

        solved = Of(matrix, Math.Max(clusterCount, mostClusters), cancellationToken) ?? Of(matrix, clusterCount, cancellationToken);
        if (solved is not null && mostClusters > clusterCount)
        {
            Solved.AddOrUpdate(matrix, solved);
        }

        return solved;
    }

    /// <summary>The means of the optimum's intervals, rising.</summary>
    /// <param name="clusterCount">From 1 to <see cref="MaxClusters"/>.</param>
    public double[] Centroids(int clusterCount) =>
        [.. Intervals(clusterCount).Select(interval => Mean(interval.Start, interval.End))];

    /// <summary>The weighted sum of squared distances to the centroids: no partition of the rows has a smaller one.</summary>
    /// <param name="clusterCount">From 1 to <see cref="MaxClusters"/>.</param>
    public double Inertia(int clusterCount)
    {
        double inertia = 0;
        foreach ((int start, int end) in Intervals(clusterCount))
        {
            double mean = Mean(start, end);
            double cost = 0;
            for (int i = start; i <= end; i++)
            {
                cost += weights[i] * (values[i] - mean) * (values[i] - mean);
            }

            inertia += cost;
        }

        return inertia;
    }

    /// <summary>The different values, rising, and the weight of all rows that have each.</summary>
    private static (double[] Values, double[] Weights) Distinct(FeatureMatrix matrix)
    {
        double[] sorted = matrix.Values.ToArray();
        double[] sortedWeights = matrix.RowWeights.IsEmpty ? [] : matrix.RowWeights.ToArray();
        if (sortedWeights.Length == 0)
        {
            Array.Sort(sorted);
        }
        else
        {
            Array.Sort(sorted, sortedWeights);
        }

        double[] weights = new double[sorted.Length];
        int last = -1;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (last < 0 || sorted[i] != sorted[last])
            {
                sorted[++last] = sorted[i];
            }

            weights[last] += sortedWeights.Length == 0 ? 1 : sortedWeights[i];
        }

        return (sorted[..(last + 1)], weights[..(last + 1)]);
    }

    private void Solve(CancellationToken cancellationToken)
    {
        IntervalCosts costs = new(values, weights);
        int last = values.Length - 1;
        double[] fewer = [.. Enumerable.Range(0, values.Length).Select(end => costs.Of(0, end))];
        double[] best = new double[values.Length];
        for (int cluster = 1; cluster < MaxClusters; cluster++)
        {
            starts[cluster] = new int[values.Length];

            // With no further cluster to come, only the intervals of all values are wanted.
            int first = cluster == MaxClusters - 1 ? last : cluster;
            Fill(starts[cluster], costs, fewer, best, (first, last), (cluster, last), cancellationToken);
            (fewer, best) = (best, fewer);
        }
    }

    /// <summary>Finds the start of the last interval for some ends, knowing between which values it lies.</summary>
    /// <param name="found">Is filled with the starts.</param>
    /// <param name="costs">What an interval costs.</param>
    /// <param name="fewer">The least cost of the values up to each end with one interval fewer.</param>
    /// <param name="best">Is filled with the least cost of the values up to each end.</param>
    /// <param name="ends">The ends to find the start for; both included.</param>
    /// <param name="among">The lowest and the highest start.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    private static void Fill(
        int[] found,
        IntervalCosts costs,
        double[] fewer,
        double[] best,
        (int First, int Last) ends,
        (int Low, int High) among,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int end = ends.First + ((ends.Last - ends.First) / 2);
        (int Start, double Cost) least = (-1, double.PositiveInfinity);
        for (int start = Math.Min(end, among.High); start >= among.Low; start--)
        {
            double own = costs.Of(start, end);
            if (own > least.Cost)
            {
                break; // a longer interval costs no less
            }

            double cost = fewer[start - 1] + own;
            least = cost < least.Cost ? (start, cost) : least;
        }

        (found[end], best[end]) = least;
        if (ends.First < end)
        {
            Fill(found, costs, fewer, best, (ends.First, end - 1), (among.Low, least.Start), cancellationToken);
        }

        if (end < ends.Last)
        {
            Fill(found, costs, fewer, best, (end + 1, ends.Last), (least.Start, among.High), cancellationToken);
        }
    }

    /// <summary>The first and the last value of each interval, in rising order.</summary>
    private (int Start, int End)[] Intervals(int clusterCount)
    {
        (int Start, int End)[] intervals = new (int, int)[clusterCount];
        int end = values.Length - 1;
        for (int cluster = clusterCount - 1; cluster >= 0; cluster--)
        {
            int start = cluster == 0 ? 0 : starts[cluster][end];
            intervals[cluster] = (start, end);
            end = start - 1;
        }

        return intervals;
    }

    /// <summary>The weighted mean, taken from the first value so that a common offset costs no digits.</summary>
    private double Mean(int start, int end)
    {
        double sum = 0;
        double weight = 0;
        for (int i = start; i <= end; i++)
        {
            sum += weights[i] * (values[i] - values[start]);
            weight += weights[i];
        }

        return values[start] + (sum / weight);
    }
}
