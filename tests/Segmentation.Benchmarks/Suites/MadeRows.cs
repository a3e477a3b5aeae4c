namespace Segmentation.Benchmarks;

/// <summary>The made rows as the suites need them: in memory.</summary>
internal static class MadeRows
{
    public static FeatureMatrix Matrix(int rowCount, int featureCount) =>
        new(VerbOptions.FeatureNames(featureCount), SeededData.Numbers(rowCount, featureCount, RowShape.Mixture));

    /// <summary>Rows of the matrix, spread evenly over it.</summary>
    public static FeatureMatrix Start(FeatureMatrix matrix, int clusterCount) => FeatureMatrix.FromRows(
        [.. Enumerable.Range(0, clusterCount).Select(cluster => matrix.Row((int)((long)cluster * matrix.RowCount / clusterCount)).ToArray())]);
}
