using MathNet.Numerics.Distributions;

namespace Segmentation;

/// <summary>
/// How many customers the comparison of two response rates takes: the normal approximation with continuity correction
/// and unequal arms of Fleiss, Tytun and Ury (1980), also in Fleiss, Levin and Paik (2003), chapter 4. The corrected numbers
/// are meant for Fisher's exact test and the chi-squared test with correction; a test without it has more power still.
/// </summary>
internal static class TwoProportions
{
    /// <summary>Whether arms of these sizes show the effect with the design's power.</summary>
    public static bool IsEnough(HoldoutDesign design, double effect, double treatment, double heldOut) =>
        heldOut > 0 && treatment > 0 && Corrected(design, effect, treatment / heldOut) <= heldOut;

    /// <summary>
    /// The smallest effect that arms of these sizes show, null where there is none up to a response of 100%. The number
    /// of customers falls as the effect grows: the square root of the uncorrected one is a concave function that is positive
    /// at 0, divided by the effect. So halving finds the effect to the last bit.
    /// </summary>
    public static double? SmallestEffect(HoldoutDesign design, double treatment, double heldOut)
    {
        double shown = 1 - design.Baseline;
        if (!IsEnough(design, shown, treatment, heldOut))
        {
            return null;
        }

        double hidden = 0;
        while (true)
        {
            double middle = hidden + ((shown - hidden) / 2);
            if (middle <= hidden || middle >= shown)
            {
                return shown;
            }

            (hidden, shown) = IsEnough(design, middle, treatment, heldOut) ? (hidden, middle) : (middle, shown);
        }
    }

    /// <summary>The customers to hold out, before rounding up, where the treatment arm is so many times larger.</summary>
    public static double Corrected(HoldoutDesign design, double effect, double ratio)
    {
        double uncorrected = Uncorrected(design, effect, ratio);
        double root = 1 + Math.Sqrt(1 + (2 * (ratio + 1) / (uncorrected * ratio * effect)));
        return uncorrected / 4 * root * root;
    }

    /// <summary>As <see cref="Corrected"/> without the continuity correction; for equal arms that is R's power.prop.test.</summary>
    public static double Uncorrected(HoldoutDesign design, double effect, double ratio)
    {
        double without = design.Baseline;
        double with = without + effect;
        double pooled = (without + (ratio * with)) / (ratio + 1);
        double root =
            (Normal.InvCDF(0, 1, 1 - (design.Significance / 2)) * Math.Sqrt((ratio + 1) * pooled * (1 - pooled)))
            + (Normal.InvCDF(0, 1, design.Power) * Math.Sqrt((ratio * without * (1 - without)) + (with * (1 - with))));
        return root * root / (ratio * effect * effect);
    }
}
