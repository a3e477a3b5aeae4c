namespace Segmentation;

/// <summary>
/// A result that shows itself in a notebook when it is a cell's last expression. Notebooks find the way by themselves:
/// .NET Interactive through an attribute, Verso through <see cref="ToHtml"/>.
/// </summary>
public interface IDisplayable
{
    /// <summary>
    /// An HTML fragment for light and dark pages, everything from data escaped; its tables and pictures survive viewers
    /// that take out scripts, classes and style sheets.
    /// </summary>
    string ToHtml();

    /// <summary>The same as plain text for a terminal of 100 columns, without a line feed at the end.</summary>
    string ToText();
}
