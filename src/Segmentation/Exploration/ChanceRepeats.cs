using MathNet.Numerics.Distributions;

namespace Segmentation;

/// <summary>
/// How many rows would repeat another one by chance: columns of few values have so few combinations that many customers
/// share one.
/// </summary>
internal static class ChanceRepeats
{
    private const double Significance = 0.01;
    private const int MostSampled = 1_000;

    /// <summary>More columns than this can only lower the chance.</summary>
    private const int MostColumns = 40;

    /// <summary>
    /// Whether rows repeat more often than so many combinations would give: there are more combinations than rows, and so many
    /// repeats come by chance in fewer than one of a hundred tables.
    /// </summary>
    /// <remarks>
    /// Of each column the chance that two rows agree is counted, given that they agree in the column before it that goes with
    /// it most: region and region code are not asked twice. Rows that agree in everything, which may be copies, are no
    /// evidence for that. What goes with two columns together and with neither alone is not seen, so twice the number of
    /// pairs is granted.
    /// </remarks>
    public static bool AreExceeded(int repeats, IReadOnlyList<Column> columns, int rowCount)
    {
        int[][] codes = [.. columns.Select(Codes)];
        double combinations = codes.Aggregate(1.0, (product, column) => product * (column.Max() + 1));
        if (combinations <= rowCount)
        {
            return false;
        }

        double granted = rowCount * (rowCount - 1.0) * ChanceToAgree(codes, rowCount);
        double byChance = granted == 0 ? 0 : 1 - Poisson.CDF(granted, repeats - 1);
        return byChance < Significance;
    }

    /// <summary>The chance that two rows agree in every column.</summary>
    private static double ChanceToAgree(int[][] codes, int rowCount)
    {
        int step = ((rowCount - 1) / MostSampled) + 1;
        int[][] sampled = [.. codes.Take(MostColumns).Select(column => column.Where((_, row) => row % step == 0).ToArray())];
        double copies = AgreeingPairs(Joint(codes));
        double sampledCopies = AgreeingPairs(Joint([.. codes.Select(column => column.Where((_, row) => row % step == 0).ToArray())]));
        double[] sampledPairs = [.. sampled.Select(AgreeingPairs)];
        double allPairs = rowCount / 2.0 * (rowCount - 1);
        double chance = 1;
        for (int column = 0; column < sampled.Length; column++)
        {
            double most = Without(copies, AgreeingPairs(codes[column]), allPairs);
            for (int before = 0; before < column; before++)
            {
                double both = AgreeingPairs(Joint([sampled[before], sampled[column]]));
                most = Math.Max(most, Without(sampledCopies, both, sampledPairs[before]));
            }

            chance *= most;
        }

        return chance;
    }

    /// <summary>A share of pairs where copies count neither way; 0 where there are no others.</summary>
    private static double Without(double copies, double agreeing, double pairs) => pairs > copies ? (agreeing - copies) / (pairs - copies) : 0;

    /// <summary>For each row the number of its value, equal ones the same, from 0.</summary>
    private static int[] Codes(Column column)
    {
        return column switch
        {
            NumericColumn numbers => Numbered(numbers.Values.ToArray()),
            CategoricalColumn categories => Numbered(categories.Codes.ToArray()),
            _ => Numbered([.. Enumerable.Range(0, column.RowCount).Select(row => column.TextAt(row) ?? string.Empty)]),
        };

        static int[] Numbered<T>(T[] values)
            where T : notnull
        {
            Dictionary<T, int> numbers = [];
            int[] codes = new int[values.Length];
            for (int row = 0; row < codes.Length; row++)
            {
                if (!numbers.TryGetValue(values[row], out codes[row]))
                {
                    numbers.Add(values[row], codes[row] = numbers.Count);
                }
            }

            return codes;
        }
    }

    /// <summary>The same for several columns together.</summary>
    private static int[] Joint(int[][] columns)
    {
        int[] joint = [.. columns[0]];
        foreach (int[] column in columns.Skip(1))
        {
            Dictionary<(int, int), int> numbers = [];
            for (int row = 0; row < joint.Length; row++)
            {
                (int, int) both = (joint[row], column[row]);
                if (!numbers.TryGetValue(both, out int number))
                {
                    numbers.Add(both, number = numbers.Count);
                }

                joint[row] = number;
            }
        }

        return joint;
    }

    private static double AgreeingPairs(int[] codes)
    {
        int[] counts = new int[codes.Max() + 1];
        foreach (int code in codes)
        {
            counts[code]++;
        }

        return counts.Sum(count => count / 2.0 * (count - 1));
    }
}
