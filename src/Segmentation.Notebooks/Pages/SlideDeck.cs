using System.Text;

namespace Segmentation.Notebooks;

/// <summary>
/// The cells as slides. A section, that is a heading of level 1 or 2, begins a slide; a cell with nbconvert's
/// <c>slide_type</c> does what that says instead.
/// </summary>
internal static class SlideDeck
{
    private const int DeepestSection = 2;

    public static string Of(IEnumerable<PageCell> cells)
    {
        List<Slide> slides = [new Slide()];
        foreach (PageCell cell in cells)
        {
            Add(slides, cell);
        }

        StringBuilder html = new("<main>\n");
        foreach (Slide slide in slides.Where(slide => slide.Body.Length > 0))
        {
            html.Append("<section>\n").Append(slide.Body);
            if (slide.Notes.Length > 0)
            {
                html.Append("<aside class=\"notes\">\n").Append(slide.Notes).Append("</aside>\n");
            }

            html.Append("</section>\n");
        }

        return html.Append("</main>\n").ToString();
    }

    private static void Add(List<Slide> slides, PageCell cell)
    {
        string whole = string.Concat(cell.Parts.Select(part => part.Html));
        switch (cell.Cell.SlideType)
        {
            case "skip":
                break;
            case "notes":
                slides[^1].Notes.Append(whole);
                break;
            case "slide" or "subslide":
                slides.Add(new Slide());
                slides[^1].Body.Append(whole);
                break;
            case "fragment":
                slides[^1].Body.Append("<div class=\"fragment\">\n").Append(whole).Append("</div>\n");
                break;
            case "-":
                slides[^1].Body.Append(whole);
                break;
            default:
                foreach (PagePart part in cell.Parts)
                {
                    if (part.Level <= DeepestSection)
                    {
                        slides.Add(new Slide());
                    }

                    slides[^1].Body.Append(part.Html);
                }

                break;
        }
    }

    private sealed class Slide
    {
        public StringBuilder Body { get; } = new();

        public StringBuilder Notes { get; } = new();
    }
}
