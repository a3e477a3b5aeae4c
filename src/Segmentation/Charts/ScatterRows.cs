namespace Segmentation;

/// <summary>Which rows of a table a scatter shows, segment by segment.</summary>
internal sealed class ScatterRows
{
    /// <summary>More points than this are thinned: more hide each other, and make a page of them heavy.</summary>
    private const int MostPoints = 2000;

    /// <summary>No segment is thinned below this many points.</summary>
    private const int FewestSegmentPoints = 30;

    /// <param name="table">The customers.</param>
    /// <param name="labels">The cluster of each row.</param>
    /// <param name="columns">A row that lacks one of these is left out.</param>
    public ScatterRows(CustomerTable table, ReadOnlySpan<int> labels, params NumericColumn[] columns)
    {
        if (labels.Length != table.RowCount)
        {
            throw new ArgumentException($"There are {labels.Length} labels for {table.RowCount} rows.", nameof(labels));
        }

        List<List<int>> rows = [];
        for (int row = 0; row < labels.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(labels[row], nameof(labels));
            while (rows.Count <= labels[row])
            {
                rows.Add([]);
            }

            if (!Array.Exists(columns, column => column.IsMissing(row)))
            {
                rows[labels[row]].Add(row);
            }
        }

        All = [.. rows.SelectMany(segment => segment)];
        Sizes = [.. rows.Select(segment => segment.Count)];
        Present = Sizes.Sum();
        Missing = table.RowCount - Present;
        Shown = [.. rows.Select(Thinned)];
    }

    /// <summary>The rows that could be shown, segment after segment.</summary>
    public int[] All { get; }

    /// <summary>The rows of each segment that are shown.</summary>
    public int[][] Shown { get; }

    /// <summary>The rows of each segment that could be shown.</summary>
    public int[] Sizes { get; }

    /// <summary>All rows that could be shown.</summary>
    public int Present { get; }

    /// <summary>The rows that lack a column.</summary>
    public int Missing { get; }

    /// <summary>The marks of so many points.</summary>
    public Marker MarkerOf(int segment, SegmentPalette palette)
    {
        bool dense = Present > 1000;
        return new(palette.ColorOf(segment))
        {
            Symbol = palette.SymbolOf(segment),
            Size = dense ? 5 : 8,
            Outline = dense ? null : new Stroke(ChartColors.Paper) { Width = 0.5 },
        };
    }

    /// <summary>Whether not every row is shown that could be.</summary>
    public bool AreThinned => Shown.Sum(rows => rows.Length) < Present;

    /// <summary>How many rows are shown, and how many are not.</summary>
    /// <param name="row">What a row is called.</param>
    /// <param name="group">What a group of rows is called.</param>
    public string Describe(string row = "customer", string group = "segment")
    {
        string spread = Shown.Length > 1 ? $", spread over the {group}s by size" : string.Empty;
        string thinned = AreThinned
            ? $"A fixed sample of {ChartNumbers.Count(Shown.Sum(rows => rows.Length))} of {NumberText.Counted(Present, row)}{spread}"
            : NumberText.Counted(Present, row);
        return Missing == 0 ? thinned : $"{thinned}; {ChartNumbers.Count(Missing)} more with a missing value";
    }

    /// <summary>
    /// A segment's share of the points, always the same ones: those whose row number a fixed hash sends lowest, so that
    /// no pattern in the order of the rows shows.
    /// </summary>
    private int[] Thinned(List<int> rows)
    {
        if (Present <= MostPoints)
        {
            return [.. rows];
        }

        int share = (int)((long)MostPoints * rows.Count / Present);
        return [.. rows.OrderBy(Hash).Take(Math.Max(share, FewestSegmentPoints)).Order()];
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Hash(int row)
    {
        ulong mixed = (ulong)row * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
