using System.Collections.Immutable;

namespace Segmentation;

/// <summary>A tick's value and its text.</summary>
internal sealed record AxisLabel(double Value, TextBlock Text);

/// <summary>The labels of an axis, so many and so broken that none meets another.</summary>
internal sealed record AxisLabels(ImmutableArray<AxisLabel> Labels, bool Turned = false)
{
    private const double Gap = 8;
    private const double PixelsBetweenRows = 42;

    /// <summary>The width of the widest label as it stands.</summary>
    public double Width => Labels.Select(label => Turned ? label.Text.Height : label.Text.Width).DefaultIfEmpty().Max();

    /// <summary>The height of the highest label as it stands.</summary>
    public double Height => Labels.Select(label => Turned ? label.Text.Width : label.Text.Height).DefaultIfEmpty().Max();

    /// <summary>The axis's own texts, broken to a width.</summary>
    public static AxisLabels Texts(Axis axis, double width, int mostLines) => new(
        [.. axis.TickValues.Zip(axis.TickTexts, (value, text) => new AxisLabel(value, TextBlock.Wrap(text, width, mostLines)))]);

    /// <summary>Labels beside a vertical axis.</summary>
    public static AxisLabels Beside(Axis axis, (double Minimum, double Maximum) range, double height, double largestWidth)
    {
        if (axis.IsHidden)
        {
            return new([]);
        }

        return axis.TickValues.IsEmpty
            ? Numbers(axis, range, Math.Max(2, (int)(height / PixelsBetweenRows)))
            : Texts(axis, largestWidth, CartesianPicture.LargestTickLines);
    }

    /// <summary>Labels below a horizontal axis. Texts that do not fit side by side are turned.</summary>
    public static AxisLabels Below(Axis axis, (double Minimum, double Maximum) range, double width)
    {
        if (axis.IsHidden)
        {
            return new([]);
        }

        if (!axis.TickValues.IsEmpty)
        {
            double room = width / axis.TickValues.Length;
            AxisLabels lying = Texts(axis, room - Gap, CartesianPicture.LargestTickLines);
            bool breaksWords = axis.TickTexts.Any(text => text.Split(' ', '\n').Any(
                word => TextBlock.WidthOf(word, TextBlock.DefaultSize) > room - Gap));
            return lying.Labels.Any(label => label.Text.Shortened) || breaksWords
                ? Texts(axis, CartesianPicture.LargestTickWidth, Math.Clamp((int)(room / (TextBlock.DefaultSize * 1.25)), 1, 3)) with { Turned = true }
                : lying;
        }

        for (int most = Math.Max(2, (int)(width / 45)); ; most--)
        {
            AxisLabels labels = Numbers(axis, range, most);
            int needed = axis.Kind == AxisKind.Linear ? labels.Labels.Length : most;
            if (most <= 2 || needed * (labels.Width + Gap) <= width)
            {
                return labels;
            }
        }
    }

    private static AxisLabels Numbers(Axis axis, (double Minimum, double Maximum) range, int most)
    {
        if (axis.Kind != AxisKind.Linear)
        {
            return new([.. LogTicks.Between(axis.Kind, range, most).Select(value => new AxisLabel(value, TextBlock.Of(ChartNumbers.ForTicks(value, value)(value))))]);
        }

        (ImmutableArray<double> values, double step) =
            Ticks.Between(range.Minimum, range.Maximum, most, axis.WholeNumbers ? 1 : 0);
        Func<double, string> text = ChartNumbers.ForTicks(step, Math.Max(Math.Abs(range.Minimum), Math.Abs(range.Maximum)));
        return new([.. values.Select(value => new AxisLabel(value, TextBlock.Of(text(value))))]);
    }
}
