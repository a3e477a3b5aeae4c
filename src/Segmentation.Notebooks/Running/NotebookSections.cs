using Markdig;
using Markdig.Syntax;

namespace Segmentation.Notebooks;

/// <summary>The sections of a notebook: what lies below a Markdown heading, up to the next one that is not deeper.</summary>
internal static class NotebookSections
{
    /// <summary>The cells behind a cell that are in its section.</summary>
    public static IEnumerable<NotebookCell> RestOf(NotebookDocument document, NotebookCell cell)
    {
        int level = document.Cells.Take(cell.Number).SelectMany(Levels).LastOrDefault();
        return document.Cells.Skip(cell.Number).TakeWhile(each => !Levels(each).Any(other => other <= level));
    }

    private static IEnumerable<int> Levels(NotebookCell cell) => cell.Kind == CellKind.Markdown
        ? Markdown.Parse(cell.Source).Descendants<HeadingBlock>().Select(heading => heading.Level)
        : [];
}
