namespace Segmentation;

/// <summary>One number of the model's scale in the unit that people know.</summary>
internal static class OriginalUnits
{
    /// <param name="preprocessor">Knows the features.</param>
    /// <param name="scaled">The number.</param>
    /// <param name="feature">The feature that it belongs to, 0-based.</param>
    public static double Of(FittedPreprocessor preprocessor, double scaled, int feature)
    {
        double[] row = new double[preprocessor.Features.Count];
        row[feature] = scaled;
        return preprocessor.InverseTransform(FeatureMatrix.Owning(preprocessor.FeatureNames, row)).Values[feature];
    }
}
