using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        int width = (outcome.Sizes.Length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        double[] centroids = ByFeature(outcome.Centroids, featureCount, width);
        double[] distances = new double[width];
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
                Distances(values, centroids, distances);
                int best = Cheapest(distances, weight, own, weights);
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

        return everMoved ? ByCluster(centroids, featureCount, weights.Length) : null;

        void Shift(int cluster, double weight, ReadOnlySpan<double> values)
        {
            weights[cluster] += weight;
            for (int feature = 0; feature < featureCount; feature++)
            {
                ref double coordinate = ref centroids[(feature * width) + cluster];
                coordinate += (values[feature] - coordinate) * weight / weights[cluster];
            }
        }
    }

    /// <summary>
    /// The cluster that a row costs least to be in: leaving a cluster of weight W saves W w / (W - w) times the squared
    /// distance, entering one costs W w / (W + w) times it. Its own unless another is cheaper by more than rounding.
    /// </summary>
    private static int Cheapest(double[] distances, double weight, int own, double[] weights)
    {
        double least = weights[own] / (weights[own] - weight) * distances[own] * (1 - 1e-9);
        int best = own;
        for (int cluster = 0; cluster < weights.Length; cluster++)
        {
            double cost = weights[cluster] / (weights[cluster] + weight) * distances[cluster];
            if (cost < least && cluster != own)
            {
                (best, least) = (cluster, cost);
            }
        }

        return best;
    }

    /// <summary>
    /// The squared distances to all centroids, each added up in a lane of its own from the first feature to the last, so to the
    /// bits of <see cref="SquaredDistance.Between"/>; two groups of lanes at a time, for an addition waits for the one before.
    /// </summary>
    private static void Distances(ReadOnlySpan<double> values, double[] centroids, double[] distances)
    {
        int width = distances.Length;
        ref double first = ref MemoryMarshal.GetArrayDataReference(centroids);
        for (int group = 0; group < width; group += 2 * Vector256<double>.Count)
        {
            int second = Math.Min(group + Vector256<double>.Count, width - Vector256<double>.Count);
            Vector256<double> sums = Vector256<double>.Zero;
            Vector256<double> secondSums = Vector256<double>.Zero;
            for (int feature = 0, offset = 0; feature < values.Length; feature++, offset += width)
            {
                Vector256<double> value = Vector256.Create(values[feature]);
                Vector256<double> difference = value - Vector256.LoadUnsafe(ref first, (nuint)(offset + group));
                Vector256<double> secondDifference = value - Vector256.LoadUnsafe(ref first, (nuint)(offset + second));
                sums += difference * difference;
                secondSums += secondDifference * secondDifference;
            }

            sums.CopyTo(distances, group);
            secondSums.CopyTo(distances, second);
        }
    }

    /// <summary>The centroids' first coordinates, then their second ones, and so on, each filled up with zeros.</summary>
    private static double[] ByFeature(double[] centroids, int featureCount, int width)
    {
        double[] transposed = new double[featureCount * width];
        for (int i = 0; i < centroids.Length; i++)
        {
            transposed[(i % featureCount * width) + (i / featureCount)] = centroids[i];
        }

        return transposed;
    }

    private static double[] ByCluster(double[] transposed, int featureCount, int clusterCount)
    {
        int width = transposed.Length / featureCount;
        double[] centroids = new double[clusterCount * featureCount];
        for (int i = 0; i < centroids.Length; i++)
        {
            centroids[i] = transposed[(i % featureCount * width) + (i / featureCount)];
        }

        return centroids;
    }
}
