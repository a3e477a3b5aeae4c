using System.Globalization;

namespace Segmentation;

/// <summary>Writes why each customer is in their segment.</summary>
public static class ReasonsExport
{
    /// <summary>The name of the file in a result's folder.</summary>
    public const string FileName = "reasons.csv";

    private static readonly string[] Headers = ["segment", "next_segment", "margin", "reason"];

    /// <summary>
    /// Writes reasons.csv: for each row of the table that was run, in its order, the id under its own name ("row", its
    /// number from 1, where the table has none), the segment's number, that of the next nearest, the margin between them
    /// (see <see cref="CustomerReason.Margin"/>) and the reason. A row that could not be clustered has only a reason, which
    /// says so. Where the id has the name of another column, "id_" comes before it.
    /// </summary>
    /// <param name="result">The run.</param>
    /// <param name="writer">Where to, a row at a time.</param>
    /// <param name="cancellationToken">Stops between two rows with an <see cref="OperationCanceledException"/>.</param>
    public static void Write(SegmentationResult result, TextWriter writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        string idName = result.Customers.Id?.Name ?? "row";
        bool taken = Headers.Contains(idName, StringComparer.OrdinalIgnoreCase);
        CsvWriting.WriteRow(writer, [taken ? "id_" + idName : idName, .. Headers]);
        CustomerReasons reasons = result.Reasons;
        int[] positions = result.RowsInFileOrder();
        Dictionary<int, DroppedRow> dropped = result.Prepared.Dropped.ToDictionary(each => each.Row);
        for (int row = 0; row < positions.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string id = result.Customers.Id is TextColumn ids
                ? ids.TextAt(positions[row]) ?? string.Empty
                : (row + 1).ToString(CultureInfo.InvariantCulture);
            CustomerReason? reason = reasons.Of(positions[row]);
            CsvWriting.WriteRow(
                writer,
                id, CsvCell.Number(reason?.Segment), CsvCell.Number(reason?.NextSegment), CsvCell.Number(reason?.Margin),
                reason?.Describe() ?? $"In no segment, for it lacks {string.Join(", ", dropped[positions[row]].MissingFeatures)}.");
        }
    }
}
