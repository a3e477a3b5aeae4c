namespace Segmentation;

/// <summary>The style sheet and the script of the report, which lie within the library.</summary>
internal static class ReportResource
{
    public static Markup Style => new(Read("report.css"));

    public static Markup Script => new(Read("report.js")
        .Replace("{file}", PlotlyLibrary.FileName, StringComparison.Ordinal)
        .Replace("{address}", PlotlyLibrary.Address, StringComparison.Ordinal)
        .Replace("{integrity}", PlotlyLibrary.Integrity, StringComparison.Ordinal));

    private static string Read(string name)
    {
        using Stream stream = typeof(ReportResource).Assembly.GetManifestResourceStream($"Segmentation.Reporting.{name}")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
