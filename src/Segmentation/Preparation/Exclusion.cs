namespace Segmentation;

/// <summary>Why something that could have been a feature is none.</summary>
internal enum ExclusionKind
{
    /// <summary>The column looks like an id.</summary>
    Id,

    /// <summary>The column lacks too many cells.</summary>
    Sparse,

    /// <summary>The feature is the same in every row.</summary>
    Constant,
}

/// <summary>Something that was left out without having been told to.</summary>
/// <param name="Kind">Why, in a word.</param>
/// <param name="Column">The table's column.</param>
/// <param name="Sentence">Why, with its numbers.</param>
internal sealed record Exclusion(ExclusionKind Kind, string Column, string Sentence);
