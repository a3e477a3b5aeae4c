namespace Segmentation;

/// <summary>A split of a leaf into two, each for the cluster whose centroid suits its rows best.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Low">The largest number that goes below.</param>
/// <param name="High">The smallest that goes above.</param>
/// <param name="Saving">What the squared distances to the leaf's centroid shrink by.</param>
/// <param name="Below">The cluster of the rows below.</param>
/// <param name="Above">The cluster of the rows above.</param>
internal sealed record SavingSplit(int Feature, double Low, double High, double Saving, int Below, int Above);

/// <summary>
/// The split of a leaf that saves most squared distance (Frost et al. 2020, Algorithm 2), over the clusters that the leaf
/// has rows of: a leaf for a segment that nobody in it belongs to would explain nothing.
/// </summary>
internal sealed class SavingSearch
{
    /// <summary>What adding up a million distances may leave of their sum: less is no saving.</summary>
    private const double Noise = 1e-10;

    private readonly RuleRows rows;
    private readonly SortedRows sorted;
    private readonly int threads;
    private readonly CancellationToken cancellationToken;

    /// <summary>Where the distances of each row stand while its leaf is searched.</summary>
    private readonly int[] places;

    public SavingSearch(RuleRows rows, SortedRows sorted, int threads, CancellationToken cancellationToken)
    {
        this.rows = rows;
        this.sorted = sorted;
        this.threads = threads;
        this.cancellationToken = cancellationToken;
        places = new int[rows.RowCount];
    }

    /// <summary>The best split of a leaf; null where none saves anything, or its distances would not fit an array.</summary>
    public SavingSplit? Best(GrowingNode leaf)
    {
        int[] clusters = ClustersIn(leaf);
        if (clusters.Length == 1 || (long)leaf.Count * clusters.Length > Array.MaxLength)
        {
            return null;
        }

        double[] distances = Distances(leaf, clusters);
        SavingSplit?[] splits = new SavingSplit?[rows.Features.Length];
        sorted.ForEachFeature(leaf.Count, feature => splits[feature] = BestOf(feature, leaf, clusters, distances), cancellationToken);
        SavingSplit? best = null;
        foreach (SavingSplit? split in splits)
        {
            best = split is not null && split.Saving > (best?.Saving ?? 0) ? split : best;
        }

        return best;
    }

    /// <summary>The clusters of its rows and the one that it stands for, rising.</summary>
    private int[] ClustersIn(GrowingNode leaf)
    {
        bool[] isHere = new bool[rows.ClusterCount];
        isHere[leaf.Cluster] = true;
        foreach (int row in sorted.By(0, leaf.Start, leaf.End))
        {
            isHere[rows.Labels[row]] = true;
        }

        return [.. Enumerable.Range(0, isHere.Length).Where(cluster => isHere[cluster])];
    }

    /// <summary>The squared distances of the leaf's rows to these centroids, one row's after the other.</summary>
    private double[] Distances(GrowingNode leaf, int[] clusters)
    {
        double[] distances = new double[leaf.Count * clusters.Length];
        new FixedChunks(leaf.Count, threads).ForEach(
            (_, start, end) =>
            {
                ReadOnlySpan<int> order = sorted.By(0, leaf.Start, leaf.End);
                for (int place = start; place < end; place++)
                {
                    places[order[place]] = place;
                    for (int i = 0; i < clusters.Length; i++)
                    {
                        distances[(place * clusters.Length) + i] = rows.Distance(order[place], clusters[i]);
                    }
                }
            },
            cancellationToken);
        return distances;
    }

    private SavingSplit? BestOf(int feature, GrowingNode leaf, int[] clusters, double[] distances)
    {
        ReadOnlySpan<double> values = rows.Features[feature].Values;
        ReadOnlySpan<int> order = sorted.By(feature, leaf.Start, leaf.End);
        double[] all = new double[clusters.Length];
        foreach (int row in order)
        {
            Add(all, distances, places[row]);
        }

        double cost = all[Array.IndexOf(clusters, leaf.Cluster)];
        double[] below = new double[clusters.Length];
        double most = Noise * cost;
        SavingSplit? best = null;
        for (int i = 0; i < order.Length - 1; i++)
        {
            Add(below, distances, places[order[i]]);
            double value = values[order[i]];
            double next = values[order[i + 1]];
            if (value == next)
            {
                continue;
            }

            (int low, int high, double rest) = Cheapest(below, all);
            if (low != high && cost - rest > most)
            {
                most = cost - rest;
                best = new SavingSplit(feature, value, next, most, clusters[low], clusters[high]);
            }
        }

        return best;
    }

    private static void Add(double[] sums, double[] distances, int place)
    {
        ReadOnlySpan<double> own = distances.AsSpan(place * sums.Length, sums.Length);
        for (int i = 0; i < own.Length; i++)
        {
            sums[i] += own[i];
        }
    }

    /// <summary>The cheapest centroid for the rows below, that for the others, and what both cost; of equal ones the first.</summary>
    private static (int Below, int Above, double Cost) Cheapest(double[] below, double[] all)
    {
        int low = 0;
        int high = 0;
        for (int i = 1; i < all.Length; i++)
        {
            low = below[i] < below[low] ? i : low;
            high = all[i] - below[i] < all[high] - below[high] ? i : high;
        }

        return (low, high, below[low] + (all[high] - below[high]));
    }
}
