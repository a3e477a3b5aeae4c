namespace Segmentation;

/// <summary>A segment as a saved model knows it.</summary>
/// <param name="Segment">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">The training customers in it.</param>
public sealed record ModelSegment(int Segment, string Name, int Size);

/// <summary>
/// What is kept of a run, so that new customers can be given the same segments: the fitted preprocessor, the centroids
/// and the names. Its size does not depend on the number of customers.
/// </summary>
public sealed partial class SegmentationModel
{
    internal SegmentationModel(
        FittedPreprocessor preprocessor, FeatureMatrix centroids, IReadOnlyList<ModelSegment> segments, int seed, double inertia)
    {
        Preprocessor = preprocessor;
        Centroids = centroids;
        Segments = segments;
        Seed = seed;
        Inertia = inertia;
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
            result.Model.Inertia);
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

    /// <summary>The segment of each row of a table with the same columns.</summary>
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
            segments[prepared.Rows[i]] = nearest[i] + 1;
        }

        return segments;
    }

    /// <summary>Reads a model that was written by <see cref="ToJson"/>.</summary>
    /// <exception cref="DataException">The file cannot be read, or is not a model of a version that is known.</exception>
    public static SegmentationModel Load(string path) => ModelJson.Read(path);

    /// <summary>The model as a JSON document; it reads back to the same bits.</summary>
    public string ToJson() => ModelJson.Write(this);
}
