using static System.FormattableString;

namespace Segmentation;

/// <summary>Features whose few largest values have most of the say.</summary>
internal static class ShapeAudit
{
    private const double StrongSkewness = 1;

    /// <summary>Tukey's outer fences: values beyond are "far out".</summary>
    private const double FarOut = 3;

    /// <summary>So few rows, or this share of them, are outliers and not a tail.</summary>
    private const int FewRows = 3;
    private const double FewRowsShare = 0.001;

    /// <summary>Outliers matter where they hold at least this share of the feature's variance.</summary>
    private const double HeldShare = 0.2;

    private const int MostNamed = 3;

    public static IEnumerable<AuditFinding> Outliers(CustomerTable table, FittedPreprocessor fitted, PreparedData prepared)
    {
        int n = prepared.Matrix.RowCount;
        for (int j = 0; j < fitted.Features.Count; j++)
        {
            FittedFeature feature = fitted.Features[j];
            if (feature.Encoding is { IsLevel: true } || n == 0)
            {
                continue;
            }

            double[] values = [.. Enumerable.Range(0, n).Select(row => prepared.Matrix.Row(row)[j])];
            double[] sorted = [.. values];
            NumberSorting.Sort(sorted);
            double q1 = Quantiles.OfSorted(sorted, 0.25);
            double q3 = Quantiles.OfSorted(sorted, 0.75);
            double low = q1 - (FarOut * (q3 - q1));
            double high = q3 + (FarOut * (q3 - q1));
            int[] far = [.. Enumerable.Range(0, n).Where(row => values[row] < low || values[row] > high)];
            if (q3 == q1 || far.Length == 0 || far.Length > Math.Max(FewRows, FewRowsShare * n))
            {
                continue;
            }

            double mean = Moments.OfSorted(sorted).Mean;
            double held = far.Sum(row => Square(values[row] - mean)) / sorted.Sum(value => Square(value - mean));
            if (held >= HeldShare)
            {
                string who = string.Join(", ", far.OrderByDescending(row => Math.Abs(values[row] - mean)).Take(MostNamed).Select(row => table.NameOf(prepared.Rows[row])));
                string more = far.Length > MostNamed ? Invariant($" and {far.Length - MostNamed:#,0} more") : string.Empty;
                (string lie, string hold, string they, string their, string them) =
                    far.Length == 1 ? ("lies", "holds", "it", "its", "it") : ("lie", "hold", "they", "their", "them");
                yield return new AuditFinding(
                    AuditKind.ExtremeOutliers,
                    [feature.Column],
                    Invariant($"{far.Length:#,0} of {NumberText.Customers(n)} ({who}{more}) {lie} beyond {NumberText.Of(feature.ToOriginal(low))} to {NumberText.Of(feature.ToOriginal(high))} in '{feature.Name}' and {hold} {NumberText.Percent(held)} of its variance: {they} would likely be a segment of {their} own. Look at {them} first."),
                    new Dictionary<string, double> { ["outliers"] = far.Length, ["varianceShare"] = held });
            }
        }
    }

    /// <summary>
    /// Amounts with a long tail to the right, more than 1 and more than two standard errors, whose logarithm has at most half
    /// the skewness.
    /// </summary>
    public static IEnumerable<AuditFinding> Skewed(AuditedFeatures features, CustomerTable table)
    {
        foreach (FittedFeature feature in features.Features.Where(feature => feature.Encoding is null))
        {
            double[] amounts = ((NumericColumn)table.Numeric(feature.Column).Take(features.TableRows)).PresentValues();
            if (amounts.Length < 3 || amounts.Min() < 0 || amounts.Distinct().Take(3).Count() < 3)
            {
                continue;
            }

            NumberSorting.Sort(amounts);
            double n = amounts.Length;
            double standardError = Math.Sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)));
            string form = amounts[0] == 0 ? "ln(1 + x)" : "ln x";
            double[] logarithms = new LogEncoding(feature.Column, amounts[0] == 0 ? 1 : 0)
                .Encode(new CustomerTable([new NumericColumn(feature.Column, amounts)])).Numbers;
            if (Moments.OfSorted(amounts).Skewness is double before && Moments.OfSorted(logarithms).Skewness is double after
                && before > Math.Max(StrongSkewness, 2 * standardError) && Math.Abs(after) <= before / 2)
            {
                yield return new AuditFinding(
                    AuditKind.SkewedAmount,
                    [feature.Column],
                    Invariant($"'{feature.Name}' has a long tail of high values (skewness {before:0.00}), which get most of the say; {form} has a skewness of {after:0.00}. Consider --encode \"{feature.Column}=log\"."),
                    new Dictionary<string, double> { ["skewness"] = before, ["skewnessOfLog"] = after });
            }
        }
    }

    private static double Square(double x) => x * x;
}
