namespace Segmentation;

/// <summary>Values as they are spread along an axis, and back.</summary>
internal static class AxisKinds
{
    /// <summary>Where a value stands on an evenly divided axis; not finite where it has no place.</summary>
    public static double Place(this AxisKind kind, double value) => kind switch
    {
        AxisKind.Log => Math.Log10(value),
        AxisKind.LogOfOnePlus => Math.Log10(value + 1),
        _ => value,
    };

    /// <summary>The value at a place.</summary>
    public static double ValueAt(this AxisKind kind, double place) => kind switch
    {
        AxisKind.Log => Math.Pow(10, place),
        AxisKind.LogOfOnePlus => Math.Pow(10, place) - 1,
        _ => place,
    };
}
