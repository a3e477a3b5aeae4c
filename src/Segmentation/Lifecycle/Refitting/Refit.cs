namespace Segmentation;

/// <summary>
/// Clusters new customers with the segments of an old model in mind: from the old centroids and afresh, the better kept;
/// segments that go on keep their numbers and names. Where the customers are those that the old model was made from, the
/// old model stands, to the bit.
/// </summary>
/// <param name="Old">The old model.</param>
public sealed record Refit(SegmentationModel Old)
{
    /// <summary>What is said where all customers lack a feature.</summary>
    internal const string NoCustomer = "No customer has all features that the model needs.";

    /// <summary>A fresh start that is lower than the warm one by less than this share is only rounded otherwise.</summary>
    private const double Rounded = 1e-9;

    /// <summary>The number of segments; default null: as many as before.</summary>
    public int? ClusterCount
    {
        get;
        init => field = value is int given ? OptionRange.AtLeast(1, given, nameof(ClusterCount)) : null;
    }

    /// <summary>Where the random numbers of the fresh starts begin; default null: the seed of the old model.</summary>
    public int? Seed { get; init; }

    /// <summary>How many fresh starts there are, as <see cref="KMeans.Restarts"/>; default 10.</summary>
    public int Restarts
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Restarts));
    } = 10;

    /// <summary>How many threads may work; it changes the time, never the result.</summary>
    public int Threads
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(Threads));
    } = Environment.ProcessorCount;

    /// <summary>On which scale the new customers are clustered; default <see cref="RefitScaling.Refit"/>.</summary>
    public RefitScaling Scaling { get; init; } = RefitScaling.Refit;

    /// <summary>
    /// How much the old centroids of segments that go on count, 0 to 1; default null: not at all. See
    /// <see cref="SegmentAgreement.LeastToCombine"/>.
    /// </summary>
    public double? Blend
    {
        get;
        init => field = value is null or (>= 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Blend), value, "Blend is the weight of the old centroids, from 0 to 1.");
    }

    /// <summary>
    /// What segments are matched by; default null: by customers where at least half of the clustered ones are known to the
    /// old model, else by centroids. Given old segments always match by customers where one is shared.
    /// </summary>
    public SegmentMatchingBasis? Basis { get; init; }

    /// <summary>Clusters the new customers and says what became of the old segments.</summary>
    /// <param name="table">The new customers.</param>
    /// <param name="oldSegments">
    /// Which old segment they had, by id; null to ask the old model about each new customer. It knows nothing of those who are
    /// unlike anything in its training.
    /// </param>
    /// <param name="progress">Is told how far the fresh starts are; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataException">The table does not suit the model, or old and new disagree too much to be blended.</exception>
    /// <exception cref="ArgumentException">There are fewer different customers than segments.</exception>
    public RefitResult Run(
        CustomerTable table,
        RefitOldSegments? oldSegments = null,
        IProgress<ClusteringProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Old.Preprocessor.FillCentroids is not null)
        {
            throw new DataException("The model fills missing cells from its centroids (k-POD), and such a model cannot be refitted; run 'segment run' again.");
        }

        CustomerTable customers = table.Take(CustomerOrder.Of(table));
        cancellationToken.ThrowIfCancellationRequested();
        FittedPreprocessor preprocessor = Scaling == RefitScaling.Keep ? Old.Preprocessor : RefitPreprocessor.Of(Old, customers);
        PreparedData prepared = preprocessor.Transform(customers);
        if (prepared.Matrix.RowCount == 0)
        {
            throw new DataException(NoCustomer);
        }

        FeatureMatrix oldCentroids = RefitPreprocessor.Carry(Old.Centroids, Old.Preprocessor, preprocessor);
        RefitStarts starts = Starts(prepared.Matrix, oldCentroids, progress, cancellationToken);
        RefitData data = new(table, customers, preprocessor, prepared, oldCentroids);
        RefitResult? unchanged = Unchanged(data, starts, oldSegments);
        return unchanged ?? Changed(data, starts, oldSegments);
    }

    private RefitStarts Starts(
        FeatureMatrix matrix, FeatureMatrix oldCentroids, IProgress<ClusteringProgress>? progress, CancellationToken cancellationToken)
    {
        KMeans kmeans = new(ClusterCount ?? Old.Segments.Count) { Seed = Seed ?? Old.Seed, Restarts = Restarts, Threads = Threads };
        KMeansModel warm = RefitWarmStart.Fit(kmeans, matrix, oldCentroids, cancellationToken);
        KMeansModel fresh = kmeans.Fit(matrix, progress, cancellationToken);
        return new RefitStarts(warm, fresh, fresh.Inertia < warm.Inertia * (1 - Rounded));
    }

    /// <summary>The old model where everything that it knows of its customers is true of these to the bit; else null.</summary>
    private RefitResult? Unchanged(RefitData data, RefitStarts starts, RefitOldSegments? oldSegments)
    {
        if (Old.Training is null || (ClusterCount ?? Old.Segments.Count) != Old.Segments.Count)
        {
            return null;
        }

        int[] labels = SquaredDistance.NearestOfEach(data.Prepared.Matrix, Old.Centroids);
        SegmentationModel again = RefitModel.Make(Old, data, Old.Centroids, labels, Old.Segments, Old.Seed, Old.Inertia, Old.NextSegment, Old.MadeBy);
        if (again.ToJson() != Old.ToJson())
        {
            return null;
        }

        SegmentMatching matching = Match(data, labels, Old.Centroids, oldSegments, out int[] known);
        return new RefitResult(this, Old, data, labels, known, matching, starts, isUnchanged: true, oldSegments);
    }

    private RefitResult Changed(RefitData data, RefitStarts starts, RefitOldSegments? oldSegments)
    {
        KMeansModel kept = starts.Kept;
        SegmentMatching matching = Match(data, kept.LabelArray, kept.Centroids, oldSegments, out int[] known);
        FeatureMatrix centroids = kept.Centroids;
        int[] labels = kept.LabelArray;
        double inertia = kept.Inertia;
        if (Blend is double weight)
        {
            SegmentAgreement agreement = RefitResult.AgreementOf(known, labels, matching);
            if (!agreement.AllowsCombining)
            {
                throw new DataException($"The centroids are not blended. {agreement.Describe()}");
            }

            centroids = CentroidBlend.Of(weight, data.OldCentroids, centroids, matching.OldOf);
            labels = SquaredDistance.NearestOfEach(data.Prepared.Matrix, centroids);
            inertia = RefitModel.Inertia(data.Prepared.Matrix, labels, centroids);
            matching = Match(data, labels, centroids, oldSegments, out known);
        }

        int[] ordered = RefitModel.Reordered(labels, matching);
        SegmentationModel model = RefitModel.Make(this, data, kept, centroids, ordered, inertia, matching);
        return new RefitResult(this, model, data, ordered, known, matching, starts, isUnchanged: false, oldSegments);
    }

    private SegmentMatching Match(RefitData data, int[] labels, FeatureMatrix centroids, RefitOldSegments? oldSegments, out int[] known)
    {
        int[] rows = data.Prepared.Rows.ToArray();
        int[]? given = oldSegments?.PlacesOf(data.Customers);
        known = given is null ? RefitRows.Known(Old, data.Customers, rows) : [.. rows.Select(row => given[row])];
        int shared = known.Count(place => place >= 0);
        bool enough = oldSegments is null ? 2 * shared >= rows.Length : shared > 0;
        int[] numbers = [.. Old.Segments.Select(segment => segment.Segment)];
        if ((Basis ?? (enough ? SegmentMatchingBasis.Customers : SegmentMatchingBasis.Centroids)) == SegmentMatchingBasis.Customers)
        {
            int[] sizes = [.. oldSegments?.Sizes ?? Old.Segments.Select(segment => segment.Size)];
            return SegmentMatching.OnCustomers(numbers, sizes, known, labels, centroids.RowCount, Old.NextNumber);
        }

        // Each on the scale of its own customers: where all have moved alike, they are in the same places there.
        int[] newSizes = ClusterSizes.Count(labels, centroids.RowCount);
        return SegmentMatching.OnCentroids(
            numbers, [.. Old.Segments.Select(segment => segment.Size)], Old.Centroids, newSizes, centroids, Old.NextNumber);
    }
}
