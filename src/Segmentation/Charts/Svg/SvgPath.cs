using System.Globalization;
using System.Text;

namespace Segmentation;

/// <summary>Builds the data of an SVG path.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder path = new();

    /// <summary>Goes to a point: with a line when the pen is down, otherwise to start anew there.</summary>
    public void To(double x, double y, bool penDown) =>
        path.Append(CultureInfo.InvariantCulture, $"{(penDown ? 'L' : 'M')}{SvgCanvas.Number(x)} {SvgCanvas.Number(y)}");

    public void Close() => path.Append('Z');

    /// <summary>Adds a symbol of about the same area whatever its shape.</summary>
    public void Symbol(MarkerSymbol symbol, double x, double y, double radius)
    {
        switch (symbol)
        {
            case MarkerSymbol.Circle:
                string r = SvgCanvas.Number(radius);
                string d = SvgCanvas.Number(radius * 2);
                To(x - radius, y, penDown: false);
                path.Append(CultureInfo.InvariantCulture, $"a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0");
                Close();
                break;
            case MarkerSymbol.Square:
                Polygon(x, y, radius * 0.9, [(-1, -1), (1, -1), (1, 1), (-1, 1)]);
                break;
            case MarkerSymbol.Diamond:
                Polygon(x, y, radius * 1.3, [(0, -1), (1, 0), (0, 1), (-1, 0)]);
                break;
            case MarkerSymbol.TriangleUp:
                Polygon(x, y, radius * 1.2, [(0, -1), (1, 0.75), (-1, 0.75)]);
                break;
            case MarkerSymbol.TriangleDown:
                Polygon(x, y, radius * 1.2, [(0, 1), (1, -0.75), (-1, -0.75)]);
                break;
            case MarkerSymbol.TriangleLeft:
                Polygon(x, y, radius * 1.2, [(-1, 0), (0.75, -1), (0.75, 1)]);
                break;
            case MarkerSymbol.Cross:
                Polygon(x, y, radius * 1.2, Cross);
                break;
            default:
                Polygon(x, y, radius * 0.9, [.. Cross.Select(p => (p.X - p.Y, p.X + p.Y))]);
                break;
        }
    }

    public override string ToString() => path.ToString();

    private static readonly (double X, double Y)[] Cross =
    [
        (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35),
        (0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35),
    ];

    private void Polygon(double x, double y, double scale, (double X, double Y)[] corners)
    {
        for (int i = 0; i < corners.Length; i++)
        {
            To(x + (corners[i].X * scale), y + (corners[i].Y * scale), penDown: i > 0);
        }

        Close();
    }
}
