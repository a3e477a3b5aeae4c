using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Draws rows with probability proportional to weight times squared distance from their centroid.</summary>
internal sealed class FarRows
{
    private readonly FeatureMatrix matrix;
    private readonly LloydIterations.Outcome outcome;
    private readonly FixedChunks chunks;
    private readonly double[] potentials;

    /// <param name="matrix">The rows.</param>
    /// <param name="outcome">Says which centroid is whose.</param>
    /// <param name="crew">Works on the chunks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public FarRows(FeatureMatrix matrix, LloydIterations.Outcome outcome, Crew crew, CancellationToken cancellationToken)
    {
        this.matrix = matrix;
        this.outcome = outcome;
        chunks = new FixedChunks(matrix.RowCount);
        potentials = new double[chunks.Count];
        crew.Run(chunks.Count, Measure, cancellationToken);
    }

    /// <summary>Whether every row lies on its centroid, so that none can be drawn.</summary>
    public bool AreNone => Array.TrueForAll(potentials, potential => potential == 0);

    /// <summary>A row.</summary>
    public int Draw(Xoshiro256StarStar random)
    {
        double rest = random.NextDouble() * FixedChunks.InOrder(potentials);
        int chunk = 0;
        while (potentials[chunk] == 0 || (rest >= potentials[chunk] && potentials.AsSpan(chunk + 1).ContainsAnyExcept(0.0)))
        {
            rest -= potentials[chunk];
            chunk++;
        }

        // Rounding may leave a remainder behind the last row with mass; that row is then the one.
        int drawn = -1;
        for (int row = FixedChunks.StartOf(chunk); row < chunks.EndOf(chunk) && (rest >= 0 || drawn < 0); row++)
        {
            double mass = MassOf(row);
            drawn = mass > 0 ? row : drawn;
            rest -= mass;
        }

        return drawn;
    }

    private void Measure(int chunk)
    {
        double sum = 0;
        for (int row = FixedChunks.StartOf(chunk); row < chunks.EndOf(chunk); row++)
        {
            sum += MassOf(row);
        }

        potentials[chunk] = sum;
    }

    private double MassOf(int row)
    {
        ReadOnlySpan<double> centroid = outcome.Centroids.AsSpan(outcome.Labels[row] * matrix.FeatureCount, matrix.FeatureCount);
        double weight = matrix.WeightOf(row);
        return weight * SquaredDistance.Between(matrix.Row(row), centroid);
    }
}
