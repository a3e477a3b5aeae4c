using static System.FormattableString;

namespace Segmentation;

/// <summary>The natural logarithm of an amount, ln(x + <see cref="Plus"/>).</summary>
public sealed record LogEncoding : FeatureEncoding
{
    /// <summary>Makes an encoding.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="plus">What is added before the logarithm is taken: 0, or 1 where the training column has zeros.</param>
    /// <exception cref="ArgumentException"><paramref name="plus"/> is neither.</exception>
    public LogEncoding(string column, double plus)
        : base(column)
    {
        Plus = plus is 0 or 1
            ? plus
            : throw new ArgumentException(Invariant($"The logarithm of column '{column}' is of x + {plus}, but should be of x or of x + 1."));
    }

    /// <summary>What is added before the logarithm is taken, in the column's unit: 0 or 1.</summary>
    public double Plus { get; }

    /// <summary>Learns from a training column whether there are zeros.</summary>
    /// <exception cref="DataException">An amount is negative; the message names its row.</exception>
    internal static LogEncoding Of(NumericColumn column, CustomerTable table)
    {
        bool hasZero = false;
        for (int row = 0; row < column.RowCount; row++)
        {
            if (column[row] < 0)
            {
                throw FaultyCell.Exception(
                    table, row, $"column '{column.Name}' is {Invariant($"{column[row]}")}",
                    ", but a logarithm needs amounts of 0 or more. Correct the cell, or leave the column as it is.");
            }

            hasZero |= column[row] == 0;
        }

        return new LogEncoding(column.Name, hasZero ? 1 : 0);
    }

    internal override EncodedCells Encode(CustomerTable table)
    {
        NumericColumn column = table.Numeric(Column);
        double[] numbers = new double[column.RowCount];
        List<UnusableCell> unusable = [];
        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = Of(column[row]);
            if (double.IsNaN(numbers[row]) && !column.IsMissing(row))
            {
                string seen = Plus == 0 ? "no amount below or equal to 0 was" : "no negative amount was";
                unusable.Add(new UnusableCell(
                    row, Invariant($"'{Column}' is {column[row]}, which has no logarithm ({seen} in the training data)")));
            }
        }

        return new EncodedCells(numbers, unusable);
    }

    internal override double Decode(double encoded) => Plus == 0 ? Math.Exp(encoded) : ExpMinusOne(encoded);

    internal override double Recode(double decoded) => Plus == 0 ? Math.Log(decoded) : LogOnePlus(decoded);

    private double Of(double amount) => amount > 0 || (amount == 0 && Plus == 1) ? Recode(amount) : double.NaN;

    /// <summary>ln(1 + x) without the loss of digits for a small x (Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>exp(x) - 1 without the loss of digits for a small x (Kahan).</summary>
    private static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : power - 1 == -1 ? -1 : (power - 1) * (x / Math.Log(power));
    }
}
