namespace Segmentation.Notebooks;

/// <summary>What a cell of a notebook is.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Prose.</summary>
    Markdown,

    /// <summary>Text for another program; never run and never shown.</summary>
    Raw,
}
