namespace Segmentation;

/// <summary>
/// What <see cref="StreamedKMeans"/> found. It keeps no label: <see cref="WriteSegments"/> finds them again in one more
/// pass. Clusters are numbered from 0 by falling size, ties by centroid, feature by feature. It reads its source, so that only
/// one thread at a time may write from it.
/// </summary>
public sealed class StreamedKMeansModel
{
    private readonly StreamedPasses passes;
    private readonly StreamedAssignment assignment;

    internal StreamedKMeansModel(
        StreamedKMeans options,
        StreamedPasses passes,
        StreamedAssignment assignment,
        FittedPreprocessor preprocessor,
        StreamedLloyd.Outcome outcome,
        StreamedStatistics? statistics,
        StreamedTimings timings)
    {
        Options = options;
        this.passes = passes;
        this.assignment = assignment;
        Preprocessor = preprocessor;
        Centroids = FeatureMatrix.Owning(preprocessor.FeatureNames, outcome.Centroids);
        Sizes = [.. outcome.Totals.Sizes.Select(size => (int)size)];
        Inertia = outcome.Totals.Inertia;
        Iterations = outcome.Iterations;
        Converged = outcome.Converged;
        RowCount = passes.Content!.RowCount;
        CompleteRows = passes.Content.CompleteRows;
        Statistics = statistics;
        Timings = timings;
    }

    /// <summary>The options that it was found with.</summary>
    public StreamedKMeans Options { get; }

    /// <summary>How rows became the numbers that were clustered.</summary>
    public FittedPreprocessor Preprocessor { get; }

    /// <summary>The column that identifies a row; null where rows are known by their number.</summary>
    public string? IdName => passes.Source.IdName;

    /// <summary>The number of clusters, k.</summary>
    public int ClusterCount => Centroids.RowCount;

    /// <summary>The mean of each cluster, k x d, in the space that was clustered.</summary>
    public FeatureMatrix Centroids { get; }

    /// <summary>The mean of each cluster, k x d, in original units.</summary>
    public FeatureMatrix CentroidsInOriginalUnits => Preprocessor.InverseTransform(Centroids);

    /// <summary>The number of rows in each cluster, k of them.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The sum of squared distances to the centroids, in the space that was clustered.</summary>
    public double Inertia { get; }

    /// <summary>
    /// The iterations over the stream. <see cref="KMeans.FitFrom"/> may count one more where different rows change places
    /// so that every sum keeps its bits; nothing else differs then.
    /// </summary>
    public int Iterations { get; }

    /// <summary>Whether it ended because nothing moved any more (or by the tolerance), not because of the iteration limit.</summary>
    public bool Converged { get; }

    /// <summary>All rows.</summary>
    public int RowCount { get; }

    /// <summary>The rows that have all features; the others were left out.</summary>
    public int CompleteRows { get; }

    /// <summary>What the first pass found; null where the clustering began from given centroids.</summary>
    public StreamedStatistics? Statistics { get; }

    /// <summary>Where the time went.</summary>
    public StreamedTimings Timings { get; }

    /// <summary>How often the source was read so far, the passes that were only written from included.</summary>
    public int Passes => passes.Count;

    /// <summary>
    /// Reads the source once more and writes a CSV row for each of its rows, in its order: the id under its own name
    /// ("row", its number from 1, where the source has none), the segment's number from 1 and its name; both empty for
    /// a row that lacks a feature. The header is that of segments.csv (see <see cref="ResultExport.WriteSegments"/>).
    /// </summary>
    /// <param name="writer">Takes the text; nothing is kept.</param>
    /// <param name="names">A name for each segment; null for "Segment 1", "Segment 2", ….</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataException">The source cannot be read, or gives other rows than before.</exception>
    public void WriteSegments(TextWriter writer, IReadOnlyList<string>? names = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (names is not null && names.Count != ClusterCount)
        {
            throw new ArgumentException($"There are {names.Count} names for {ClusterCount} segments.", nameof(names));
        }

        string idName = IdName ?? "row";
        bool taken = idName.ToUpperInvariant() is "SEGMENT" or "NAME";
        CsvWriting.WriteRow(writer, idName, taken ? "segment number" : "segment", taken ? "segment name" : "name");
        int rows = 0;
        int[] labels = [];
        passes.ForEachBlockWithIds(
            StreamedStep.Write,
            block =>
            {
                labels = labels.Length >= block.Count ? labels : new int[block.Count];
                assignment.Label(block, Centroids.ValueArray, labels);
                for (int i = 0; i < block.Ids.Count; i++)
                {
                    rows++;
                    string id = IdName is null ? FormattableString.Invariant($"{rows}") : block.Ids[i] ?? string.Empty;
                    int position = block.Positions[i];
                    int? segment = position < 0 ? null : labels[position] + 1;
                    CsvWriting.WriteRow(
                        writer,
                        id,
                        CsvCell.Number(segment),
                        segment is int number ? names?[number - 1] ?? FormattableString.Invariant($"Segment {number}") : null);
                }
            },
            cancellationToken);
    }
}

/// <summary>Where the time of a streamed clustering went, in seconds.</summary>
/// <param name="Measure">The first pass.</param>
/// <param name="Start">Clustering the sample.</param>
/// <param name="Cluster">The passes over all rows.</param>
public sealed record StreamedTimings(double Measure, double Start, double Cluster);
