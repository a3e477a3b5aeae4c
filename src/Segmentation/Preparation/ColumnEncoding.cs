namespace Segmentation;

/// <summary>The ways in which a column becomes numbers.</summary>
public enum EncodingKind
{
    /// <summary>A number as it is.</summary>
    Number,

    /// <summary>
    /// The natural logarithm of an amount: ln x where the training column has only positive amounts, ln(1 + x) where it
    /// has zeros. Differences become ratios, so a long tail of large amounts has less say.
    /// </summary>
    Log,

    /// <summary>A feature of 0 and 1 for each level; rare levels share one that is called "other".</summary>
    OneHot,

    /// <summary>The place of a level in an order, from 1.</summary>
    Ordinal,

    /// <summary>A date as an age in days at a stated date.</summary>
    Age,
}

/// <summary>How a column is to become numbers; see <see cref="Preprocessor.Encodings"/>.</summary>
/// <example>
/// <code>
/// Preprocessor preprocessor = new()
/// {
///     Features = ["Revenue", "Size"],
///     Encodings = new Dictionary&lt;string, ColumnEncoding&gt;
///     {
///         ["Revenue"] = ColumnEncoding.Log,
///         ["Size"] = ColumnEncoding.Ordinal("small", "medium", "large"),
///     },
/// };
/// </code>
/// </example>
public sealed record ColumnEncoding
{
    private ColumnEncoding(EncodingKind kind, IReadOnlyList<string> order)
    {
        Kind = kind;
        Order = order;
    }

    /// <summary>A number as it is: the default of a numeric column.</summary>
    public static ColumnEncoding Number { get; } = new(EncodingKind.Number, []);

    /// <summary>The logarithm of an amount. It is never imposed; <see cref="PreparationAudit"/> suggests it.</summary>
    public static ColumnEncoding Log { get; } = new(EncodingKind.Log, []);

    /// <summary>A 0/1 feature for each level: the default of a column of categories.</summary>
    public static ColumnEncoding OneHot { get; } = new(EncodingKind.OneHot, []);

    /// <summary>An age in days at <see cref="Preprocessor.AsOf"/>: the default of a column of dates.</summary>
    public static ColumnEncoding Age { get; } = new(EncodingKind.Age, []);

    /// <summary>Which of the ways it is.</summary>
    public EncodingKind Kind { get; }

    /// <summary>The levels from the lowest to the highest; empty for any other kind.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>The place of a level in an order, from 1 for the first: neighbours are equally far apart.</summary>
    /// <param name="order">The levels from the lowest to the highest, at least two, each once.</param>
    /// <exception cref="ArgumentException">There are fewer than two levels, one is blank, or one stands twice.</exception>
    public static ColumnEncoding Ordinal(params IReadOnlyList<string> order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new(EncodingKind.Ordinal, OrdinalEncoding.Checked(order));
    }
}
