namespace Segmentation;

/// <summary>What a model says of the customers of a table, a <see cref="ScoredCustomer"/> for each row, in its order.</summary>
public sealed partial class ScoredCustomers
{
    private readonly CustomerTable table;
    private readonly ScoredCustomer[] scored;

    internal ScoredCustomers(SegmentationModel model, CustomerTable table, ScoredCustomer[] scored)
    {
        this.table = table;
        this.scored = scored;
        ScoringCounts counts = new(model);
        counts.Add(model.Preprocessor.UnseenLevels(table));
        foreach (ScoredCustomer customer in scored)
        {
            counts.Add(customer);
        }

        Summary = counts.Summary;
    }

    /// <summary>How many customers there are of what.</summary>
    public ScoringSummary Summary { get; }

    /// <summary>What the model says of each row, in the table's order.</summary>
    public IReadOnlyList<ScoredCustomer> Customers => scored;

    /// <summary>What the model says of a row.</summary>
    /// <param name="row">The table's row, 0-based.</param>
    public ScoredCustomer this[int row] => scored[row];

    /// <summary>
    /// Writes a CSV row for each customer, as <see cref="SegmentationModel.ScoreCsv(string, TextWriter, CsvOptions?, IProgress{double}?, CancellationToken)"/>
    /// does.
    /// </summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ScoringCsv csv = new(writer, table.Id?.Name);
        for (int row = 0; row < scored.Length; row++)
        {
            csv.Write(table.Id?.TextAt(row), scored[row]);
        }
    }
}
