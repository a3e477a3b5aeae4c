namespace Segmentation;

/// <summary>
/// Moves single rows to other clusters as long as that lowers the inertia (Hartigan 1975; Telgarsky and Vattani 2010). It
/// looks at how a move shifts both means, and so leaves many of the minima where Lloyd's iterations stop.
/// </summary>
internal static class HartiganMoves
{
    /// <summary>Improves a settled clustering; rows are tried in order, over and over until a round moves none.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="outcome">What Lloyd's iterations ended with; not changed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The centroids to go on from, k x d numbers; null when nothing moved.</returns>
    public static double[]? Centroids(FeatureMatrix matrix, LloydIterations.Outcome outcome, CancellationToken cancellationToken)
    {
        const int MostRounds = 100;
        int featureCount = matrix.FeatureCount;
        int[] labels = [.. outcome.Labels];
        double[] centroids = [.. outcome.Centroids];
        double[] weights = [.. outcome.ClusterWeights];
        int[] sizes = [.. outcome.Sizes];

        bool everMoved = false;
        for (int round = 0, moves = 1; moves > 0 && round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            moves = 0;
            for (int row = 0; row < labels.Length; row++)
            {
                int own = labels[row];
                if (sizes[own] == 1)
                {
                    continue;
                }

                ReadOnlySpan<double> values = matrix.Row(row);
                double weight = matrix.WeightOf(row);
                int best = Cheapest(values, weight, own, centroids, weights);
                if (best != own)
                {
                    Shift(own, -weight, values);
                    Shift(best, weight, values);
                    labels[row] = best;
                    sizes[own]--;
                    sizes[best]++;
                    moves++;
                    everMoved = true;
                }
            }
        }

        return everMoved ? centroids : null;

        void Shift(int cluster, double weight, ReadOnlySpan<double> values)
        {
            weights[cluster] += weight;
            for (int feature = 0; feature < featureCount; feature++)
            {
                ref double coordinate = ref centroids[(cluster * featureCount) + feature];
                coordinate += (values[feature] - coordinate) * weight / weights[cluster];
            }
        }
    }

    /// <summary>
    /// The cluster that a row costs least to be in: leaving a cluster of weight W saves W w / (W - w) times the squared
    /// distance, entering one costs W w / (W + w) times it. Its own unless another is cheaper by more than rounding.
    /// </summary>
    private static int Cheapest(ReadOnlySpan<double> values, double weight, int own, double[] centroids, double[] weights)
    {
        ReadOnlySpan<double> ownCentroid = centroids.AsSpan(own * values.Length, values.Length);
        double least = weights[own] / (weights[own] - weight) * SquaredDistance.Between(values, ownCentroid) * (1 - 1e-9);
        int best = own;
        int offset = 0;
        for (int cluster = 0; cluster < weights.Length; cluster++)
        {
            double distance = 0;
            for (int feature = 0; feature < values.Length; feature++)
            {
                double difference = values[feature] - centroids[offset++];
                distance += difference * difference;
            }

            double cost = weights[cluster] / (weights[cluster] + weight) * distance;
            if (cost < least && cluster != own)
            {
                (best, least) = (cluster, cost);
            }
        }

        return best;
    }
}
