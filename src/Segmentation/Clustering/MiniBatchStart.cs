using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Where mini batches begin: of several starts, each made from a sample of the rows, the best over a further one.</summary>
internal sealed class MiniBatchStart(MiniBatchKMeans options, FeatureMatrix matrix, Xoshiro256StarStar random)
{
    /// <summary>k x d numbers.</summary>
    public double[] Best(CancellationToken cancellationToken)
    {
        FeatureMatrix judge = Sample();
        double[]? best = null;
        double lowest = double.PositiveInfinity;
        for (int restart = 0; restart < options.Restarts; restart++)
        {
            double[] start = Start(Sample(), cancellationToken);
            double inertia = InertiaOver(judge, start, cancellationToken);
            if (best is null || inertia < lowest)
            {
                (best, lowest) = (start, inertia);
            }
        }

        return best!;
    }

    /// <summary>Greedy k-means++ on the sample; its one iteration moves each centroid to the mean of its rows.</summary>
    private double[] Start(FeatureMatrix sample, CancellationToken cancellationToken)
    {
        // Rare rows may be missing from a sample that the clusters need.
        bool enough = DistinctRows.CountUpTo(options.ClusterCount, sample) == options.ClusterCount;
        KMeans seeding = new(options.ClusterCount)
        {
            Seed = random.Next(),
            Restarts = 1,
            MaxIterations = 1,
            Swaps = 0,
            Threads = options.Threads,
        };
        return seeding.Fit(enough ? sample : matrix, null, cancellationToken).Centroids.ValueArray;
    }

    private FeatureMatrix Sample()
    {
        long size = Math.Max(options.SampleSize ?? 3L * options.BatchSize, 3L * options.ClusterCount);
        if (size >= matrix.RowCount)
        {
            return matrix;
        }

        double[] values = new double[size * matrix.FeatureCount];
        double[] weights = new double[matrix.RowWeights.IsEmpty ? 0 : size];
        for (int i = 0; i < size; i++)
        {
            int row = random.Next(matrix.RowCount);
            matrix.Row(row).CopyTo(values.AsSpan(i * matrix.FeatureCount));
            if (weights.Length > 0)
            {
                weights[i] = matrix.RowWeights[row];
            }
        }

        return FeatureMatrix.Owning(matrix.FeatureNames, values, weights);
    }

    private double InertiaOver(FeatureMatrix sample, double[] centroids, CancellationToken cancellationToken) =>
        new FixedChunks(sample.RowCount, options.Threads).Sum(
            (start, end) =>
            {
                double sum = 0;
                for (int row = start; row < end; row++)
                {
                    sum += sample.WeightOf(row) * SquaredDistance.Nearest(sample.Row(row), centroids).Distance;
                }

                return sum;
            },
            cancellationToken);
}
