namespace Segmentation;

/// <summary>How rows lie around their mean, chunk by chunk.</summary>
internal sealed class RowSpread
{
    private readonly FeatureMatrix matrix;

    private RowSpread(FeatureMatrix matrix, double[] mean, FixedChunks chunks)
    {
        this.matrix = matrix;
        Mean = mean;
        Chunks = chunks;
        ChunkWeights = new double[chunks.Count];
        ChunkDistances = new double[chunks.Count];
    }

    /// <summary>How the rows are cut.</summary>
    public FixedChunks Chunks { get; }

    /// <summary>The weighted mean of the rows.</summary>
    public double[] Mean { get; }

    /// <summary>The weight of each chunk's rows.</summary>
    public double[] ChunkWeights { get; }

    /// <summary>The weighted sum of each chunk's squared distances to the mean.</summary>
    public double[] ChunkDistances { get; }

    /// <summary>The weight of all rows.</summary>
    public double Weight { get; private set; }

    /// <summary>The weighted sum of all squared distances to the mean.</summary>
    public double Distance { get; private set; }

    /// <param name="matrix">The rows.</param>
    /// <param name="crew">Works on the chunks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static RowSpread Of(FeatureMatrix matrix, Crew crew, CancellationToken cancellationToken)
    {
        FixedChunks chunks = new(matrix.RowCount);
        RowSpread spread = new(matrix, MeanOf(matrix, chunks, crew, cancellationToken), chunks);
        crew.Run(chunks.Count, spread.Measure, cancellationToken);
        spread.Weight = FixedChunks.InOrder(spread.ChunkWeights);
        spread.Distance = FixedChunks.InOrder(spread.ChunkDistances);
        return spread;
    }

    /// <summary>
    /// The inertia of clusters around their means without looking at a row: all that the rows vary less what their means
    /// do (the law of total variance).
    /// </summary>
    /// <param name="means">k x d numbers.</param>
    /// <param name="weights">The weight of each cluster.</param>
    public double InertiaOf(ReadOnlySpan<double> means, ReadOnlySpan<double> weights)
    {
        double between = 0;
        for (int cluster = 0; cluster < weights.Length; cluster++)
        {
            between += weights[cluster] * SquaredDistance.Between(means.Slice(cluster * Mean.Length, Mean.Length), Mean);
        }

        return Distance - between;
    }

    private static double[] MeanOf(FeatureMatrix matrix, FixedChunks chunks, Crew crew, CancellationToken cancellationToken)
    {
        using RowLabels all = new(matrix.RowCount, 1);
        all.Clear();
        ClusterSums sums = new(matrix, chunks, 1, all);
        crew.Run(chunks.Count, sums.AddUp, cancellationToken);
        double[] mean = new double[matrix.FeatureCount];
        double[] weight = new double[1];
        sums.WriteWeights(weight);
        sums.WriteMeans(mean, [matrix.RowCount], weight);
        return mean;
    }

    private void Measure(int chunk)
    {
        double weights = 0;
        double distances = 0;
        for (int row = FixedChunks.StartOf(chunk); row < Chunks.EndOf(chunk); row++)
        {
            double weight = matrix.WeightOf(row);
            weights += weight;
            distances += weight * SquaredDistance.Between(matrix.Row(row), Mean);
        }

        (ChunkWeights[chunk], ChunkDistances[chunk]) = (weights, distances);
    }
}
