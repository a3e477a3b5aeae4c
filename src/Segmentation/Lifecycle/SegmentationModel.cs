namespace Segmentation;

/// <summary>A segment as a saved model knows it.</summary>
/// <param name="Segment">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">The training customers in it.</param>
public sealed record ModelSegment(int Segment, string Name, int Size);

/// <summary>
/// What is kept of a run, so that new customers can be given the same segments: the fitted preprocessor, the centroids,
/// the names and what the training customers were like. Its size does not depend on the number of customers.
/// </summary>
public sealed partial class SegmentationModel
{
    internal SegmentationModel(
        FittedPreprocessor preprocessor,
        FeatureMatrix centroids,
        IReadOnlyList<ModelSegment> segments,
        int seed,
        double inertia,
        TrainingStatistics? training = null,
        string? idColumn = null,
        string? madeBy = null)
    {
        Preprocessor = preprocessor;
        Centroids = centroids;
        Segments = segments;
        Seed = seed;
        Inertia = inertia;
        Training = training;
        IdColumn = idColumn;
        MadeBy = madeBy ?? LibraryVersion.Text;
    }

    /// <summary>Keeps what is needed of a run.</summary>
    public static SegmentationModel Of(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new SegmentationModel(
            result.Preprocessor,
            result.Model.Centroids,
            [.. result.Profiles.Select(profile => new ModelSegment(profile.Segment, profile.Name, profile.Size))],
            result.Options.Algorithm.Seed,
            result.Model.Inertia,
            TrainingStatisticsMeasuring.Of(result),
            result.Customers.Id?.Name);
    }

    /// <summary>How customers become numbers.</summary>
    public FittedPreprocessor Preprocessor { get; }

    /// <summary>The centroids in the scaled space, k x d, in the order of the segments' numbers.</summary>
    public FeatureMatrix Centroids { get; }

    /// <summary>The segments, in the order of their numbers.</summary>
    public IReadOnlyList<ModelSegment> Segments { get; }

    /// <summary>The seed of the run.</summary>
    public int Seed { get; }

    /// <summary>The sum of squared distances of the training customers in the scaled space.</summary>
    public double Inertia { get; }

    /// <summary>
    /// What the training customers were like; null in a model that was written before version 2 of the file, or made by a
    /// streamed clustering that began from given centroids. Who is unlike the training customers is then unknown.
    /// </summary>
    public TrainingStatistics? Training { get; }

    /// <summary>The column that identified a training customer; null where none did or the model is older than version 2.</summary>
    public string? IdColumn { get; }

    /// <summary>The number of the next new segment, where segments that vanished had higher ones than those that there are; else null.</summary>
    internal int? NextSegment { get; init; }

    /// <summary>The first segment number that was never used.</summary>
    internal int NextNumber => NextSegment ?? Segments[^1].Segment + 1;

    /// <summary>The version of the library that made the model, such as "0.1.0".</summary>
    public string MadeBy { get; }

    /// <summary>The segment of each row of a table with the same columns; <see cref="Score"/> says more.</summary>
    /// <returns>A number from 1 for each row, 0 for a row that lacks a feature.</returns>
    /// <exception cref="ArgumentException">The table lacks a column that the segments were made from.</exception>
    public int[] Assign(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        PreparedData prepared = Preprocessor.Transform(table);
        int[] nearest = SquaredDistance.NearestOfEach(prepared.Matrix, Centroids);
        int[] segments = new int[table.RowCount];
        for (int i = 0; i < prepared.Rows.Length; i++)
        {
            segments[prepared.Rows[i]] = Segments[nearest[i]].Segment;
        }

        return segments;
    }

    /// <summary>Reads a model that was written by <see cref="ToJson"/>, by this version or an earlier one.</summary>
    /// <exception cref="DataException">
    /// The file cannot be read, is no model, is damaged, or is of a version that is not known yet.
    /// </exception>
    public static SegmentationModel Load(string path) => ModelJson.Read(path);

    /// <summary>The model as a JSON document; it reads back to the same bits.</summary>
    public string ToJson() => ModelJson.Write(this);
}
