using System.Text.Json.Serialization;

namespace Segmentation;

/// <summary>
/// A feature as it was fitted: a cell is encoded as <see cref="Encoding"/> says, and the number x becomes
/// (x - Center) / Scale * Weight.
/// </summary>
/// <param name="Name">
/// The name of its column; of a category with the level ("Gender = Female"), of a date with the unit ("Since (age in days)").
/// </param>
/// <param name="Center">What is subtracted, in the unit of the encoded number.</param>
/// <param name="Scale">What is divided by, in the unit of the encoded number; positive.</param>
/// <param name="Weight">What the scaled feature is multiplied by; positive.</param>
/// <param name="FillValue">What takes the place of a missing cell, in the unit of the encoded number; null to drop the row.</param>
public sealed record FittedFeature(string Name, double Center, double Scale, double Weight = 1, double? FillValue = null)
{
    /// <summary>How a cell becomes a number; null for a number as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureEncoding? Encoding { get; init; }

    /// <summary>The name of the table's column; several features may share one.</summary>
    [JsonIgnore]
    public string Column => Encoding?.Column ?? Name;

    /// <summary>
    /// The table's column as numbers in the unit that people know, under the feature's name: amounts, 0 and 1, places in an
    /// order, days. Missing where the cell is missing or has no number.
    /// </summary>
    /// <exception cref="ArgumentException">The table has no such column, or it is of another kind.</exception>
    public NumericColumn NumbersOf(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Encoding is null or LogEncoding ? table.Numeric(Column) : new NumericColumn(Name, Encoding.Encode(table).Numbers);
    }

    /// <summary>A number on the feature's scale, such as a centroid's, in the unit that people know.</summary>
    /// <returns>0 where that is meant and rounding leaves something else. Of a logarithm the amount (so that a mean is a geometric one), of a 0/1 feature the share, of a date the days.</returns>
    public double ToOriginal(double scaled)
    {
        double encoded = (scaled / Weight * Scale) + Center;
        return Decoded(Rounding.ZeroIfCancelled(encoded, Center));
    }

    /// <summary>What took the place of a missing cell, in the unit that people know.</summary>
    /// <param name="scaled">What the cell is on the feature's scale.</param>
    internal double Filled(double scaled) => FillValue is double fill ? Decoded(fill) : ToOriginal(scaled);

    /// <summary>An encoded number on the feature's scale, times its weight.</summary>
    internal double ToScaled(double encoded) => (encoded - Center) / Scale * Weight;

    /// <summary>How far apart two numbers in the unit that people know are on the feature's scale, times its weight.</summary>
    internal double ScaledGap(double low, double high) => (Recoded(high) - Recoded(low)) * (Weight / Scale);

    private double Recoded(double decoded) => Encoding is null ? decoded : Encoding.Recode(decoded);

    private double Decoded(double encoded) => Encoding is null ? encoded : Encoding.Decode(encoded);
}
