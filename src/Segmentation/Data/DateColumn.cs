using System.Globalization;

namespace Segmentation;

/// <summary>A column of points in time, without a time zone, as the data give them.</summary>
public sealed class DateColumn : Column
{
    private readonly DateTime?[] values;

    /// <summary>Makes a column from its cells, copied; null means missing.</summary>
    public DateColumn(string name, ReadOnlySpan<DateTime?> values)
        : base(name)
    {
        this.values = values.ToArray();
        MissingCount = this.values.Count(value => value is null);
    }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Date;

    /// <inheritdoc/>
    public override int RowCount => values.Length;

    /// <inheritdoc/>
    public override int MissingCount { get; }

    /// <summary>The cells in row order; null where missing.</summary>
    public ReadOnlySpan<DateTime?> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <summary>The cell as ISO 8601: the date alone when the cell has no time of day; null where missing.</summary>
    public override string? TextAt(int row) => values[row] is DateTime value ? TextOf(value) : null;

    /// <summary>A point in time as <see cref="TextAt"/> writes it.</summary>
    internal static string TextOf(DateTime value) => value.ToString(
        value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override int Compare(int row, int otherRow) => Nullable.Compare(values[row], values[otherRow]);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        DateTime?[] taken = new DateTime?[rows.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new DateColumn(Name, taken);
    }
}
