namespace Segmentation;

/// <summary>The report's account of the table: where it came from, what to mind, its columns one by one.</summary>
internal static class DataSection
{
    private const int MostNumbers = 30;
    private const int MostCategories = 12;
    private const int MostHistograms = 8;
    private const int MostCorrelated = 12;

    public static void Add(HtmlBuilder html, SegmentationResult result)
    {
        AddSource(html, result);
        AddWarnings(html, result);
        html.StartFold("Every column: means, quartiles, values, distributions and correlations");
        AddNumbers(html, [.. result.Summary.Columns.OfType<NumericSummary>()]);
        AddCategories(html, [.. result.Summary.Columns.OfType<CategoricalSummary>()]);
        AddFigures(html, result);
        html.EndFold();
    }

    private static void AddSource(HtmlBuilder html, SegmentationResult result)
    {
        if (result.Customers.LoadReport is LoadReport report)
        {
            html.Add($"<p>Read from <code>{report.Source}</code> ({report.Encoding}): {NumberText.Counted(report.RowCount, "row")}, {NumberText.Counted(result.Customers.Columns.Count, "column")}.</p>");
        }
    }

    /// <summary>All but what stands at the top of the report, by what they are about.</summary>
    private static void AddWarnings(HtmlBuilder html, SegmentationResult result)
    {
        HashSet<string> others = [.. ResultText.FurtherWarnings(result).Skip(1)];
        if (others.Count == 0)
        {
            return;
        }

        html.Add($"<h3 id=\"care\">What else to be careful about</h3>");
        foreach (WarningGroup group in result.WarningGroups)
        {
            string[] messages = [.. group.Messages.Where(others.Contains)];
            if (messages.Length > 0)
            {
                html.Add($"<h4>{group.Title}</h4>");
                html.AddList(messages);
            }
        }
    }

    private static void AddNumbers(HtmlBuilder html, NumericSummary[] columns)
    {
        html.Add($"<h3>The columns</h3>");
        html.StartTable(
            "Numbers, in original units",
            "Column", "Count", "Missing", "Mean", "Standard deviation", "Minimum", "Lower quartile", "Median", "Upper quartile", "Maximum", "Outliers");
        foreach (NumericSummary column in columns.Take(MostNumbers))
        {
            html.AddRow(
                column.Name, ReportNumbers.Whole(column.Count), ReportNumbers.Whole(column.Missing),
                ReportNumbers.Of(column.Mean), ReportNumbers.Of(column.StandardDeviation),
                ReportNumbers.Of(column.Minimum), ReportNumbers.Of(column.Q1), ReportNumbers.Of(column.Median),
                ReportNumbers.Of(column.Q3), ReportNumbers.Of(column.Maximum), ReportNumbers.Whole(column.Outliers));
        }

        html.EndTable();
        AddLeftOut(html, "numbers", MostNumbers, columns.Length);
        html.Add($"<p class=\"note\">Between the quartiles lies the middle half of the customers (definition R7). Outliers lie more than 1.5 times that distance outside it (Tukey's fences). The standard deviation divides by n − 1.</p>");
    }

    private static void AddCategories(HtmlBuilder html, CategoricalSummary[] columns)
    {
        const int MostLevels = 8;
        html.Add($"<div class=\"pair\">");
        foreach (CategoricalSummary column in columns.Take(MostCategories))
        {
            string levels = column.Levels.Count > MostLevels
                ? $"the {MostLevels} most frequent of {column.Levels.Count} values"
                : $"{NumberText.Counted(column.Levels.Count, "value")}";
            html.StartTable($"{column.Name}: {levels}, {ReportNumbers.Whole(column.Missing)} missing", "Value", "Customers", "Share");
            foreach (LevelCount level in column.Levels.Take(MostLevels))
            {
                html.AddRow(level.Level, ReportNumbers.Whole(level.Count), NumberText.Percent(level.Share));
            }

            html.EndTable();
        }

        html.Add($"</div>");
        AddLeftOut(html, "categories", MostCategories, columns.Length);
    }

    /// <summary>Of the clustered columns that tell the segments apart most, and of dates and orders, of which profiles tell no mean.</summary>
    private static void AddFigures(HtmlBuilder html, SegmentationResult result)
    {
        string[] clustered = TellingColumns.Clustered(result.Profiles);
        html.Add($"<div class=\"pair\">");
        HashSet<string> shown = [.. clustered.Take(MostHistograms)];
        FittedFeature[] features = [.. result.Preprocessor.Features.Where(feature => feature.Encoding is not { IsLevel: true })];
        FittedFeature[] drawn = [.. features.Where(feature => shown.Contains(feature.Column) || !clustered.Contains(feature.Column)).Take(MostHistograms)];
        foreach (FittedFeature feature in drawn)
        {
            html.AddFigure(Chart.Histogram(Histogram.Of(feature.NumbersOf(result.Customers))));
        }

        CorrelationMatrix correlations = Shown(result.Summary.Pearson, clustered);
        if (correlations.ColumnNames.Count > 1)
        {
            html.AddFigure(Chart.CorrelationHeatMap(correlations));
        }

        html.Add($"</div>");
        AddLeftOut(html, "distributions", drawn.Length, features.Length);
        AddLeftOut(html, "correlated columns", correlations.ColumnNames.Count, result.Summary.Pearson.ColumnNames.Count);
    }

    /// <summary>The matrix as it is, or of the columns that tell the segments apart most.</summary>
    private static CorrelationMatrix Shown(CorrelationMatrix all, string[] clustered)
    {
        if (all.ColumnNames.Count <= MostCorrelated)
        {
            return all;
        }

        int[] columns =
        [
            .. Enumerable.Range(0, all.ColumnNames.Count)
                .OrderByDescending(column => clustered.Take(MostCorrelated).Contains(all.ColumnNames[column]))
                .Take(MostCorrelated)
                .Order(),
        ];
        double?[,] values = new double?[columns.Length, columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                values[i, j] = all[columns[i], columns[j]];
            }
        }

        return new(all.Method, [.. columns.Select(column => all.ColumnNames[column])], values);
    }

    private static void AddLeftOut(HtmlBuilder html, string what, int shown, int all)
    {
        if (shown < all)
        {
            html.Add($"<p class=\"note\">{shown} {what} of {all} are shown; <code>segment describe</code> lists every column.</p>");
        }
    }
}
