using System.Globalization;

namespace Segmentation;

/// <summary>
/// A column of numbers. A missing cell is <see cref="double.NaN"/>; every other cell is finite, and a negative zero is 0:
/// the two are equal, so which of them an answer shows would depend on the order of the rows.
/// </summary>
public sealed class NumericColumn : Column
{
    private readonly double[] values;

    /// <summary>Makes a column.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The cells, copied; NaN means missing.</param>
    /// <exception cref="ArgumentException">A cell is infinite.</exception>
    public NumericColumn(string name, ReadOnlySpan<double> values)
        : base(name)
    {
        this.values = values.ToArray();
        for (int row = 0; row < this.values.Length; row++)
        {
            // -0 + 0 is 0, and every other number stays what it is.
            double value = this.values[row] += 0.0;
            if (double.IsInfinity(value))
            {
                throw new ArgumentException(
                    $"Column '{name}' has an infinite number in row {row}; a cell is a finite number or missing (NaN).",
                    nameof(values));
            }

            MissingCount += double.IsNaN(value) ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Numeric;

    /// <inheritdoc/>
    public override int RowCount => values.Length;

    /// <inheritdoc/>
    public override int MissingCount { get; }

    /// <summary>The cells in row order; NaN where missing.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The cell, NaN where missing.</summary>
    public double this[int row] => values[row];

    /// <summary>A copy of the cells that are not missing, in row order.</summary>
    public double[] PresentValues()
    {
        if (MissingCount == 0)
        {
            return [.. values];
        }

        double[] present = new double[RowCount - MissingCount];
        int filled = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                present[filled++] = value;
            }
        }

        return present;
    }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => double.IsNaN(values[row]);

    /// <inheritdoc/>
    public override string? TextAt(int row) =>
        IsMissing(row) ? null : values[row].ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override int Compare(int row, int otherRow) => values[row].CompareTo(values[otherRow]);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        double[] taken = new double[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new NumericColumn(Name, taken);
    }
}
