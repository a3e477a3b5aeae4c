namespace Segmentation.Notebooks;

/// <summary>A value that can be replaced from outside: a variable declared in the cell tagged <c>parameters</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as C# writes it.</param>
/// <param name="Default">
/// What the cell sets it to, as it stands there; of <c>condition ? other : value</c> the value; null when it sets it to nothing.
/// </param>
public sealed record NotebookParameter(string Name, string Type, string? Default)
{
    /// <summary>Where the new value goes in the cell's text.</summary>
    internal Range Place { get; init; }
}
