namespace Segmentation;

/// <summary>How the cells of a column of a plain file are read.</summary>
/// <param name="Kind">As numbers, as texts, or not at all.</param>
/// <param name="Missing">Which texts mean missing among numbers; null where no numbers are read.</param>
internal sealed record PlainReading(PlainKind Kind, MissingTokenRule? Missing)
{
    public static PlainReading Texts { get; } = new(PlainKind.Texts, null);

    public static PlainReading Nothing { get; } = new(PlainKind.Nothing, null);

    public static PlainReading NumbersWith(MissingTokenRule missing) => new(PlainKind.Numbers, missing);
}

/// <summary>What is read of a column.</summary>
internal enum PlainKind
{
    Numbers,
    Texts,
    Nothing,
}
