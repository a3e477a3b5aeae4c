namespace Segmentation;

/// <summary>Refuses values whose squared distances would not fit a double.</summary>
internal static class DistanceOverflow
{
    /// <summary>The same, quickly where the rows are known to lie close enough together.</summary>
    public static void Check(RowBlocks rows)
    {
        double weight = rows.Matrix.RowWeights.IsEmpty ? rows.Matrix.RowCount : FixedChunks.InOrder(rows.Matrix.RowWeights);
        double bound = 4 * rows.Farthest * rows.Farthest * rows.Matrix.FeatureCount * weight;
        if (!double.IsFinite(bound) || !double.IsFinite(rows.FarthestFromZero * weight))
        {
            Check(rows.Matrix);
        }
    }

    /// <summary>
    /// No sum of squared distances exceeds the total weight times the sum of the features' squared ranges (with room
    /// for a row that is compared with a centroid at the other end); that bound must be finite.
    /// </summary>
    public static void Check(FeatureMatrix matrix)
    {
        double weight = matrix.RowWeights.IsEmpty ? matrix.RowCount : FixedChunks.InOrder(matrix.RowWeights);
        double bound = 0;
        for (int feature = 0; feature < matrix.FeatureCount; feature++)
        {
            double minimum = double.PositiveInfinity;
            double maximum = double.NegativeInfinity;
            double sum = 0;
            for (int row = 0; row < matrix.RowCount; row++)
            {
                double value = matrix.Values[(row * matrix.FeatureCount) + feature];
                minimum = Math.Min(minimum, value);
                maximum = Math.Max(maximum, value);
                sum += Math.Abs(value) * matrix.WeightOf(row);
            }

            bound += (maximum - minimum) * (maximum - minimum) * weight;
            if (!double.IsFinite(bound) || !double.IsFinite(sum))
            {
                throw new ArgumentException(
                    $"Feature '{matrix.FeatureNames[feature]}' runs from {minimum:R} to {maximum:R}: squared distances over " +
                    $"{matrix.RowCount} rows do not fit a double. Scale the feature first.",
                    nameof(matrix));
            }
        }
    }
}
