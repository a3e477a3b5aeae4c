using System.Collections;

namespace Segmentation;

/// <summary>What a model says of the customers of a table, a <see cref="ScoredCustomer"/> for each row, in its order.</summary>
public sealed partial class ScoredCustomers : IReadOnlyList<ScoredCustomer>
{
    private readonly CustomerTable table;
    private readonly ScoredCustomer[] scored;

    internal ScoredCustomers(SegmentationModel model, CustomerTable table, ScoredCustomer[] scored)
    {
        this.table = table;
        this.scored = scored;
        ScoringCounts counts = new(model);
        foreach (ScoredCustomer customer in scored)
        {
            counts.Add(customer);
        }

        Summary = counts.Summary;
    }

    /// <summary>How many customers there are of what.</summary>
    public ScoringSummary Summary { get; }

    /// <summary>The number of rows.</summary>
    public int Count => scored.Length;

    /// <summary>What the model says of a row.</summary>
    /// <param name="index">The table's row, 0-based.</param>
    public ScoredCustomer this[int index] => scored[index];

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

    /// <inheritdoc/>
    public IEnumerator<ScoredCustomer> GetEnumerator() => ((IEnumerable<ScoredCustomer>)scored).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
