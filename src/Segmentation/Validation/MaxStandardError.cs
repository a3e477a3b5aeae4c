namespace Segmentation;

/// <summary>Where a curve with standard errors has its maximum, by the rules of R's cluster::maxSE.</summary>
public static class MaxStandardError
{
    /// <summary>The 0-based position that a rule picks.</summary>
    /// <param name="values">The curve, at least one value.</param>
    /// <param name="standardErrors">The standard error of each, not negative.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="factor">How many standard errors count as near; default 1.</param>
    /// <exception cref="ArgumentException">There is no value, or there are not equally many of both.</exception>
    public static int Choose(
        ReadOnlySpan<double> values, ReadOnlySpan<double> standardErrors, GapRule rule, double factor = 1)
    {
        if (values.IsEmpty || values.Length != standardErrors.Length)
        {
            throw new ArgumentException(
                $"There are {values.Length} values and {standardErrors.Length} standard errors; as many are needed, at least one.",
                nameof(standardErrors));
        }

        return rule switch
        {
            GapRule.FirstMax => FirstLocalMaximum(values),
            GapRule.GlobalMax => Highest(values),
            GapRule.FirstSEmax => FirstNear(values, standardErrors, FirstLocalMaximum(values), factor),
            GapRule.GlobalSEmax => FirstNear(values, standardErrors, Highest(values), factor),
            _ => FirstNotBeaten(values, standardErrors, factor),
        };
    }

    private static int FirstNotBeaten(ReadOnlySpan<double> values, ReadOnlySpan<double> standardErrors, double factor)
    {
        int i = 0;
        while (i < values.Length - 1 && values[i] < values[i + 1] - (factor * standardErrors[i + 1]))
        {
            i++;
        }

        return i;
    }

    private static int FirstNear(
        ReadOnlySpan<double> values, ReadOnlySpan<double> standardErrors, int maximum, double factor)
    {
        int i = 0;
        while (i < maximum && values[i] < values[maximum] - (factor * standardErrors[maximum]))
        {
            i++;
        }

        return i;
    }

    private static int FirstLocalMaximum(ReadOnlySpan<double> values)
    {
        int i = 0;
        while (i < values.Length - 1 && values[i + 1] > values[i])
        {
            i++;
        }

        return i;
    }

    private static int Highest(ReadOnlySpan<double> values)
    {
        int highest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            highest = values[i] > values[highest] ? i : highest;
        }

        return highest;
    }
}
