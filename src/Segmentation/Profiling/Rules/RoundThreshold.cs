using System.Globalization;

namespace Segmentation;

/// <summary>Thresholds that people can read: in a gap between rows any number parts them, so the roundest is taken.</summary>
internal static class RoundThreshold
{
    /// <summary>More digits no double has.</summary>
    private const int MostDigits = 17;

    private static readonly string[] InFull = ["#,##0.###############", "R"];

    /// <summary>
    /// The number in [low, high) with the fewest digits, final zeros not counted, and decimals twice so that whole numbers
    /// come first; of several the one nearest the middle, then the rounder (10 before 9), then the lower.
    /// </summary>
    public static double Between(double low, double high)
    {
        double middle = (low / 2) + (high / 2);
        double best = low;
        int fewest = int.MaxValue;
        int power = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(low), Math.Abs(high)))) + 1;
        for (int last = power - MostDigits; power >= last; power--)
        {
            double below = Math.Floor(middle / Math.Pow(10, power));
            if (!(Math.Abs(below) < 1e17))
            {
                break;
            }

            foreach (long multiple in new[] { (long)below, (long)below + 1 })
            {
                double candidate = double.Parse(FormattableString.Invariant($"{multiple}E{power}"), CultureInfo.InvariantCulture);
                int digits = Digits(multiple, power);
                bool isBetter = digits < fewest
                    || (digits == fewest && Math.Abs(candidate - middle) < Math.Abs(best - middle));
                if (low <= candidate && candidate < high && isBetter)
                {
                    (best, fewest) = (candidate, digits);
                }
            }
        }

        return best;
    }

    /// <summary>A threshold as <see cref="NumberText"/> writes it where that is the very number, else in full.</summary>
    public static string Text(double threshold)
    {
        string[] texts = [NumberText.Of(threshold), .. InFull.Select(format => threshold.ToString(format, CultureInfo.InvariantCulture))];
        return texts.First(text => double.Parse(text, CultureInfo.InvariantCulture) == threshold);
    }

    private static int Digits(long multiple, int power)
    {
        while (multiple != 0 && multiple % 10 == 0)
        {
            multiple /= 10;
            power++;
        }

        int digits = Math.Abs(multiple).ToString(CultureInfo.InvariantCulture).Length;
        return digits + (multiple == 0 ? 0 : Math.Max(0, -power));
    }
}
