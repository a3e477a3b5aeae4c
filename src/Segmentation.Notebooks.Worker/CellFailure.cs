namespace Segmentation.Notebooks.Worker;

/// <summary>What stopped a cell.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Line">The line in the cell, counted from 1; null when it is not known.</param>
/// <param name="Message">One line, without the place.</param>
/// <param name="Trace">More about it, for the notebook; may be empty.</param>
public sealed record CellFailure(CellFailureKind Kind, int? Line, string Message, IReadOnlyList<string> Trace)
{
    internal CellFailure(CellFailureKind kind, int? line, string message)
        : this(kind, line, message, [])
    {
    }

    /// <summary>The message with its place in front, such as <c>cell 3, line 2: …</c>.</summary>
    /// <param name="cell">The cell's number.</param>
    public string At(int cell) => Line is int line ? $"cell {cell}, line {line}: {Message}" : $"cell {cell}: {Message}";
}

/// <summary>The ways in which a cell can fail.</summary>
public enum CellFailureKind
{
    /// <summary>The code does not compile, or throws.</summary>
    Error,

    /// <summary>Another language or a magic that is not known; nothing of the cell has run.</summary>
    Unsupported,

    /// <summary>A package could not be restored; nothing of the cell has run.</summary>
    PackageUnavailable,

    /// <summary>The cell took longer than it may.</summary>
    TimedOut,

    /// <summary>The cell ended the process that runs the cells.</summary>
    ProcessEnded,
}
