namespace Segmentation;

/// <summary>What the old model knows of the rows that were clustered anew.</summary>
internal static class RefitRows
{
    /// <summary>The place in a model, from 0, of each segment's number.</summary>
    public static Dictionary<int, int> Places(SegmentationModel model) => model.Segments.Select((segment, i) => (segment.Segment, i)).ToDictionary();

    /// <summary>The places of segments' numbers in a model, from 0; -1 for 0, a row without a segment.</summary>
    public static int[] Places(SegmentationModel model, int[] numbers)
    {
        Dictionary<int, int> places = Places(model);
        return [.. numbers.Select(number => places.GetValueOrDefault(number, -1))];
    }

    /// <summary>
    /// For each row of a table the place of the segment that the old model gives it; -1 for one that is unlike anything in
    /// its training, of which it knows nothing.
    /// </summary>
    public static int[] Known(SegmentationModel old, CustomerTable customers, ReadOnlySpan<int> rows)
    {
        ScoredCustomers scored = old.Score(customers.Take(rows));
        int[] numbers = [.. scored.Customers.Select(customer => customer.IsUnlikeTraining == true ? 0 : customer.Segment ?? 0)];
        return Places(old, numbers);
    }
}
