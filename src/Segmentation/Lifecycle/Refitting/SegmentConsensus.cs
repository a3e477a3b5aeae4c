namespace Segmentation;

/// <summary>A customer's old, new and consensus segment, each as a place in its list.</summary>
/// <param name="Row">The row of the table, 0-based.</param>
/// <param name="Old">The old segment's number.</param>
/// <param name="New">The new segment's number.</param>
/// <param name="Consensus">The consensus segment's number.</param>
public sealed record ConsensusCustomer(int Row, int Old, int New, int Consensus);

/// <summary>
/// One grouping out of an old and a new one by evidence accumulation (Fred and Jain 2005): the co-association of two
/// customers is the share of the two groupings that put them together, 0, 1/2 or 1; average linkage on it, down to as many
/// groups as there are new segments.
/// </summary>
/// <remarks>
/// Customers with the same old and the same new segment are together in both, so that these cells are merged, not customers:
/// at most old x new of them. Of equally strong links the one between fewer customers is merged first, then the one with
/// the lowest old and new segment; so the result does not depend on the order of the rows. A group has the number and name of the new
/// segment that it shares most customers with (one to one, largest total of Jaccard coefficients).
/// </remarks>
public sealed class SegmentConsensus
{
    /// <summary>Merging takes the cube of the number of cells.</summary>
    private const int MostCells = 2000;

    private readonly CustomerTable table;

    private SegmentConsensus(CustomerTable table, IReadOnlyList<ModelSegment> segments, IReadOnlyList<ConsensusCustomer> customers)
    {
        this.table = table;
        Segments = segments;
        Customers = customers;
    }

    /// <summary>The consensus segments with their sizes, by number.</summary>
    public IReadOnlyList<ModelSegment> Segments { get; }

    /// <summary>The customers that both know, in the order of the rows.</summary>
    public IReadOnlyList<ConsensusCustomer> Customers { get; }

    internal static SegmentConsensus Of(
        CustomerTable table, IReadOnlyList<ModelSegment> old, IReadOnlyList<ModelSegment> @new, IReadOnlyList<(int Row, int Old, int New)> customers)
    {
        int[] groups = Group([.. customers.Select(customer => customer.Old)], [.. customers.Select(customer => customer.New)], @new.Count);
        int count = groups.Length == 0 ? 0 : groups.Max() + 1;
        SegmentOverlap overlap = SegmentOverlap.Of(groups, count, [.. customers.Select(customer => customer.New)], @new.Count);
        int[] segment = overlap.Assign();
        return new SegmentConsensus(
            table,
            [.. Enumerable.Range(0, count).OrderBy(group => segment[group])
                .Select(group => @new[segment[group]] with { Size = overlap.OldSizes[group] })],
            [.. customers.Select((customer, i) => new ConsensusCustomer(
                customer.Row, old[customer.Old].Segment, @new[customer.New].Segment, @new[segment[groups[i]]].Segment))]);
    }

    /// <summary>The consensus group of each customer, from 0.</summary>
    /// <param name="oldLabels">The old grouping.</param>
    /// <param name="newLabels">The new grouping, as many.</param>
    /// <param name="groupCount">How many groups there should be; fewer where there are fewer cells.</param>
    /// <exception cref="ArgumentException">There are not equally many labels, or too many cells.</exception>
    public static int[] Group(ReadOnlySpan<int> oldLabels, ReadOnlySpan<int> newLabels, int groupCount)
    {
        if (oldLabels.Length != newLabels.Length)
        {
            throw new ArgumentException($"There are {oldLabels.Length} old labels and {newLabels.Length} new ones.");
        }

        SortedDictionary<(int Old, int New), int> sizes = [];
        for (int i = 0; i < oldLabels.Length; i++)
        {
            (int, int) cell = (oldLabels[i], newLabels[i]);
            sizes[cell] = sizes.GetValueOrDefault(cell) + 1;
        }

        if (sizes.Count > MostCells)
        {
            throw new ArgumentException($"Old and new segments share customers in {sizes.Count} pairs; a consensus is made of at most {MostCells}.");
        }

        (int Old, int New)[] cells = [.. sizes.Keys];
        int[] groups = Merge(cells, [.. sizes.Values.Select(size => (long)size)], Math.Max(1, groupCount));
        Dictionary<(int, int), int> groupOf = cells.Zip(groups).ToDictionary(cell => cell.First, cell => cell.Second);
        int[] result = new int[oldLabels.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = groupOf[(oldLabels[i], newLabels[i])];
        }

        return result;
    }

    /// <summary>
    /// Writes a row for each customer that both know: the id under its own name ("row" where there is none), oldSegment,
    /// newSegment, consensusSegment, name.
    /// </summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CsvWriting.WriteRow(writer, table.Id?.Name ?? "row", "oldSegment", "newSegment", "consensusSegment", "name");
        Dictionary<int, string> names = Segments.ToDictionary(segment => segment.Segment, segment => segment.Name);
        foreach (ConsensusCustomer customer in Customers)
        {
            CsvWriting.WriteRow(writer, table.RowId(customer.Row), customer.Old, customer.New, customer.Consensus, names[customer.Consensus]);
        }
    }

    /// <summary>Merges cells by average linkage; groups are numbered by their first cell.</summary>
    private static int[] Merge((int Old, int New)[] cells, long[] cellSizes, int groupCount)
    {
        List<List<int>> groups = [.. Enumerable.Range(0, cells.Length).Select(cell => new List<int> { cell })];
        long[] sizes = [.. cellSizes];

        // Twice the sum of co-associations over the pairs of customers between two groups: a whole number, so exact.
        long[,] links = new long[cells.Length, cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            for (int j = 0; j < cells.Length; j++)
            {
                long together = (cells[i].Old == cells[j].Old ? 1 : 0) + (cells[i].New == cells[j].New ? 1 : 0);
                links[i, j] = together * cellSizes[i] * cellSizes[j];
            }
        }

        for (int left = cells.Length; left > groupCount; left--)
        {
            (int one, int other) = Strongest(groups, sizes, links);
            groups[one].AddRange(groups[other]);
            groups[other].Clear();
            sizes[one] += sizes[other];
            for (int i = 0; i < cells.Length; i++)
            {
                links[one, i] += links[other, i];
                links[i, one] = links[one, i];
            }
        }

        int[] result = new int[cells.Length];
        int number = 0;
        foreach (List<int> group in groups.Where(group => group.Count > 0))
        {
            group.ForEach(cell => result[cell] = number);
            number++;
        }

        return result;
    }

    private static (int One, int Other) Strongest(List<List<int>> groups, long[] sizes, long[,] links)
    {
        (int One, int Other) best = (-1, -1);
        double strongest = -1;
        long fewest = long.MaxValue;
        for (int i = 0; i < groups.Count; i++)
        {
            for (int j = i + 1; j < groups.Count && groups[i].Count > 0; j++)
            {
                if (groups[j].Count == 0)
                {
                    continue;
                }

                double link = (double)links[i, j] / sizes[i] / sizes[j];
                if (link > strongest || (link == strongest && sizes[i] + sizes[j] < fewest))
                {
                    (best, strongest, fewest) = ((i, j), link, sizes[i] + sizes[j]);
                }
            }
        }

        return best;
    }
}
