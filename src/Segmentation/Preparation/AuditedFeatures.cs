namespace Segmentation;

/// <summary>The scaled features, feature by feature; splits are looked for in at most <see cref="MostRows"/> rows.</summary>
internal sealed class AuditedFeatures
{
    private const int MostRows = 20_000;

    private readonly double[][] values;
    private readonly double[][] sampled;
    private readonly double sampledSquares;
    private readonly CustomerTable table;

    public AuditedFeatures(CustomerTable table, FittedPreprocessor fitted, PreparedData prepared)
    {
        this.table = table;
        Features = fitted.Features;
        Rows = [.. Enumerable.Range(0, prepared.Matrix.RowCount)];
        TableRows = prepared.Rows.ToArray();
        int step = ((Rows.Length - 1) / MostRows) + 1;
        int[] sample = [.. Rows.Where(row => row % step == 0)];
        SampleNote = step == 1 ? string.Empty : FormattableString.Invariant($" (in a sample of {sample.Length:#,0} of {Rows.Length:#,0} rows)");
        values = new double[Features.Count][];
        sampled = new double[Features.Count][];
        Variances = new double[Features.Count];
        for (int j = 0; j < values.Length; j++)
        {
            values[j] = [.. Rows.Select(row => prepared.Matrix.Row(row)[j])];
            sampled[j] = step == 1 ? values[j] : [.. sample.Select(row => values[j][row])];
            Variances[j] = SquaresAbout(Mean(values[j]), values[j]) / Math.Max(1, Rows.Length);
        }

        sampledSquares = sampled.Sum(numbers => SquaresAbout(Mean(numbers), numbers));
    }

    public IReadOnlyList<FittedFeature> Features { get; }

    /// <summary>Where splits were looked for, in words; empty where that was in all rows.</summary>
    public string SampleNote { get; }

    /// <summary>The rows of the matrix.</summary>
    public int[] Rows { get; }

    /// <summary>The rows of the table that they are.</summary>
    public int[] TableRows { get; }

    /// <summary>The variance of each scaled and weighted feature (denominator n).</summary>
    public double[] Variances { get; }

    public double TotalVariance => Variances.Sum();

    /// <summary>The columns, each with the indices of its features.</summary>
    public IEnumerable<IGrouping<string, int>> Columns =>
        Enumerable.Range(0, Features.Count).GroupBy(j => Features[j].Column, StringComparer.Ordinal);

    public double[] this[int feature] => values[feature];

    /// <summary>Whether a feature is a level, or its column has two values; what fills missing cells is no value.</summary>
    public bool HasTwoValues(int feature)
    {
        if (Features[feature].Encoding is { IsLevel: true })
        {
            return true;
        }

        NumericColumn numbers = Features[feature].NumbersOf(table);
        return TableRows.Where(row => !numbers.IsMissing(row)).Select(row => numbers[row]).Distinct().Take(3).Count() == 2;
    }

    /// <summary>
    /// The share of the whole variance, over all features, that goes when the rows are split in two where that takes away the
    /// most of one feature's own variance; 0 for a feature that is constant.
    /// </summary>
    public double ShareOfBestSplit(int feature)
    {
        if (BestThreshold(feature) is not double threshold || sampledSquares == 0)
        {
            return 0;
        }

        double taken = 0;
        for (int j = 0; j < sampled.Length; j++)
        {
            taken += TakenFrom(j, row => sampled[feature][row] < threshold);
        }

        return taken / sampledSquares;
    }

    /// <summary>Where one feature is best split in two: the smallest value of the upper part.</summary>
    private double? BestThreshold(int feature)
    {
        double[] sorted = [.. sampled[feature]];
        Array.Sort(sorted);
        double mean = Mean(sorted);
        double below = 0;
        double most = 0;
        double? threshold = null;
        for (int i = 1; i < sorted.Length; i++)
        {
            below += sorted[i - 1] - mean;
            double between = below * below * sorted.Length / ((double)i * (sorted.Length - i));
            if (sorted[i] != sorted[i - 1] && between > most)
            {
                (most, threshold) = (between, sorted[i]);
            }
        }

        return threshold;
    }

    /// <summary>The squared deviations of a feature that a split takes away.</summary>
    private double TakenFrom(int feature, Func<int, bool> isLower)
    {
        double[] numbers = sampled[feature];
        double mean = Mean(numbers);
        double lower = 0;
        int count = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            if (isLower(row))
            {
                lower += numbers[row] - mean;
                count++;
            }
        }

        return count == 0 || count == numbers.Length ? 0 : lower * lower * numbers.Length / ((double)count * (numbers.Length - count));
    }

    private static double Mean(double[] numbers)
    {
        double sum = 0;
        foreach (double number in numbers)
        {
            sum += number;
        }

        return numbers.Length == 0 ? 0 : sum / numbers.Length;
    }

    private static double SquaresAbout(double center, double[] numbers)
    {
        double sum = 0;
        foreach (double number in numbers)
        {
            sum += (number - center) * (number - center);
        }

        return sum;
    }
}
