namespace Segmentation.Notebooks.Worker;

/// <summary>Ends a cell with a failure that is known by its message.</summary>
internal sealed class CellException(CellFailureKind kind, int? line, string message) : Exception(message)
{
    public CellFailureKind Kind { get; } = kind;

    public int? Line { get; } = line;
}
