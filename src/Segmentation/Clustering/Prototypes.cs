namespace Segmentation;

/// <summary>k prototypes: the means of numbers and the modes of categories.</summary>
internal sealed class Prototypes
{
    private readonly MixedMatrix matrix;
    private readonly int[] modes;

    private Prototypes(MixedMatrix matrix, double[] centroids, int[] modes, int[] sizes)
    {
        this.matrix = matrix;
        this.modes = modes;
        Centroids = centroids;
        Sizes = sizes;
    }

    /// <summary>The means, k x d.</summary>
    public double[] Centroids { get; }

    /// <summary>The rows of each cluster.</summary>
    public int[] Sizes { get; }

    private int CategoryCount => matrix.Categories.Count;

    /// <summary>The means and modes of labelled rows, every cluster of which has a row.</summary>
    public static Prototypes Of(MixedMatrix matrix, int[] labels, int clusterCount)
    {
        int d = matrix.Numbers.FeatureCount;
        int m = matrix.Categories.Count;
        double[] centroids = new double[clusterCount * d];
        int[] sizes = new int[clusterCount];
        for (int row = 0; row < labels.Length; row++)
        {
            sizes[labels[row]]++;
            ReadOnlySpan<double> numbers = matrix.Numbers.Row(row);
            for (int j = 0; j < d; j++)
            {
                centroids[(labels[row] * d) + j] += numbers[j];
            }
        }

        for (int i = 0; i < centroids.Length; i++)
        {
            centroids[i] /= sizes[i / d];
        }

        int[] modes = new int[clusterCount * m];
        for (int category = 0; category < m; category++)
        {
            int[] ofCluster = ModesOf(matrix.Categories[category], labels, clusterCount);
            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                modes[(cluster * m) + category] = ofCluster[cluster];
            }
        }

        return new Prototypes(matrix, centroids, modes, sizes);
    }

    /// <summary>Rows themselves as prototypes.</summary>
    public static Prototypes OfRows(MixedMatrix matrix, int[] rows) => new(
        matrix,
        [.. rows.SelectMany(row => matrix.Numbers.Row(row).ToArray())],
        [.. rows.SelectMany(row => matrix.Categories.Select(column => column.Codes[row]))],
        [.. rows.Select(_ => 1)]);

    public Prototypes InOrder(int[] order) => new(
        matrix,
        ClusterOrder.Apply(order, Centroids),
        CategoryCount == 0 ? modes : ClusterOrder.Apply(order, modes),
        ClusterOrder.Apply(order, Sizes));

    public double Distance(int row, int cluster, double gamma)
    {
        int d = matrix.Numbers.FeatureCount;
        return SquaredDistance.Between(matrix.Numbers.Row(row), Centroids.AsSpan(cluster * d, d)) + (gamma * MismatchesOf(row, cluster));
    }

    /// <summary>The squared distances and the mismatches of all rows, in row order.</summary>
    public (double Inertia, int Mismatches) CostOf(int[] labels)
    {
        double inertia = 0;
        int mismatches = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            inertia += Distance(row, labels[row], 0);
            mismatches += MismatchesOf(row, labels[row]);
        }

        return (inertia, mismatches);
    }

    public IReadOnlyList<IReadOnlyList<string?>> ModeTexts() =>
    [
        .. Enumerable.Range(0, Sizes.Length).Select(cluster => (IReadOnlyList<string?>)
        [
            .. matrix.Categories.Select((column, category) =>
                modes[(cluster * CategoryCount) + category] is int code and >= 0 ? column.Levels[code] : null),
        ]),
    ];

    private int MismatchesOf(int row, int cluster)
    {
        int mismatches = 0;
        for (int category = 0; category < CategoryCount; category++)
        {
            int code = matrix.Categories[category].Codes[row];
            mismatches += code >= 0 && code == modes[(cluster * CategoryCount) + category] ? 0 : 1;
        }

        return mismatches;
    }

    /// <summary>The most frequent level of each cluster, of equally frequent ones the first; -1 where all cells are missing.</summary>
    private static int[] ModesOf(CategoricalColumn column, int[] labels, int clusterCount)
    {
        int levels = column.Levels.Count;
        int[] counts = new int[clusterCount * levels];
        ReadOnlySpan<int> codes = column.Codes;
        for (int row = 0; row < labels.Length; row++)
        {
            if (codes[row] >= 0)
            {
                counts[(labels[row] * levels) + codes[row]]++;
            }
        }

        int[] modes = new int[clusterCount];
        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            ReadOnlySpan<int> own = counts.AsSpan(cluster * levels, levels);
            int most = 0;
            modes[cluster] = -1;
            for (int code = 0; code < levels; code++)
            {
                if (own[code] > most)
                {
                    (most, modes[cluster]) = (own[code], code);
                }
            }
        }

        return modes;
    }
}
