using System.Text.RegularExpressions;
using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Recognises a numeric column that identifies rows, and so says nothing about what customers are like. It holds whole
/// numbers only, and either its name says that they are ids, or all of them differ and they leave hardly a gap.
/// </summary>
public static partial class IdLikeness
{
    /// <summary>Fewer values than this are no ground for judging by the values: a few ages may well all differ.</summary>
    private const int FewestValues = 20;

    /// <summary>The largest share of absent numbers between the smallest and the largest value.</summary>
    private const double LargestGapShare = 0.1;

    /// <summary>Why a column looks like an id, as a clause with its numbers; null when it does not.</summary>
    public static string? ReasonOf(NumericColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.MissingCount == column.RowCount || !AreWhole(column.Values))
        {
            return null;
        }

        if (IdName().IsMatch(column.Name))
        {
            return "its name says so and all its values are whole numbers";
        }

        double[] sorted = column.PresentValues();
        double span = sorted.Max() - sorted.Min() + 1;
        bool isDense = sorted.Length >= FewestValues && span * (1 - LargestGapShare) <= sorted.Length;
        if (!isDense || span < sorted.Length)
        {
            return null;
        }

        NumberSorting.Sort(sorted);
        return AllDiffer(sorted)
            ? Invariant($"its {sorted.Length} values are all different whole numbers between {sorted[0]} and {sorted[^1]}")
            : null;
    }

    /// <summary>
    /// "id" as a word of its own at the end ("CustomerID", "customer_id", "Id"), or written together with what is
    /// usually identified ("userid"); not "paid".
    /// </summary>
    [GeneratedRegex(
        @"(^|[^\p{L}]|\p{Ll}(?=I))(ID|Id|id)$|(?i:^(customer|client|user|member|account|order|invoice|product|row)id$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex IdName();

    private static bool AreWhole(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsInteger(value) && !double.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllDiffer(double[] sorted)
    {
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
