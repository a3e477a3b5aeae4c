namespace Segmentation;

/// <summary>How values are spread along an <see cref="Axis"/>.</summary>
public enum AxisKind
{
    /// <summary>Equal differences take equal room.</summary>
    Linear,

    /// <summary>Equal ratios take equal room; a value of 0 or less has no place.</summary>
    Log,

    /// <summary>As <see cref="Log"/>, of the value plus 1, so that 0 has a place.</summary>
    LogOfOnePlus,
}
