namespace Segmentation;

public static partial class Chart
{
    /// <summary>
    /// One iteration of K-Means over the first two features: the rows in the colours of their clusters, and an arrow for
    /// the move of each centroid.
    /// </summary>
    /// <param name="iteration">The iteration, one of <see cref="KMeansTrace.Iterations"/>.</param>
    /// <param name="palette">The clusters' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    /// <exception cref="ArgumentException">There is only one feature.</exception>
    public static Figure KMeansIteration(KMeansIteration iteration, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(iteration);
        palette ??= SegmentPalette.Default;
        Figure rows = Clusters(iteration.Matrix, iteration.Labels, title: $"Iteration {ChartNumbers.Count(iteration.Number)}", palette: palette);
        (double[] fromX, double[] fromY) = (FeatureOf(iteration.Before, 0), FeatureOf(iteration.Before, 1));
        (double[] toX, double[] toY) = (FeatureOf(iteration.After, 0), FeatureOf(iteration.After, 1));
        IEnumerable<Trace> before = fromX.Select((_, cluster) => new ScatterTrace([fromX[cluster]], [fromY[cluster]])
        {
            Name = "Centroids",
            InLegend = false,
            Marker = new Marker(ChartColors.Paper)
            {
                Symbol = palette.SymbolOf(cluster + 1),
                Size = 16,
                Outline = new Stroke(palette.ColorOf(cluster + 1)) { Width = 3.5 },
            },
        });
        ArrowTrace moves = new([.. fromX], [.. fromY], [.. toX], [.. toY]) { Name = "Move of the centroid" };
        string changes = iteration.Number == 1 ? string.Empty : $"; {NumberText.Counted(iteration.Changes, "row")} changed cluster";
        int points = rows.Data.OfType<ScatterTrace>().Sum(trace => trace.X.Length);
        string sample = points < iteration.Matrix.RowCount ? $". {rows.Layout.Subtitle}" : string.Empty;
        Layout layout = rows.Layout with
        {
            Subtitle = $"Inertia {NumberText.Of(iteration.Inertia)}{changes}{sample}",
            Width = 440,
        };
        IEnumerable<string> sentences = fromX.Select((_, cluster) =>
            $"Centroid {ChartNumbers.Count(cluster + 1)} moves from ({ChartNumbers.Short(fromX[cluster])}, {ChartNumbers.Short(fromY[cluster])}) to ({ChartNumbers.Short(toX[cluster])}, {ChartNumbers.Short(toY[cluster])}).");
        return new([.. rows.Data, .. before, moves], layout, $"{layout.Subtitle}. {string.Join(' ', sentences)}");
    }

    /// <summary>The iterations of a K-Means run side by side, over the first two features.</summary>
    /// <param name="trace">The run.</param>
    /// <param name="most">The most pictures; of more iterations the first ones and the last. Default 12, at least 2.</param>
    /// <param name="palette">The clusters' colours; null for <see cref="SegmentPalette.Default"/>.</param>
    public static Gallery KMeansIterations(KMeansTrace trace, int most = 12, SegmentPalette? palette = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        IEnumerable<KMeansIteration> shown = trace.Iterations.Count <= most
            ? trace.Iterations
            : trace.Iterations.Take(most - 1).Append(trace.Iterations[^1]);
        return Gallery.SideBySide([.. shown.Select(iteration => KMeansIteration(iteration, palette))]);
    }
}
