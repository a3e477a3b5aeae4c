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

    /// <summary>The number with its noun, which takes an s unless the number is one.</summary>
    private static string Plural(double count, string noun) => $"{ChartNumbers.Count(count)} {noun}{(count == 1 ? "" : "s")}";
}
