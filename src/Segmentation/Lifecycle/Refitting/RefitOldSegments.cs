using System.Globalization;

namespace Segmentation;

/// <summary>Which old segment each customer had, by id: what a refit matches new segments on.</summary>
public sealed class RefitOldSegments
{
    private static readonly string[] SegmentColumns = ["segment number", "segment"];

    /// <summary>By the id as a file of ours has it.</summary>
    private readonly Dictionary<string, int> segments;

    private RefitOldSegments(Dictionary<string, int> segments, int[] sizes, int ambiguous)
    {
        this.segments = segments;
        Sizes = sizes;
        AmbiguousIds = ambiguous;
    }

    /// <summary>The customers of each old segment, in the order of the model's segments.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The ids that stand for several customers, so that nothing is known of them.</summary>
    public int AmbiguousIds { get; }

    /// <summary>The customers who have an old segment and an id of their own.</summary>
    public int Count => segments.Count;

    /// <summary>What the old model says of a table, such as the one that it was made from.</summary>
    /// <exception cref="DataException">The table has no column of ids.</exception>
    public static RefitOldSegments Of(SegmentationModel old, CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(table);
        TextColumn ids = Ids(table);
        int[] places = RefitRows.Places(old, old.Assign(table));
        return Of(old, Enumerable.Range(0, table.RowCount).Select(row => (ids.TextAt(row), places[row])));
    }

    /// <summary>Reads them from a segments.csv of <c>segment run</c> or a file of <c>segment score</c>.</summary>
    /// <param name="old">The model whose segments they are.</param>
    /// <param name="table">The file: a column of ids, and one called "segment", or "segment number" where the id is called that.</param>
    /// <exception cref="DataException">A column is lacking, or a segment is none of the model's.</exception>
    public static RefitOldSegments FromSegments(SegmentationModel old, CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(table);
        TextColumn ids = Ids(table);
        string? name = SegmentColumns.FirstOrDefault(name => name != ids.Name && table.Contains(name));
        if (name is null)
        {
            throw new DataException($"{Source(table)}: there is no column 'segment'. Columns: {string.Join(", ", table.Columns.Select(column => column.Name))}.");
        }

        Column segment = table[name];
        Dictionary<int, int> places = RefitRows.Places(old);
        return Of(old, Enumerable.Range(0, table.RowCount).Select(row => (ids.TextAt(row), Place(places, segment, row, table))));
    }

    /// <summary>For each row of a table the place of its old segment, from 0; -1 where none is known.</summary>
    internal int[] PlacesOf(CustomerTable table)
    {
        TextColumn column = Ids(table);
        string?[] ids = [.. Enumerable.Range(0, table.RowCount).Select(row => Key(column.TextAt(row)))];
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        foreach (string? id in ids)
        {
            if (id is not null && !seen.Add(id))
            {
                twice.Add(id);
            }
        }

        return [.. ids.Select(id => id is not null && !twice.Contains(id) && segments.TryGetValue(id, out int place) ? place : -1)];
    }

    private static RefitOldSegments Of(SegmentationModel old, IEnumerable<(string? Id, int Place)> customers)
    {
        Dictionary<string, int> segments = new(StringComparer.Ordinal);
        HashSet<string> twice = new(StringComparer.Ordinal);
        int[] sizes = new int[old.Segments.Count];
        foreach ((string? id, int place) in customers)
        {
            if (place >= 0)
            {
                sizes[place]++;
            }

            if (Key(id) is string key && !segments.TryAdd(key, place))
            {
                twice.Add(key);
            }
        }

        foreach (string id in twice.Concat([.. segments.Where(customer => customer.Value < 0).Select(customer => customer.Key)]))
        {
            segments.Remove(id);
        }

        return new RefitOldSegments(segments, sizes, twice.Count);
    }

    private static int Place(Dictionary<int, int> places, Column segment, int row, CustomerTable table)
    {
        if (segment.TextAt(row) is not string text)
        {
            return -1;
        }

        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && (int)number == number;
        return isNumber && places.TryGetValue((int)number, out int place)
            ? place
            : throw new DataException(
                Source(table), table.Lines?[row], $"{(table.Lines is null ? $"{table.PlaceOf(row)} has" : "here is")} the segment '{text}', which the old model has not. Segments: {string.Join(", ", places.Keys)}.");
    }

    /// <summary>What is compared of an id: a file of ours has some of them escaped.</summary>
    private static string? Key(string? id) => id is null ? null : CsvCell.Escape(id);

    private static TextColumn Ids(CustomerTable table) => table.Id ?? throw new DataException(
        $"{Source(table)}: no column identifies a customer, so that old and new cannot be compared. Name it (--id).");

    private static string Source(CustomerTable table) => table.LoadReport?.Source ?? "the table";
}
