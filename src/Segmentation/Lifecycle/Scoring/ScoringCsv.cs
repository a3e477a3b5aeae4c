using System.Globalization;

namespace Segmentation;

/// <summary>
/// Writes scored customers as CSV: the id under its own name ("row", its number from 1, where there is none), segment, name,
/// distance, margin, unlike_training (yes or no) and reason, why the row could not be scored. A column of ours that is called
/// as the id is gets another name.
/// </summary>
internal sealed class ScoringCsv
{
    private readonly TextWriter writer;
    private readonly bool hasId;
    private long row;

    public ScoringCsv(TextWriter writer, string? idName)
    {
        this.writer = writer;
        hasId = idName is not null;
        string id = idName ?? "row";
        bool taken = id.ToUpperInvariant() is "SEGMENT" or "NAME";
        CsvWriting.WriteRow(
            writer,
            id, taken ? "segment number" : "segment", taken ? "segment name" : "name",
            Free("distance", id), Free("margin", id), Free("unlike_training", id), Free("reason", id));
    }

    public void Write(string? id, in ScoredCustomer customer)
    {
        row++;
        CsvWriting.WriteRow(
            writer,
            hasId ? id : row.ToString(CultureInfo.InvariantCulture),
            CsvCell.Number(customer.Segment),
            customer.Name,
            CsvCell.Number(customer.Distance),
            CsvCell.Number(customer.Margin),
            customer.IsUnlikeTraining switch
            {
                true => "yes",
                false => "no",
                _ => null,
            },
            customer.Reason);
    }

    private static string Free(string name, string id) =>
        string.Equals(name, id, StringComparison.OrdinalIgnoreCase) ? $"segment {name}" : name;
}
