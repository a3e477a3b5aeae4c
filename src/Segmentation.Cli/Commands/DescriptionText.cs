using System.Globalization;

namespace Segmentation.Cli.Commands;

/// <summary>A table's summary for people.</summary>
internal sealed class DescriptionText(CommandOutput output)
{
    private const int MostLevels = 10;
    private const int MostCorrelations = 10;

    public void Show(TableSummary summary, LoadReport report)
    {
        Finding? first = summary.Findings.FirstOrDefault(finding => finding.DoubtsCustomers);
        if (first is not null)
        {
            output.Line(first.Message);
        }

        output.Line(
            $"{report.Source}: {NumberText.Counted(summary.RowCount, "row")}, {NumberText.Counted(summary.Columns.Count, "column")}; "
            + $"{report.Encoding}, cells separated by {report.DelimiterInWords}.");
        ShowNumbers([.. summary.Columns.OfType<NumericSummary>()]);
        ShowCategories([.. summary.Columns.OfType<CategoricalSummary>()]);
        ShowOthers([.. summary.Columns.Where(column => column is not (NumericSummary or CategoricalSummary))]);
        ShowCorrelations(summary);
        ShowSentences("Findings", summary.Findings.Where(finding => finding != first).Select(finding => finding.Message));
        ShowSentences("Also", summary.Notes.Select(note => note.Message));
        ShowSentences("About the file", report.Warnings);
    }

    private void ShowNumbers(IReadOnlyList<NumericSummary> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        TextTable table = new("Column", "#Count", "#Missing", "#Mean", "#SD", "#Min", "#Q1", "#Median", "#Q3", "#Max");
        foreach (NumericSummary column in columns)
        {
            table.Add(
                column.Name,
                Shown.Count(column.Count),
                Shown.Count(column.Missing),
                Shown.Number(column.Mean),
                Shown.Number(column.StandardDeviation),
                Shown.Number(column.Minimum),
                Shown.Number(column.Q1),
                Shown.Number(column.Median),
                Shown.Number(column.Q3),
                Shown.Number(column.Maximum));
        }

        output.Heading("Numbers");
        output.Table(table);
    }

    private void ShowCategories(IReadOnlyList<CategoricalSummary> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        TextTable table = new("Column", "Level", "#Count", "#Share");
        foreach (CategoricalSummary column in columns)
        {
            foreach (LevelCount level in column.Levels.Take(MostLevels))
            {
                table.Add(column.Name, level.Level, Shown.Count(level.Count), Shown.Percent(level.Share));
            }

            if (column.Levels.Count > MostLevels)
            {
                int others = column.Levels.Skip(MostLevels).Sum(level => level.Count);
                table.Add(
                    column.Name,
                    $"({column.Levels.Count - MostLevels} more)",
                    Shown.Count(others),
                    Shown.Percent((double)others / column.Count));
            }

            if (column.Missing > 0)
            {
                table.Add(column.Name, "(missing)", Shown.Count(column.Missing), null);
            }
        }

        output.Heading("Categories, shares among the cells that are not missing");
        output.Table(table);
    }

    private void ShowOthers(IReadOnlyList<ColumnSummary> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        TextTable table = new("Column", "Kind", "#Count", "#Missing", "#Distinct", "From", "To");
        foreach (ColumnSummary column in columns)
        {
            DateSummary? dates = column as DateSummary;
            table.Add(
                column.Name,
                DescriptionJson.Word(column.Kind),
                Shown.Count(column.Count),
                Shown.Count(column.Missing),
                Shown.Count(column.Distinct),
                DateOf(dates?.Earliest),
                DateOf(dates?.Latest));
        }

        output.Heading("Ids, dates and text");
        output.Table(table);
    }

    private void ShowCorrelations(TableSummary summary)
    {
        IReadOnlyList<CorrelatedPair> pairs = CorrelatedPair.AllOf(summary);
        if (pairs.Count == 0)
        {
            return;
        }

        TextTable table = new("Column", "Column", "#Pearson", "#Spearman");
        foreach (CorrelatedPair pair in pairs.OrderByDescending(pair => Math.Abs(pair.Pearson ?? 0)).Take(MostCorrelations))
        {
            table.Add(pair.Column, pair.OtherColumn, Shown.Correlation(pair.Pearson), Shown.Correlation(pair.Spearman));
        }

        output.Heading(pairs.Count > MostCorrelations
            ? $"Correlations, the {MostCorrelations} strongest of {pairs.Count}"
            : "Correlations");
        output.Table(table);
    }

    private void ShowSentences(string heading, IEnumerable<string> sentences)
    {
        if (sentences.Any())
        {
            output.Heading(heading);
            foreach (string sentence in sentences)
            {
                output.Line($"- {sentence}");
            }
        }
    }

    private static string? DateOf(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
