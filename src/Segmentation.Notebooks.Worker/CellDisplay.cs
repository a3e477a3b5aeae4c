using Segmentation.Notebooks.Worker;

namespace Segmentation.Notebooks.InCells;

/// <summary>
/// What cells can call without a <c>using</c>, as in the .NET kernel. The namespace holds nothing else, because the
/// script imports it.
/// </summary>
public static class CellDisplay
{
    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Anything; null is shown as such.</param>
    public static void Display(this object? value) => CellConsole.Current.Display(value);
}
