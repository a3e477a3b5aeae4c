using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// K-Means by mini batches (Sculley 2010): centroids move after each small batch of rows drawn at random, each by its
/// own learning rate, so that many rows need few passes. The inertia comes out somewhat above that of
/// <see cref="KMeans"/>. The start, the reassignment of starved centroids and the early stop are scikit-learn's
/// (<c>MiniBatchKMeans</c> 1.2). The same options and rows give the same bits on any machine and any number of threads.
/// </summary>
/// <remarks>
/// The labels and the inertia of the model are exact: every row belongs to the nearest of the final centroids. These are
/// means over the batches, not over the rows, unless <see cref="FullIterations"/> says otherwise. A row of weight 3 is
/// drawn as often as any other and counts as three.
/// </remarks>
/// <example>
/// <code>
/// KMeansModel model = new MiniBatchKMeans(5) { Seed = 7 }.Fit(matrix);
/// </code>
/// </example>
public sealed record MiniBatchKMeans : IClusterer<KMeansModel>
{
    /// <summary>Makes a clusterer for k clusters.</summary>
    /// <param name="clusterCount">k, at least 1.</param>
    public MiniBatchKMeans(int clusterCount)
    {
        ClusterCount = clusterCount;
    }

    /// <summary>The number of clusters, k; at least 1 and at most the number of different rows.</summary>
    public int ClusterCount
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(ClusterCount));
    }

    /// <summary>Where the random numbers start; default 42. The same seed gives the same model.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>
    /// The rows drawn for one move of the centroids, with replacement; default 1,024, at least 1. No more than there are rows
    /// are drawn.
    /// </summary>
    public int BatchSize
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(BatchSize));
    } = 1024;

    /// <summary>
    /// How many starts are made, each from a sample of its own; the batches go on from the one with the lowest inertia over
    /// a further sample. Default 3, at least 1.
    /// </summary>
    public int Restarts
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Restarts));
    } = 3;

    /// <summary>
    /// The rows of a sample that a start is made from; never fewer than three times <see cref="ClusterCount"/>. Default
    /// null: three times <see cref="BatchSize"/>. All rows are taken where there are no more.
    /// </summary>
    public int? SampleSize
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(1, given, nameof(SampleSize)) : null;
    }

    /// <summary>The most batches, in passes: as many as hold this many times the number of rows. Default 100, at least 1.</summary>
    public int MaxEpochs
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MaxEpochs));
    } = 100;

    /// <summary>
    /// Stop when the smoothed inertia of the batches has not fallen for this many batches in a row; default 10, at least 1;
    /// null goes on to <see cref="MaxEpochs"/>.
    /// </summary>
    public int? Patience
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(1, given, nameof(Patience)) : null;
    } = 10;

    /// <summary>
    /// A centroid that has drawn less than this share of what the strongest one has is moved onto a row of the batch;
    /// default 0.01; 0 moves none. From 0 up to 1.
    /// </summary>
    public double ReassignmentRatio
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(ReassignmentRatio), value, "ReassignmentRatio is a share from 0 to 1.");
    } = 0.01;

    /// <summary>
    /// Iterations of <see cref="KMeans"/> over all rows that follow the batches; default 0, which keeps the batches'
    /// centroids.
    /// </summary>
    public int FullIterations
    {
        get;
        init => field = OptionRange.AtLeast(0, value, nameof(FullIterations));
    }

    /// <summary>How many threads may work; default one for each processor. It changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>Clusters the rows by batches, then gives every row its label.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="progress">
    /// Is told each batch, as an iteration, with its inertia projected onto all rows; may be null.
    /// </param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The model; its iterations are the batches (and the full iterations), and it has converged when they ended before
    /// <see cref="MaxEpochs"/>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// There are fewer different rows than clusters, or the values lie so far apart that squared distances overflow.
    /// </exception>
    public KMeansModel Fit(
        FeatureMatrix matrix, IProgress<ClusteringProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(matrix);
        Xoshiro256StarStar random = new(Seed);
        double[] start = new MiniBatchStart(this, matrix, random).Best(cancellationToken);
        (double[] centroids, int batches, bool converged) = Refine(start, matrix, random, progress, cancellationToken);
        if (FullIterations == 0)
        {
            return new ExactLabels(matrix, Threads).Model(centroids, batches, converged, cancellationToken);
        }

        KMeansModel model = new KMeans(ClusterCount) { MaxIterations = FullIterations, Threads = Threads }
            .FitFrom(matrix, FeatureMatrix.Owning(matrix.FeatureNames, centroids), null, cancellationToken);
        return new KMeansModel(model.LabelArray, [.. model.Sizes], model.Centroids, model.Inertia, batches + model.Iterations, model.Converged);
    }

    private (double[] Centroids, int Batches, bool Converged) Refine(
        double[] start,
        FeatureMatrix matrix,
        Xoshiro256StarStar random,
        IProgress<ClusteringProgress>? progress,
        CancellationToken cancellationToken)
    {
        MiniBatchMoves moves = new(matrix, start, ReassignmentRatio, Threads);
        int[] batch = new int[Math.Min(BatchSize, matrix.RowCount)];
        SmoothedInertia smoothed = new(2.0 * batch.Length / (matrix.RowCount + 1.0), Patience);
        long most = Math.Max(1, (long)MaxEpochs * matrix.RowCount / batch.Length);
        int batches = 0;
        while (batches < Math.Min(most, int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < batch.Length; i++)
            {
                batch[i] = random.Next(matrix.RowCount);
            }

            double inertia = moves.Move(batch, random, cancellationToken);
            batches++;
            progress?.Report(new ClusteringProgress(1, 1, batches, inertia / batch.Length * matrix.RowCount));

            // The first batch measures the start.
            if (batches > 1 && smoothed.HasSettled(inertia / batch.Length))
            {
                return (moves.Centroids, batches, true);
            }
        }

        return (moves.Centroids, batches, false);
    }

    private void Check(FeatureMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        DistinctRows.Check(ClusterCount, matrix);
        DistanceOverflow.Check(matrix);
    }

    /// <summary>An exponentially weighted mean of the batches' inertias, and how long it has not fallen.</summary>
    private sealed class SmoothedInertia(double share, int? patience)
    {
        private double? mean;
        private double lowest = double.PositiveInfinity;
        private int sinceLowest;

        /// <summary>Takes up the mean squared distance in one more batch; whether the patience is at its end.</summary>
        public bool HasSettled(double inertia)
        {
            double weight = Math.Min(share, 1);
            mean = mean is double known ? (known * (1 - weight)) + (inertia * weight) : inertia;
            (lowest, sinceLowest) = mean < lowest ? (mean.Value, 0) : (lowest, sinceLowest + 1);
            return sinceLowest >= patience;
        }
    }
}
