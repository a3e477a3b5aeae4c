using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// What a clusterer makes of rows without any groups: mean silhouettes of uniform data with the extent of the real
/// rows along their principal axes (the reference of Tibshirani, Walther and Hastie 2001, section 3b). K-Means cuts such
/// data into pieces too, and in few dimensions their silhouettes are far from 0.
/// </summary>
internal static class UniformReference
{
    /// <summary>Data sets drawn. Real rows that beat all of them would do so by chance once in 21 times at the most.</summary>
    private const int DataSets = 20;

    /// <summary>Enough to see how silhouettes of uniform data turn out; fewer rows give higher ones, which is the safe side.</summary>
    private const int MostRows = 400;

    /// <summary>The mean silhouette of each data set with the clusterer's number of clusters.</summary>
    public static double[] Silhouettes(
        FeatureMatrix matrix, IClusterer<ClusterModel> clusterer, int seed, int threads, CancellationToken cancellationToken)
    {
        (double Low, double High)[] extents = PrincipalExtents(matrix);
        double[] silhouettes = new double[DataSets];
        FixedChunks.Run(
            DataSets,
            threads,
            i =>
            {
                FeatureMatrix uniform = Draw(extents, Math.Min(matrix.RowCount, MostRows), unchecked(seed + i));
                ClusterModel model = clusterer.Fit(uniform, null, cancellationToken);
                silhouettes[i] = Silhouette.Of(uniform, model.Labels, new SilhouetteOptions { Threads = 1 }, cancellationToken).Mean.Value;
            },
            cancellationToken);
        return silhouettes;
    }

    /// <summary>Distances do not depend on the axes, so the data are left along the principal ones.</summary>
    private static FeatureMatrix Draw((double Low, double High)[] extents, int rows, int seed)
    {
        Xoshiro256StarStar random = new(seed);
        double[] values = new double[rows * extents.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (double low, double high) = extents[i % extents.Length];
            values[i] = low + (random.NextDouble() * (high - low));
        }

        return FeatureMatrix.Owning([.. extents.Select((_, i) => $"axis {i + 1}")], values);
    }

    private static (double Low, double High)[] PrincipalExtents(FeatureMatrix matrix)
    {
        int featureCount = matrix.FeatureCount;
        double[] means = ClusterDispersion.Means(matrix, new int[matrix.RowCount], [matrix.RowCount]);
        Matrix<double> covariance = Matrix<double>.Build.Dense(featureCount, featureCount);
        for (int row = 0; row < matrix.RowCount; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            for (int i = 0; i < featureCount; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    covariance[i, j] += (values[i] - means[i]) * (values[j] - means[j]) / matrix.RowCount;
                    covariance[j, i] = covariance[i, j];
                }
            }
        }

        Matrix<double> axes = covariance.Evd(Symmetricity.Symmetric).EigenVectors;
        (double Low, double High)[] extents = [.. Enumerable.Repeat((double.PositiveInfinity, double.NegativeInfinity), featureCount)];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            for (int axis = 0; axis < featureCount; axis++)
            {
                double position = 0;
                for (int feature = 0; feature < featureCount; feature++)
                {
                    position += (values[feature] - means[feature]) * axes[feature, axis];
                }

                extents[axis] = (Math.Min(extents[axis].Low, position), Math.Max(extents[axis].High, position));
            }
        }

        return extents;
    }
}
