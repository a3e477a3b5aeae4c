namespace Segmentation.Notebooks;

/// <summary>A piece of a page.</summary>
/// <param name="Level">The level of the heading that it begins with, or null.</param>
/// <param name="Html">The piece.</param>
internal sealed record PagePart(int? Level, string Html);

/// <summary>The pieces that a cell became.</summary>
internal sealed record PageCell(NotebookCell Cell, IReadOnlyList<PagePart> Parts);
