namespace Segmentation.Tests.Charts;

public sealed class SegmentPaletteTests
{
    /// <summary>Machado, Oliveira and Fernandes (2009), severity 1, applied to linear RGB.</summary>
    private static readonly double[,] Deuteranopia =
    {
        { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 },
    };

    private static readonly double[,] Protanopia =
    {
        { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 },
    };

    private static readonly double[,] FullSight = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };

    public static TheoryData<string, SegmentPalette> Palettes => new()
    {
        { "default", SegmentPalette.Default }, { "classic", SegmentPalette.Classic },
    };

    [Theory]
    [MemberData(nameof(Palettes))]
    public void ColorOf_FirstThirtySegments_ContrastsWithWhite(string name, SegmentPalette palette)
    {
        for (int segment = 1; segment <= 30; segment++)
        {
            double contrast = Rgb.Parse(palette.ColorOf(segment)).ContrastWith(new Rgb(255, 255, 255));

            Assert.True(contrast >= 3, $"{name} {segment}: {contrast:F2}"); // WCAG 2.2, 1.4.11: graphical objects
        }
    }

    [Fact]
    public void Default_EveryPair_StaysApartForColourBlindReaders()
    {
        // CIE76 distances; about 2.3 is just noticeable, 20 is seen at a glance in marks of a few pixels.
        const double Threshold = 20;

        foreach (double[,] sight in new[] { FullSight, Deuteranopia, Protanopia })
        {
            for (int one = 1; one <= 8; one++)
            {
                for (int other = one + 1; other <= 8; other++)
                {
                    double distance = Distance(Seen(one, sight), Seen(other, sight));

                    Assert.True(distance >= Threshold, $"{one} and {other}: {distance:F1}");
                }
            }
        }
    }

    [Fact]
    public void SymbolAndColour_FirstTwentyFourSegments_AreNeverTheSameTogether()
    {
        var marks = Enumerable.Range(1, 24).Select(s => (SegmentPalette.Default.ColorOf(s), SegmentPalette.Default.SymbolOf(s)));

        Assert.Equal(24, marks.Distinct().Count());
    }

    [Fact]
    public void Contrast_BlackOnWhite_IsTwentyOne() =>
        Assert.Equal(21, new Rgb(0, 0, 0).ContrastWith(new Rgb(255, 255, 255)), 1e-12); // by definition; rounding only

    [Fact]
    public void TextOn_EveryColourOfTheHeatMaps_IsReadable()
    {
        for (int i = 0; i <= 100; i++)
        {
            string background = ColorScale.Diverging.ColorAt(i / 100.0);

            double contrast = Rgb.Parse(background).ContrastWith(Rgb.Parse(Rgb.TextOn(background)));

            Assert.True(contrast >= 4.5, $"{background}: {contrast:F2}"); // WCAG 2.2, 1.4.3: text
        }
    }

    [Fact]
    public void Text_OnPaper_IsReadable()
    {
        foreach (string color in new[] { ChartColors.Text, ChartColors.SecondaryText })
        {
            Assert.True(Rgb.Parse(color).ContrastWith(Rgb.Parse(ChartColors.Paper)) >= 4.5);
        }

        Assert.True(Rgb.Parse(ChartColors.AxisLine).ContrastWith(Rgb.Parse(ChartColors.Paper)) >= 3);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("\"/><script>")]
    public void SegmentPalette_NotAColour_SaysHowOneIsWritten(string color)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SegmentPalette(color));

        Assert.StartsWith($"A colour is written as #rrggbb, not '{color}'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SegmentPalette_NoColour_IsRefused() => Assert.Throws<ArgumentException>(() => new SegmentPalette([]));

    private static double[] Seen(int segment, double[,] sight)
    {
        Rgb color = Rgb.Parse(SegmentPalette.Default.ColorOf(segment));
        double[] linear = [Rgb.Linear(color.Red), Rgb.Linear(color.Green), Rgb.Linear(color.Blue)];
        double[] seen =
        [
            .. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(i => sight[row, i] * linear[i]), 0, 1)),
        ];
        return Lab(seen);
    }

    /// <summary>CIE 1976 L*a*b* of linear sRGB, white point D65.</summary>
    private static double[] Lab(double[] rgb)
    {
        double x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.95047);
        double y = F((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        double z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16 / 116.0);

    private static double Distance(double[] one, double[] other) =>
        Math.Sqrt(one.Zip(other, (a, b) => (a - b) * (a - b)).Sum());
}
