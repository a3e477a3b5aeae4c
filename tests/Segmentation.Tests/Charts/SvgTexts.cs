using Microsoft.Playwright;

namespace Segmentation.Tests.Charts;

/// <summary>Judges the texts of the pictures on a page.</summary>
internal static class SvgTexts
{
    /// <summary>The texts that leave their picture or cover each other, and whether the page scrolls sideways.</summary>
    public static Task<string[]> ProblemsAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
            const problems = [];
            if (document.documentElement.scrollWidth > innerWidth) problems.push('the page scrolls sideways');
            for (const svg of document.querySelectorAll('svg')) {
                const frame = svg.getBoundingClientRect();
                const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                boxes.forEach(([text, box], i) => {
                    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
                        problems.push('cut off: ' + text);
                    boxes.slice(i + 1).forEach(([other, next]) => {
                        const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
                        const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
                        if (across > 2 && down > 4) problems.push('overlap: ' + text + ' / ' + other);
                    });
                });
            }
            return problems;
        }
        """);
}
