using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Rows without any groups to compare real ones with: uniform over the box that the real rows fill along their
/// principal axes (Tibshirani, Walther and Hastie 2001, section 3b). A column whose values lie on a coarse grid, such as
/// ratings from 1 to 5, gets values on the same grid, for equal values make tight groups by themselves.
/// </summary>
internal sealed class UniformReference
{
    /// <summary>A column with more steps than this from its lowest value to its highest is as good as continuous.</summary>
    private const int MostSteps = 50;

    private readonly FeatureMatrix matrix;
    private readonly double[] means;
    private readonly Matrix<double> axes;
    private readonly (double Low, double High)[] extents;
    private readonly (double Start, double Step)[] grids;

    /// <param name="matrix">The real rows, at least one, without weights.</param>
    public UniformReference(FeatureMatrix matrix)
    {
        this.matrix = matrix;
        means = ClusterDispersion.Means(matrix, new int[matrix.RowCount], [matrix.RowCount]);
        grids = [.. Enumerable.Range(0, matrix.FeatureCount).Select(Grid)];
        axes = PrincipalAxes();
        extents = [.. Enumerable.Range(0, matrix.FeatureCount).Select(Extent)];
    }

    /// <summary>As many rows as the real ones, with the same features; the same seed gives the same rows.</summary>
    public FeatureMatrix Draw(int seed)
    {
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

                values[start + feature] = OnGrid(value, grids[feature]);
            }
        }

        return FeatureMatrix.Owning(matrix.FeatureNames, values);
    }

    private static double OnGrid(double value, (double Start, double Step) grid) =>
        grid.Step == 0 ? value : grid.Start + (grid.Step * Math.Round((value - grid.Start) / grid.Step));

    /// <summary>
    /// Where a column's values start and how far apart its two nearest are; step 0 for no coarse grid, or where most values
    /// occur only once.
    /// </summary>
    private (double Start, double Step) Grid(int feature)
    {
        double[] sorted = [.. Enumerable.Range(0, matrix.RowCount).Select(row => matrix.Row(row)[feature])];
        Array.Sort(sorted);
        double range = sorted[^1] - sorted[0];
        double step = range;
        int different = 1;
        for (int row = 1; row < sorted.Length; row++)
        {
            double difference = sorted[row] - sorted[row - 1];
            if (difference > 1e-9 * range)
            {
                // Less is rounding.
                step = Math.Min(step, difference);
                different++;
            }
        }

        return (sorted[0], range > MostSteps * step || 2 * different > sorted.Length ? 0 : step);
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

    /// <summary>From the lowest to the highest row along an axis, and half a step of every grid beyond.</summary>
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

        double beyond = grids.Select((grid, feature) => Math.Abs(axes[feature, axis]) * grid.Step / 2).Sum();
        return (low - beyond, high + beyond);
    }
}
