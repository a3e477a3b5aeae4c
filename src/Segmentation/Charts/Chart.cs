namespace Segmentation;

/// <summary>
/// The charts, one method each. They show what other stages computed and compute no statistics themselves.
/// </summary>
public static partial class Chart
{
    /// <summary>"2 · Big spenders", or "Segment 2" where there are no names.</summary>
    private static string SegmentLabel(int segment, IReadOnlyList<string>? names) => names is not null && segment <= names.Count
        ? $"{ChartNumbers.Count(segment)} · {names[segment - 1]}"
        : $"Segment {ChartNumbers.Count(segment)}";
}
