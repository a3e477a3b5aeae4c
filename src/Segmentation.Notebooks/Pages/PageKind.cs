namespace Segmentation.Notebooks;

/// <summary>The pages that a notebook can become.</summary>
public enum PageKind
{
    /// <summary>One page to read: prose and results, code folded away.</summary>
    Report,

    /// <summary>One slide a section, gone through by keyboard.</summary>
    Slides,
}
