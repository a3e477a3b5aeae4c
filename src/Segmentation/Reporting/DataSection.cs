namespace Segmentation;

/// <summary>The report's question and the data it is asked of.</summary>
internal static class DataSection
{
    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<section id=\"question\"><h2>The question</h2>");
        html.Add($"<p>Which groups among {NumberText.Customers(result.Customers.RowCount)} are alike in {ResultText.Features(result)}, differ from each other, and are worth treating differently?</p></section>");
        html.Add($"<section id=\"data\"><h2>The data</h2>");
        AddSource(html, result);
        AddWarnings(html, result.Warnings);
        AddNumbers(html, [.. result.Summary.Columns.OfType<NumericSummary>()]);
        AddCategories(html, [.. result.Summary.Columns.OfType<CategoricalSummary>()]);
        AddFigures(html, result);
        html.Add($"</section>");
    }

    private static void AddSource(HtmlBuilder html, SegmentationResult result)
    {
        if (result.Customers.LoadReport is LoadReport report)
        {
            html.Add($"<p>Read from <code>{report.Source}</code> ({report.Encoding}): {report.RowCount} row{Plural(report.RowCount)}, {result.Customers.Columns.Count} column{Plural(result.Customers.Columns.Count)}.</p>");
        }
    }

    /// <summary>All but the first, which stands at the top of the report.</summary>
    private static void AddWarnings(HtmlBuilder html, IReadOnlyList<string> warnings)
    {
        if (warnings.Count > 1)
        {
            html.Add($"<h3 id=\"care\">What else to be careful about</h3>");
            html.AddList(warnings.Skip(1));
        }
    }

    private static void AddNumbers(HtmlBuilder html, NumericSummary[] columns)
    {
        html.Add($"<h3>The columns</h3>");
        html.StartTable(
            "Numbers, in original units",
            "Column", "Count", "Missing", "Mean", "Standard deviation", "Minimum", "Lower quartile", "Median", "Upper quartile", "Maximum", "Outliers");
        foreach (NumericSummary column in columns)
        {
            html.AddRow(
                column.Name, ReportNumbers.Whole(column.Count), ReportNumbers.Whole(column.Missing),
                ReportNumbers.Of(column.Mean), ReportNumbers.Of(column.StandardDeviation),
                ReportNumbers.Of(column.Minimum), ReportNumbers.Of(column.Q1), ReportNumbers.Of(column.Median),
                ReportNumbers.Of(column.Q3), ReportNumbers.Of(column.Maximum), ReportNumbers.Whole(column.Outliers));
        }

        html.EndTable();
        html.Add($"<p class=\"note\">Between the quartiles lies the middle half of the customers (definition R7). Outliers lie more than 1.5 times that distance outside it (Tukey's fences). The standard deviation divides by n − 1.</p>");
    }

    private static void AddCategories(HtmlBuilder html, CategoricalSummary[] columns)
    {
        const int MostLevels = 8;
        html.Add($"<div class=\"pair\">");
        foreach (CategoricalSummary column in columns)
        {
            string levels = column.Levels.Count > MostLevels
                ? $"the {MostLevels} most frequent of {column.Levels.Count} values"
                : $"{column.Levels.Count} value{Plural(column.Levels.Count)}";
            html.StartTable($"{column.Name}: {levels}, {ReportNumbers.Whole(column.Missing)} missing", "Value", "Customers", "Share");
            foreach (LevelCount level in column.Levels.Take(MostLevels))
            {
                html.AddRow(level.Level, ReportNumbers.Whole(level.Count), NumberText.Percent(level.Share));
            }

            html.EndTable();
        }

        html.Add($"</div>");
    }

    private static void AddFigures(HtmlBuilder html, SegmentationResult result)
    {
        html.Add($"<div class=\"pair\">");
        foreach (FittedFeature feature in result.Preprocessor.Features.Where(feature => feature.Encoding is not { IsLevel: true }))
        {
            Histogram histogram = Histogram.Of(feature.NumbersOf(result.Customers));
            html.AddFigure(Chart.Histogram(
                feature.Name,
                [.. histogram.Bins.Take(1).Select(bin => bin.From), .. histogram.Bins.Select(bin => bin.To)],
                [.. histogram.Bins.Select(bin => bin.Count)]));
        }

        if (result.Summary.Pearson.ColumnNames.Count > 1)
        {
            html.AddFigure(Chart.CorrelationHeatMap(result.Summary.Pearson));
        }

        html.Add($"</div>");
    }

    private static string Plural(int count) => count == 1 ? string.Empty : "s";
}
