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
        AddNumbers(html, result.Summary);
        AddCategories(html, result.Summary);
        if (result.Warnings.Count > 1)
        {
            html.Add($"<h3>What to be careful about</h3>");
            html.AddList(result.Warnings.Skip(1));
        }

        html.Add($"<div class=\"pair\">");
        foreach (FittedFeature feature in result.Preprocessor.Features)
        {
            Histogram histogram = Histogram.Of(result.Customers.Numeric(feature.Name));
            html.AddFigure(Chart.Histogram(
                feature.Name,
                [.. histogram.Bins.Take(1).Select(bin => bin.From), .. histogram.Bins.Select(bin => bin.To)],
                [.. histogram.Bins.Select(bin => bin.Count)]));
        }

        html.Add($"</div>");
        if (result.Summary.Pearson.ColumnNames.Count > 1)
        {
            html.AddFigure(Chart.CorrelationHeatMap(result.Summary.Pearson));
        }

        html.Add($"</section>");
    }

    private static void AddSource(HtmlBuilder html, SegmentationResult result)
    {
        if (result.Customers.LoadReport is LoadReport report)
        {
            html.Add($"<p>Read from <code>{report.Source}</code> ({report.Encoding}): {report.RowCount} rows, {result.Customers.Columns.Count} columns.</p>");
        }
    }

    private static void AddNumbers(HtmlBuilder html, TableSummary summary)
    {
        html.StartTable(
            "Numeric columns in original units (standard deviation with n - 1, quartiles by definition R7)",
            "Column", "Count", "Missing", "Mean", "Std. dev.", "Minimum", "Q1", "Median", "Q3", "Maximum", "Outliers");
        foreach (NumericSummary column in summary.Columns.OfType<NumericSummary>())
        {
            html.AddRow(
                column.Name, Whole(column.Count), Whole(column.Missing), Number(column.Mean), Number(column.StandardDeviation),
                Number(column.Minimum), Number(column.Q1), Number(column.Median), Number(column.Q3), Number(column.Maximum), Whole(column.Outliers));
        }

        html.EndTable();
    }

    private static void AddCategories(HtmlBuilder html, TableSummary summary)
    {
        const int MostLevels = 8;
        CategoricalSummary[] categories = [.. summary.Columns.OfType<CategoricalSummary>()];
        foreach (CategoricalSummary column in categories)
        {
            html.StartTable($"{column.Name}: {column.Distinct} levels, {column.Missing} missing", "Level", "Customers", "Share");
            foreach (LevelCount level in column.Levels.Take(MostLevels))
            {
                html.AddRow(level.Level, Whole(level.Count), NumberText.Percent(level.Share));
            }

            html.EndTable();
            if (column.Levels.Count > MostLevels)
            {
                html.Add($"<p class=\"note\">The {MostLevels} most frequent of {column.Levels.Count} levels.</p>");
            }
        }
    }

    private static string Number(double? value) => value is double number ? NumberText.Of(number) : "–";

    private static string Whole(int value) => value.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
