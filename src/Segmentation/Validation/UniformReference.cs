using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Rows without any groups to compare real ones with: uniform over the box that the real rows fill along their
/// principal axes (Tibshirani, Walther and Hastie 2001, section 3b). Where columns have few values, such as flags and
/// ratings, the rows are those of a <see cref="OneCloudReference"/> instead.
/// </summary>
internal sealed class UniformReference
{
    private readonly FeatureMatrix matrix;
    private readonly double[] means;
    private readonly Matrix<double> axes;
    private readonly (double Low, double High)[] extents;
    private readonly OneCloudReference? ofFewValues;

    /// <param name="matrix">The real rows, at least one, without weights.</param>
    public UniformReference(FeatureMatrix matrix)
    {
        this.matrix = matrix;
        means = ClusterDispersion.Means(matrix, new int[matrix.RowCount], [matrix.RowCount]);
        double[][] sorted = [.. Enumerable.Range(0, matrix.FeatureCount).Select(Sorted)];
        ReferenceColumn[] columns = [.. sorted.Select(ReferenceColumn.Of)];
        ofFewValues = columns.Any(column => column.IsOfFewValues) ? new(matrix, sorted, columns) : null;
        axes = PrincipalAxes();
        extents = [.. Enumerable.Range(0, matrix.FeatureCount).Select(Extent)];
    }

    /// <summary>As many rows as the real ones, with the same features; the same seed gives the same rows.</summary>
    public FeatureMatrix Draw(int seed)
    {
        if (ofFewValues is not null)
        {
            return ofFewValues.Draw(seed);
        }

        Xoshiro256StarStar random = new(seed);
        int featureCount = matrix.FeatureCount;
        double[] values = new double[matrix.RowCount * featureCount];
        double[] position = new double[featureCount];
        for (int start = 0; start < values.Length; start += featureCount)
        {
            for (int axis = 0; axis < featureCount; axis++)
            {
                (double low, double high) = extents[axis];
                position[axis] = low + (random.NextDouble() * (high - low));
            }

            for (int feature = 0; feature < featureCount; feature++)
            {
                double value = means[feature];
                for (int axis = 0; axis < featureCount; axis++)
                {
                    value += axes[feature, axis] * position[axis];
                }

                values[start + feature] = value;
            }
        }

        return FeatureMatrix.Owning(matrix.FeatureNames, values);
    }

    private double[] Sorted(int feature)
    {
        double[] values = new double[matrix.RowCount];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = matrix.Row(row)[feature];
        }

        Array.Sort(values);
        return values;
    }

    private Matrix<double> PrincipalAxes()
    {
        int featureCount = matrix.FeatureCount;
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

        return covariance.Evd(Symmetricity.Symmetric).EigenVectors;
    }

    /// <summary>From the lowest to the highest row along an axis.</summary>
    private (double Low, double High) Extent(int axis)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int row = 0; row < matrix.RowCount; row++)
        {
            ReadOnlySpan<double> values = matrix.Row(row);
            double position = 0;
            for (int feature = 0; feature < means.Length; feature++)
            {
                position += (values[feature] - means[feature]) * axes[feature, axis];
            }

            low = Math.Min(low, position);
            high = Math.Max(high, position);
        }

        return (low, high);
    }
}
