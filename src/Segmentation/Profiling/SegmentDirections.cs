using MathNet.Numerics.LinearAlgebra;

namespace Segmentation;

/// <summary>
/// The two directions along which the segments' centres differ most: the first principal components of the centres, each
/// weighted by its customers. A customer's nearest centre depends on no direction outside the centres' own.
/// </summary>
internal static class SegmentDirections
{
    /// <summary>Two rows of weights, one for each feature, each of length 1; the largest weight is positive.</summary>
    /// <param name="centroids">The centres on the scale that was clustered, at least three that lie on no line.</param>
    /// <param name="sizes">The customers of each.</param>
    /// <returns>null where the centres lie on a line.</returns>
    public static double[][]? Of(FeatureMatrix centroids, IReadOnlyList<int> sizes)
    {
        double all = sizes.Sum();
        Matrix<double> centres = Matrix<double>.Build.Dense(
            centroids.RowCount, centroids.FeatureCount, (segment, feature) => centroids.Row(segment)[feature]);
        Vector<double> mean = Vector<double>.Build.Dense([.. sizes.Select(size => size / all)]) * centres;
        Matrix<double> spread = Matrix<double>.Build.Dense(
            centres.RowCount, centres.ColumnCount, (segment, feature) => Math.Sqrt(sizes[segment] / all) * (centres[segment, feature] - mean[feature]));
        var components = spread.TransposeAndMultiply(spread).Evd(Symmetricity.Symmetric);
        int last = centres.RowCount - 1;
        double[] variances = [.. components.EigenValues.Select(value => value.Real)];
        return last < 1 || variances[last - 1] <= 1e-9 * variances[last]
            ? null
            : [Direction(spread, components.EigenVectors.Column(last)), Direction(spread, components.EigenVectors.Column(last - 1))];
    }

    private static double[] Direction(Matrix<double> spread, Vector<double> component)
    {
        double[] weights = [.. (component * spread).Normalize(2)];
        return weights.MaxBy(Math.Abs) < 0 ? [.. weights.Select(weight => -weight)] : weights;
    }
}
