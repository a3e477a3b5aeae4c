using System.Diagnostics;

namespace Segmentation;

/// <summary>
/// K-Means over rows that do not fit into memory: <see cref="KMeans"/> clusters a sample, and from its centroids Lloyd's
/// algorithm goes over all rows, a pass an iteration, until nothing moves. The memory that is used does not depend on the
/// number of rows: it holds the sample, a block of rows, and k x d sums for each of the block's chunks.
/// </summary>
/// <remarks>
/// <para>
/// The iterations are those of <see cref="KMeans.FitFrom"/> on a matrix of the same rows in the same order, to the bit,
/// for any number of threads and any size of blocks. The pipeline in memory sorts customers by id first and the
/// stream takes them as they come: the sums then are rounded in another order, and results may differ in their
/// last bits, or, where the two end in different local minima, by more.
/// </para>
/// <para>
/// Rows that lack a feature are left out and counted, as <see cref="MissingValues.DropRows"/> does. Means and deviations are at
/// least as exact as in memory, but <see cref="Scaling.Robust"/> needs quantiles, which no pass in bounded memory finds
/// exactly: it is refused.
/// </para>
/// </remarks>
public sealed record StreamedKMeans
{
    /// <summary>Makes a clusterer for k clusters.</summary>
    /// <param name="clusterCount">k, at least 1.</param>
    public StreamedKMeans(int clusterCount)
    {
        ClusterCount = clusterCount;
    }

    /// <summary>The number of clusters, k; at least 1.</summary>
    public int ClusterCount
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(ClusterCount));
    }

    /// <summary>How features are brought to a common scale; standard by default, never robust.</summary>
    public Scaling Scaling
    {
        get;
        init => field = value is Scaling.Standard or Scaling.MinMax or Scaling.None
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(Scaling), value, "Scaling of a stream is Standard, MinMax or None: Robust needs quantiles, for which all rows would have to be kept.");
    } = Scaling.Standard;

    /// <summary>Where the random numbers of the sample and its clustering start; default 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>The most iterations over all rows, each a pass; default 300, at least 1.</summary>
    public int MaxIterations
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MaxIterations));
    } = 300;

    /// <summary>As <see cref="KMeans.Tolerance"/>; default 0: go on until no label changes.</summary>
    public double Tolerance
    {
        get;
        init => field = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "Tolerance is a share: 0 or a positive number.");
    }

    /// <summary>How many threads may work; default one for each processor. It changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>The rows kept to find the start; default 50,000, at least 1 and at least <see cref="ClusterCount"/> different ones.</summary>
    public int SampleSize
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(SampleSize));
    } = 50_000;

    /// <summary>
    /// The rows read before they are computed with, rounded up to a multiple of 4,096; default 65,536, at least 1. It changes the
    /// memory and the time, never the result.
    /// </summary>
    public int BlockRows
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(BlockRows));
    } = 1 << 16;

    /// <summary>Finds scales and a start in one pass, then iterates.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="progress">Is told how far each pass is; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataException">
    /// The rows cannot be read or change between passes; none is complete; a feature is constant; the sample has fewer different
    /// rows than clusters; values are so large that squared distances overflow.
    /// </exception>
    public StreamedKMeansModel Fit(
        IStreamedRows rows, IProgress<StreamedProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Stopwatch stopwatch = Stopwatch.StartNew();
        StreamedPasses passes = new(rows, BlockRows, progress);
        StreamedStatistics statistics = StreamedMeasuring.Run(passes, SampleSize, Seed, cancellationToken);
        double measuring = stopwatch.Elapsed.TotalSeconds;
        FittedPreprocessor preprocessor = statistics.Preprocessor(Scaling);
        double[] start = Start(statistics, preprocessor, cancellationToken);
        return Iterate(
            passes, preprocessor, start, statistics, new StreamedTimings(measuring, stopwatch.Elapsed.TotalSeconds - measuring, 0), cancellationToken);
    }

    /// <summary>
    /// Iterates from the given centroids (a warm start). <see cref="Seed"/>, <see cref="SampleSize"/> and <see cref="Scaling"/>
    /// play no part.
    /// </summary>
    /// <param name="rows">The rows, of which at least k are different.</param>
    /// <param name="preprocessor">How rows become the numbers that are clustered; rows that lack a feature are left out, not filled.</param>
    /// <param name="centroids">k x d: where to start, in the preprocessor's space.</param>
    /// <param name="progress">Is told how far each pass is; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">
    /// The centroids do not fit k or the features, or those of the rows and the preprocessor differ, or this fills missing values.
    /// </exception>
    /// <exception cref="DataException">As for <see cref="Fit"/>.</exception>
    public StreamedKMeansModel FitFrom(
        IStreamedRows rows,
        FittedPreprocessor preprocessor,
        FeatureMatrix centroids,
        IProgress<StreamedProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(preprocessor);
        ArgumentNullException.ThrowIfNull(centroids);
        if (centroids.RowCount != ClusterCount)
        {
            throw new ArgumentException(
                $"There are {centroids.RowCount} centroids to start from, but ClusterCount is {ClusterCount}.", nameof(centroids));
        }

        KMeansModel.CheckFeatures(rows.FeatureNames, centroids);
        if (!rows.FeatureNames.SequenceEqual(preprocessor.FeatureNames))
        {
            throw new ArgumentException(
                $"The preprocessor has the features {string.Join(", ", preprocessor.FeatureNames)}, but the rows have {string.Join(", ", rows.FeatureNames)}.",
                nameof(preprocessor));
        }

        if (preprocessor.Features.Any(feature => feature.FillValue is not null))
        {
            throw new ArgumentException("A stream leaves rows out that lack a feature; a preprocessor that fills them does not fit.", nameof(preprocessor));
        }

        StreamedPasses passes = new(rows, BlockRows, progress);
        return Iterate(passes, preprocessor, centroids.ValueArray, null, new StreamedTimings(0, 0, 0), cancellationToken);
    }

    private StreamedKMeansModel Iterate(
        StreamedPasses passes,
        FittedPreprocessor preprocessor,
        double[] start,
        StreamedStatistics? statistics,
        StreamedTimings timings,
        CancellationToken cancellationToken)
    {
        Stopwatch stopwatch = Stopwatch.StartNew();
        StreamedAssignment assignment = new(passes, preprocessor, ClusterCount, Threads);
        StreamedLloyd.Outcome outcome = new StreamedLloyd(assignment, MaxIterations, Tolerance).Run(start, cancellationToken);
        return new StreamedKMeansModel(
            this, passes, assignment, preprocessor, outcome, statistics, timings with { Cluster = stopwatch.Elapsed.TotalSeconds });
    }

    /// <summary>k x d numbers: the centroids of the sample.</summary>
    private double[] Start(StreamedStatistics statistics, FittedPreprocessor preprocessor, CancellationToken cancellationToken)
    {
        FeatureMatrix sample = statistics.Sample;
        NumericColumn[] columns = [.. sample.FeatureNames.Select((name, feature) => new NumericColumn(
            name, [.. Enumerable.Range(0, sample.RowCount).Select(row => sample.Row(row)[feature])]))];
        FeatureMatrix scaled = preprocessor.Transform(new CustomerTable(columns)).Matrix;
        int different = DistinctRows.CountUpTo(ClusterCount, scaled);
        if (different < ClusterCount)
        {
            throw new DataException(
                $"{ClusterCount} clusters need at least {ClusterCount} different rows, but "
                + (sample.RowCount == statistics.CompleteRows
                    ? $"there are only {different}."
                    : $"the sample of {sample.RowCount} rows that the start is made from has only {different}; set SampleSize (--sample) higher."));
        }

        KMeans algorithm = new(ClusterCount) { Seed = Seed, Threads = Threads };
        return algorithm.Fit(scaled, null, cancellationToken).Centroids.ValueArray;
    }
}
