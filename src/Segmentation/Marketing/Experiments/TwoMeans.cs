using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Segmentation;

/// <summary>
/// How many customers the comparison of two means takes: the power of Student's t-test with one variance, from the
/// noncentral t distribution (Cohen 1988, section 2.5), as R's power.t.test. Effects are in standard deviations.
/// </summary>
internal static class TwoMeans
{
    private const int IntegrationPoints = 128;

    /// <summary>Past this many degrees of freedom t and normal differ by less than the stated digits.</summary>
    private const double NearlyNormal = 1e6;

    /// <summary>Whether arms of these sizes show the effect with the design's power.</summary>
    public static bool IsEnough(HoldoutDesign design, double effect, double treatment, double heldOut) =>
        heldOut > 0 && treatment > 0 && treatment + heldOut > 2
        && Power(effect / Math.Sqrt((1 / treatment) + (1 / heldOut)), treatment + heldOut - 2, design.Significance) >= design.Power;

    /// <summary>The smallest effect that arms of these sizes show; null where there are too few customers to test anything.</summary>
    public static double? SmallestEffect(HoldoutDesign design, double treatment, double heldOut)
    {
        if (heldOut == 0 || treatment == 0 || treatment + heldOut <= 2)
        {
            return null;
        }

        double shown = 1;
        while (!IsEnough(design, shown, treatment, heldOut))
        {
            shown *= 2;
        }

        double hidden = 0;
        while (shown - hidden > 1e-12 * shown)
        {
            double middle = hidden + ((shown - hidden) / 2);
            (hidden, shown) = IsEnough(design, middle, treatment, heldOut) ? (hidden, middle) : (middle, shown);
        }

        return shown;
    }

    /// <summary>
    /// The chance that t exceeds its upper limit; that it falls below the lower one by mistake is not counted.
    /// </summary>
    /// <param name="noncentrality">The difference of the means in standard errors.</param>
    /// <param name="freedom">The degrees of freedom.</param>
    /// <param name="significance">Two-sided.</param>
    public static double Power(double noncentrality, double freedom, double significance)
    {
        if (freedom > NearlyNormal)
        {
            return Normal.CDF(0, 1, noncentrality - Normal.InvCDF(0, 1, 1 - (significance / 2)));
        }

        // t = (Z + noncentrality) / s, where s, the estimated standard deviation over the true one, has a chi distribution.
        double limit = StudentT.InvCDF(0, 1, freedom, 1 - (significance / 2));
        double half = freedom / 2;
        double logScale = Math.Log(2) + (half * Math.Log(half)) - SpecialFunctions.GammaLn(half);
        double reach = 10 / Math.Sqrt(2 * freedom);
        return GaussLegendreRule.Integrate(
            s => Math.Exp(logScale + ((freedom - 1) * Math.Log(s)) - (half * s * s)) * Normal.CDF(0, 1, noncentrality - (limit * s)),
            Math.Max(0, 1 - reach),
            1 + reach,
            IntegrationPoints);
    }
}
