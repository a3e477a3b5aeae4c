using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// K-Prototypes (Huang 1998): clusters of numbers and categories together. A row's distance to a prototype is the squared
/// Euclidean distance of its numbers to the mean, and <see cref="Gamma"/> for each category that differs from the mode. The
/// same options and rows give the same bits on any machine and any number of threads.
/// </summary>
/// <remarks>
/// The first start is K-Means on the numbers; the further ones are prototypes drawn among the rows by k-means++ with the
/// mixed distance. With gamma 0 categories have no say, and the first start is the result: K-Means on the numbers.
/// </remarks>
/// <example>
/// <code>
/// MixedMatrix matrix = MixedMatrix.Of(fitted.Transform(table), table, "Gender");
/// KPrototypesModel model = new KPrototypes(5).Fit(matrix);
/// </code>
/// </example>
public sealed record KPrototypes
{
    /// <summary>Makes a clusterer for k clusters.</summary>
    /// <param name="clusterCount">k, at least 1.</param>
    public KPrototypes(int clusterCount)
    {
        ClusterCount = clusterCount;
    }

    /// <summary>The number of clusters, k; at least 1 and at most the number of rows that differ in their numbers.</summary>
    public int ClusterCount
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(ClusterCount));
    }

    /// <summary>
    /// What a category that differs from the mode counts, in squared units of the numbers; 0 or more. Default null: the mean
    /// of the numbers' population standard deviations, so 1 for standardised numbers.
    /// </summary>
    public double? Gamma
    {
        get;
        init => field = value is null || (value >= 0 && double.IsFinite(value.Value))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Gamma), value, "Gamma is 0 or a positive number.");
    }

    /// <summary>Where the random numbers start; default 42. The same seed gives the same model.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How many starts are made, the one with the lowest cost kept; default 10, at least 1.</summary>
    public int Restarts
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Restarts));
    } = 10;

    /// <summary>The most iterations of one start; default 300, at least 1.</summary>
    public int MaxIterations
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MaxIterations));
    } = 300;

    /// <summary>How many threads may work; default one for each processor. It changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Groups the rows.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">
    /// Fewer rows than clusters differ in their numbers, or the values lie so far apart that squared distances overflow.
    /// </exception>
    public KPrototypesModel Fit(MixedMatrix matrix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        double gamma = Gamma ?? MeanDeviation(matrix.Numbers);
        KMeansModel byNumbers = new KMeans(ClusterCount) { Seed = Seed, Restarts = Restarts, Threads = Threads }.Fit(matrix.Numbers, null, cancellationToken);
        PrototypeSearch search = new(matrix, gamma, ClusterCount, MaxIterations, cancellationToken);
        Xoshiro256StarStar random = new(Seed);
        int[] seeds = [.. Enumerable.Range(0, gamma == 0 || matrix.Categories.Count == 0 ? 1 : Restarts).Select(_ => random.Next())];
        PrototypeRun[] runs = new PrototypeRun[seeds.Length];
        FixedChunks.Run(
            runs.Length,
            Threads,
            i => runs[i] = i == 0 ? search.FromLabels(byNumbers.Labels) : search.FromRows(new Xoshiro256StarStar(seeds[i])),
            cancellationToken);
        return search.Numbered(runs.MinBy(run => run.Cost)!);
    }

    private static double MeanDeviation(FeatureMatrix matrix)
    {
        double sum = 0;
        for (int j = 0; j < matrix.FeatureCount; j++)
        {
            double[] sorted = new double[matrix.RowCount];
            for (int row = 0; row < sorted.Length; row++)
            {
                sorted[row] = matrix.Row(row)[j];
            }

            NumberSorting.Sort(sorted);
            sum += Moments.OfSorted(sorted).PopulationDeviation;
        }

        return sum / matrix.FeatureCount;
    }
}
