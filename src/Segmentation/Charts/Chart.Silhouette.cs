using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>More rows than this are drawn as an outline through evenly spaced ranks.</summary>
    private const int MostSilhouetteSteps = 2000;

    /// <summary>
    /// The silhouette width of every row, sorted within its segment (Rousseeuw 1987), with the mean over all rows.
    /// </summary>
    /// <param name="silhouette">The widths.</param>
    /// <param name="names">The segments' names, the first that of segment 1; null for numbers only.</param>
    /// <param name="palette">The segments' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    public static Figure Silhouette(
        SilhouetteResult silhouette, IReadOnlyList<string>? names = null, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(silhouette);
        palette ??= SegmentPalette.Default;
        ImmutableArray<Trace>.Builder traces = ImmutableArray.CreateBuilder<Trace>();
        ImmutableArray<double>.Builder middles = ImmutableArray.CreateBuilder<double>();
        ImmutableArray<string>.Builder labels = ImmutableArray.CreateBuilder<string>();
        double gap = Math.Ceiling(silhouette.Widths.Length * 0.02);
        double top = 0;
        foreach (double[] widths in SortedWidths(silhouette))
        {
            int segment = traces.Count + 1;
            string label = SegmentLabel(segment, names);
            int most = Math.Max(2, MostSilhouetteSteps * widths.Length / Math.Max(1, silhouette.Widths.Length));
            traces.Add(Knife(widths, top, steps: silhouette.Widths.Length <= MostSilhouetteSteps, most) with
            {
                Name = label,
                InLegend = false,
                FillColor = palette.ColorOf(segment),
            });
            middles.Add(top + (widths.Length / 2.0));
            labels.Add($"{label}\n{NumberText.Counted(widths.Length, "row")}, mean {ChartNumbers.Short(silhouette.ClusterMeans[segment - 1])}");
            top += widths.Length + gap;
        }

        Layout layout = new()
        {
            Title = "Silhouette of every row",
            Subtitle = silhouette.Mean.SampleSize is int size
                ? $"Estimated from a sample of {NumberText.Counted(size, "row")}. Below 0: nearer to another segment."
                : "Near 1: well placed. Below 0: nearer to another segment.",
            XAxis = new() { Title = "Silhouette width", IncludesZero = true },
            YAxis = new() { TickValues = middles.ToImmutable(), TickTexts = labels.ToImmutable(), Reversed = true, Grid = false },
            ReferenceLines = [new(silhouette.Mean.Value, $"Mean {ChartNumbers.Short(silhouette.Mean.Value)}")],
            PlotHeight = Math.Max(300, 72 * labels.Count),
        };
        string description = $"Mean {ChartNumbers.Short(silhouette.Mean.Value)}. "
            + string.Join(' ', labels.Select(label => label.Replace("\n", ": ", StringComparison.Ordinal) + "."));
        return new(traces.ToImmutable(), layout, description);
    }

    private static List<double[]> SortedWidths(SilhouetteResult silhouette)
    {
        List<double>[] bySegment = [.. silhouette.ClusterMeans.Select(_ => new List<double>())];
        for (int i = 0; i < silhouette.Widths.Length; i++)
        {
            bySegment[silhouette.Labels[i]].Add(silhouette.Widths[i]);
        }

        return [.. bySegment.Select(widths => widths.OrderDescending().ToArray())];
    }

    /// <summary>The area between zero and the widths, which fall from top to bottom.</summary>
    private static ScatterTrace Knife(double[] widths, double top, bool steps, int most)
    {
        ImmutableArray<double>.Builder x = ImmutableArray.CreateBuilder<double>();
        ImmutableArray<double>.Builder y = ImmutableArray.CreateBuilder<double>();
        void Add(double width, double row)
        {
            x.Add(width);
            y.Add(row);
        }

        Add(0, top);
        int points = steps ? widths.Length : Math.Min(most, widths.Length);
        for (int point = 0; point < points; point++)
        {
            int rank = steps ? point : (int)((long)point * (widths.Length - 1) / Math.Max(1, points - 1));
            Add(widths[rank], top + rank);
            if (steps || point == points - 1)
            {
                Add(widths[rank], top + rank + 1);
            }
        }

        Add(0, top + widths.Length);
        return new(x.ToImmutable(), y.ToImmutable());
    }
}
