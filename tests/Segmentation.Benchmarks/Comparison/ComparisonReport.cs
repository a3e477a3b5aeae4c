using System.Globalization;
using System.Text;

namespace Segmentation.Benchmarks;

/// <summary>The comparison as Markdown: the ratios, how time grows with the rows, and the memory.</summary>
internal static class ComparisonReport
{
    /// <summary>Beside fewer data, the memory is the runtime's own.</summary>
    private const double LeastMegabytes = 10;

    public static string Of(IReadOnlyList<ComparisonRow> rows, Peers peers, ComparisonConditions conditions)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Measured {DateTime.UtcNow:yyyy-MM-dd} on {Machine.Describe()}; {conditions.Threads} threads, medians of {conditions.Alternations} alternations");
        text.Append(conditions.IsQuick ? "; small sizes, for which no speed is required.\n\n" : ".\n\n");
        foreach (string note in peers.Notes.Concat(rows.SelectMany(row => row.Notes)))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        text.Append("- fastcluster is left out: it clusters hierarchically, which this library does not do yet.\n\n");
        text.Append("| work | seconds | peer's seconds | peer's setting | times the peer's speed | required | result against the peer's |\n");
        text.Append("|---|--:|--:|---|--:|---|---|\n");
        foreach (ComparisonRow row in rows)
        {
            text.Append(row.ToMarkdown(!conditions.IsQuick)).Append('\n');
        }

        Growth(text, [.. rows.Where(row => row.Work.GrowthFeatures is not null)]);
        return text.ToString();
    }

    /// <summary>Rows of other numbers of points do the same iterations, so the time for a point should stay.</summary>
    private static void Growth(StringBuilder text, IReadOnlyList<ComparisonRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        text.Append("\n| given centroids, 20 iterations | nanoseconds for a point and iteration | raw data, MB | peak less the runtime, MB | times the raw data |\n");
        text.Append("|---|--:|--:|--:|--:|\n");
        foreach (ComparisonRow row in rows)
        {
            double raw = (double)row.Work.RowCount * row.Work.GrowthFeatures!.Value * sizeof(double) / 1e6;
            double peak = row.OurMegabytes;
            string memory = raw < LeastMegabytes ? "- | -" : string.Create(CultureInfo.InvariantCulture, $"{peak:0} | {peak / raw:0.0}");
            int iterations = row.Ours[0]["iterations"]!.GetValue<int>();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Work.RowCount:N0} | {1e9 * row.OurSeconds / row.Work.RowCount / iterations:0.00} | {raw:0.0} | {memory} |\n");
        }

        text.Append("\nThe runtime is what the process had before it read the data; the rest holds the raw data once as they were read.\n");
    }
}

/// <summary>How a comparison was run.</summary>
/// <param name="Threads">The threads of both sides.</param>
/// <param name="Alternations">How often both sides ran.</param>
/// <param name="IsQuick">Whether the sizes were small.</param>
internal sealed record ComparisonConditions(int Threads, int Alternations, bool IsQuick);
