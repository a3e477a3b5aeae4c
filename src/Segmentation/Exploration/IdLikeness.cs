using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Recognises a numeric column that identifies rows, and so says nothing about what customers are like. It holds whole
/// numbers only, and either its name says that they are ids, or all of them differ and they leave hardly a gap or are as
/// long as account numbers.
/// </summary>
public static class IdLikeness
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

        if (IdNames.IsId(column.Name))
        {
            return "its name says so and all its values are whole numbers";
        }

        if (IdNames.IsPostcode(column.Name))
        {
            return null;
        }

        double[] sorted = column.PresentValues();
        double span = sorted.Max() - sorted.Min() + 1;
        bool isDense = sorted.Length >= FewestValues && span * (1 - LargestGapShare) <= sorted.Length;
        if (!(isDense && span >= sorted.Length) && !AreAccounts(sorted))
        {
            return null;
        }

        NumberSorting.Sort(sorted);
        return AllDiffer(sorted)
            ? Invariant($"its {sorted.Length} values are all different whole numbers between {sorted[0]} and {sorted[^1]}")
            : null;
    }

    /// <summary>
    /// Whether numbers are as long as each other and as account numbers, 9 to 15 digits, and not as amounts, which are often
    /// round.
    /// </summary>
    private static bool AreAccounts(double[] values)
    {
        double lowest = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, values.Min()))));
        return values.Length >= FewestValues && lowest is >= 1e8 and <= 1e14 && values.Max() < 10 * lowest
            && values.Count(value => value % 100 == 0) < values.Length * LargestGapShare;
    }

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
