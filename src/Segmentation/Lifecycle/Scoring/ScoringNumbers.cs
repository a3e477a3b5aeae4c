namespace Segmentation;

/// <summary>Cells that have to be numbers.</summary>
internal sealed class ScoringNumbers(string column, CsvOptions options, char delimiter, string source) : ScoringCells(column)
{
    private readonly StreamedNumber number = new(column, options, delimiter);
    private readonly List<double> cells = [];

    public override string? Add(string text, int line)
    {
        double? value = number.Parse(text);
        if (value is null && number.MayBeNumber(text))
        {
            throw new DataException(source, line, number.WhyNot(text, line));
        }

        cells.Add(value ?? double.NaN);
        return value is null ? $"{Column} is not a number" : null;
    }

    public override ScoringFault Fault(string text, int line) => ScoringFault.OfNumber(Column, line, text);

    public override void AddMissing() => cells.Add(double.NaN);

    public override Column Take()
    {
        NumericColumn taken = new(Column, cells.ToArray());
        cells.Clear();
        return taken;
    }
}
