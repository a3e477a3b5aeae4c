using System.Text.Json.Serialization;

namespace Segmentation;

/// <summary>
/// How the cells of a column become the numbers of a feature, as it was learned from the training table. In a model file
/// it is an object whose "kind" names the type; a feature without one is a number as it is.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LogEncoding), "log")]
[JsonDerivedType(typeof(LevelEncoding), "level")]
[JsonDerivedType(typeof(OtherLevelsEncoding), "otherLevels")]
[JsonDerivedType(typeof(OrdinalEncoding), "ordinal")]
[JsonDerivedType(typeof(AgeEncoding), "age")]
public abstract record FeatureEncoding
{
    /// <summary>A share of no customer comes back from scaling as 4e-16; more digits than this say nothing.</summary>
    private const int ShareDigits = 12;

    private protected FeatureEncoding(string column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        Column = column;
    }

    /// <summary>The name of the table's column.</summary>
    public string Column { get; }

    /// <summary>Whether the feature is one of the 0/1 features of a column of categories.</summary>
    [JsonIgnore]
    public bool IsLevel => this is LevelEncoding or OtherLevelsEncoding;

    /// <summary>The numbers of a table's rows, and the cells that are not missing and yet have none.</summary>
    internal abstract EncodedCells Encode(CustomerTable table);

    /// <summary>A number of the feature, such as a centroid's, in the unit that people know.</summary>
    internal virtual double Decode(double encoded) =>
        IsLevel ? Math.Round(Math.Clamp(encoded, 0, 1), ShareDigits) : encoded;

    /// <summary>The inverse of <see cref="Decode"/>: a number in the unit that people know as the feature's.</summary>
    internal virtual double Recode(double decoded) => decoded;
}

/// <summary>A column as the numbers of a feature.</summary>
/// <param name="Numbers">A number for each row; NaN where the cell is missing or unusable.</param>
/// <param name="Unusable">The cells that are there and yet have no number, in row order.</param>
internal sealed record EncodedCells(double[] Numbers, IReadOnlyList<UnusableCell> Unusable);

/// <summary>A cell that is there and has no place on a feature's scale.</summary>
/// <param name="Row">The row of the table, 0-based.</param>
/// <param name="Reason">A clause such as "'Revenue' is -3, which has no logarithm".</param>
internal sealed record UnusableCell(int Row, string Reason);
