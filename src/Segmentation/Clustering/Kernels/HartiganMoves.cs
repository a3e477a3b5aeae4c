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

        bool moved = true;
        bool everMoved = false;
        for (int round = 0; moved && round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            moved = false;
            for (int row = 0; row < labels.Length; row++)
            {
                int own = labels[row];
                if (sizes[own] == 1)
                {
                    continue;
                }

                ReadOnlySpan<double> values = matrix.Row(row);
                double weight = matrix.RowWeightArray.Length == 0 ? 1 : matrix.RowWeightArray[row];
                double gain = Cost(own, -1) * (1 - 1e-9); // by more than rounding
                int best = own;
                for (int cluster = 0; cluster < weights.Length; cluster++)
                {
                    double cost = cluster == own ? double.PositiveInfinity : Cost(cluster, 1);
                    if (cost < gain)
                    {
                        (best, gain) = (cluster, cost);
                    }
                }

                if (best != own)
                {
                    Shift(own, -weight, values);
                    Shift(best, weight, values);
                    labels[row] = best;
                    sizes[own]--;
                    sizes[best]++;
                    moved = true;
                    everMoved = true;
                }

                double Cost(int cluster, int sign) =>
                    weights[cluster] * weight / (weights[cluster] + (sign * weight))
                    * SquaredDistance.Between(matrix.Row(row), centroids.AsSpan(cluster * featureCount, featureCount));
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
}
