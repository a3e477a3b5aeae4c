namespace Segmentation;

/// <summary>
/// The centroids as <see cref="NearestByBounds"/> reads them: shifted, scaled and negated in single precision, with half
/// their squared length.
/// </summary>
internal sealed class PlacedCentroids
{
    /// <summary>A centroid farther out than this (the rows lie within 2^30) would overflow when it is squared.</summary>
    private const double Farthest = 1L << 50;

    /// <summary>Beyond half the squared length of any vector of numbers below 2^50.</summary>
    public const float VeryFar = 1e37f;

    /// <summary>The first features that a centroid has always, with zeros where the rows have fewer.</summary>
    public const int LeastStride = 4;

    private readonly RowBlocks rows;
    private readonly int clusterCount;

    /// <param name="rows">Says how to shift and scale.</param>
    /// <param name="clusterCount">k.</param>
    public PlacedCentroids(RowBlocks rows, int clusterCount)
    {
        this.rows = rows;
        this.clusterCount = clusterCount;
        Count = clusterCount + (clusterCount % 2);
        Stride = Math.Max(LeastStride, rows.Matrix.FeatureCount);
        Negated = new float[Count * Stride];
        HalfNorms = new float[Count];
        Array.Fill(HalfNorms, VeryFar);
        Indices = [.. Enumerable.Range(0, Count).Select(BitConverter.Int32BitsToSingle)];
    }

    /// <summary>k, or k + 1 to make it even: the one too many lies very far away.</summary>
    public int Count { get; }

    /// <summary>The numbers of a centroid: d, but not fewer than <see cref="LeastStride"/>.</summary>
    public int Stride { get; }

    /// <summary>Count x Stride numbers.</summary>
    public float[] Negated { get; }

    /// <summary>Count numbers.</summary>
    public float[] HalfNorms { get; }

    /// <summary>The numbers 0 to Count - 1, as bits.</summary>
    public float[] Indices { get; }

    /// <summary>Whether single precision can hold them; where not, every row must be decided in double precision.</summary>
    public bool Fit { get; private set; }

    /// <summary>Places other centroids, k x d numbers.</summary>
    public void Place(ReadOnlySpan<double> centroids)
    {
        int featureCount = rows.Matrix.FeatureCount;
        Fit = true;
        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            double norm = 0;
            for (int feature = 0; feature < featureCount; feature++)
            {
                double placed = rows.Place(centroids[(cluster * featureCount) + feature], feature);
                Fit &= Math.Abs(placed) < Farthest;
                Negated[(cluster * Stride) + feature] = (float)-placed;
                norm += placed * placed;
            }

            HalfNorms[cluster] = (float)(0.5 * norm);
        }
    }
}
