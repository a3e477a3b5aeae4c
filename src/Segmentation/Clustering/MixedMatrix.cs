namespace Segmentation;

/// <summary>Rows of numbers and categories together: n x d scaled numbers and m categories for each of the same n rows.</summary>
public sealed class MixedMatrix
{
    /// <summary>Makes a matrix.</summary>
    /// <param name="numbers">The scaled numbers, n x d. Row weights have no say.</param>
    /// <param name="categories">m columns of n cells. A missing cell equals nothing, so it is as far from every mode.</param>
    /// <exception cref="ArgumentException">A column has another number of rows, or two columns share a name.</exception>
    public MixedMatrix(FeatureMatrix numbers, IReadOnlyList<CategoricalColumn> categories)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(categories);
        Numbers = numbers;
        Categories = [.. categories];
        foreach (CategoricalColumn column in Categories)
        {
            if (column.RowCount != numbers.RowCount)
            {
                throw new ArgumentException($"Column '{column.Name}' has {column.RowCount} rows, but there are {numbers.RowCount} rows of numbers.", nameof(categories));
            }
        }

        if (Categories.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two columns are called '{twice.Key}'.", nameof(categories));
        }
    }

    /// <summary>The numbers, n x d.</summary>
    public FeatureMatrix Numbers { get; }

    /// <summary>The categories, m columns.</summary>
    public IReadOnlyList<CategoricalColumn> Categories { get; }

    /// <summary>The number of rows, n.</summary>
    public int RowCount => Numbers.RowCount;

    /// <summary>The numbers that were prepared, and categories of the same table's rows.</summary>
    /// <param name="prepared">The scaled numbers.</param>
    /// <param name="table">The table that they were prepared from.</param>
    /// <param name="categories">The names of columns of categories.</param>
    /// <exception cref="ArgumentException">A column does not exist, or is not one of categories.</exception>
    public static MixedMatrix Of(PreparedData prepared, CustomerTable table, params IReadOnlyList<string> categories)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(categories);
        List<CategoricalColumn> columns = [];
        foreach (string name in categories)
        {
            columns.Add(table[name] is CategoricalColumn column
                ? (CategoricalColumn)column.Take(prepared.Rows)
                : throw new ArgumentException($"Column '{name}' is not a column of categories.", nameof(categories)));
        }

        return new MixedMatrix(prepared.Matrix, columns);
    }
}
