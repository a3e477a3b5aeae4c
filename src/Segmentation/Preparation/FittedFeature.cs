namespace Segmentation;

/// <summary>A feature as it was fitted: it becomes (x - Center) / Scale * Weight.</summary>
/// <param name="Name">The name of its column.</param>
/// <param name="Center">What is subtracted, in the column's unit.</param>
/// <param name="Scale">What is divided by, in the column's unit; positive.</param>
/// <param name="Weight">What the scaled feature is multiplied by; positive.</param>
/// <param name="FillValue">What takes the place of a missing cell, in the column's unit; null to drop the row.</param>
public sealed record FittedFeature(string Name, double Center, double Scale, double Weight = 1, double? FillValue = null)
{
    /// <summary>The number on the feature's scale, times its weight.</summary>
    internal double ToScaled(double original) => (original - Center) / Scale * Weight;
}
