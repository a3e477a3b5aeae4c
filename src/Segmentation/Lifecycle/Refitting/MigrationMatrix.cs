using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>How many customers went from which old segment to which new one.</summary>
public sealed class MigrationMatrix
{
    private readonly int[,] counts;

    internal MigrationMatrix(IReadOnlyList<ModelSegment> old, IReadOnlyList<ModelSegment> @new, int[,] counts, IReadOnlyList<int>? left)
    {
        Old = old;
        New = @new;
        this.counts = counts;
        Left = left;
    }

    /// <summary>The old segments: the rows.</summary>
    public IReadOnlyList<ModelSegment> Old { get; }

    /// <summary>The new segments: the columns.</summary>
    public IReadOnlyList<ModelSegment> New { get; }

    /// <summary>Of each old segment the customers who have no new one; null where the old ones are known by the new file only.</summary>
    public IReadOnlyList<int>? Left { get; }

    /// <summary>The customers of a pair.</summary>
    /// <param name="old">The row, 0-based.</param>
    /// <param name="new">The column, 0-based.</param>
    public int this[int old, int @new] => counts[old, @new];

    /// <summary>The customers of a new segment who had no old one that is known.</summary>
    /// <param name="new">The column, 0-based.</param>
    public int Joined(int @new) => counts[Old.Count, @new];

    /// <summary>The customers of an old segment who have a new one.</summary>
    /// <param name="old">The row, 0-based.</param>
    public int Stayed(int old) => Enumerable.Range(0, New.Count).Sum(column => counts[old, column]);

    /// <summary>
    /// Writes a row for each pair: oldSegment, oldName, newSegment, newName, customers, shareOfOld (of the old segment's
    /// customers who have a new one), shareOfNew (of all of the new segment's). Who had no old segment, or has no new one, is in rows where
    /// those cells are empty.
    /// </summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CsvWriting.WriteRow(writer, "oldSegment", "oldName", "newSegment", "newName", "customers", "shareOfOld", "shareOfNew");
        for (int i = 0; i < Old.Count; i++)
        {
            for (int j = 0; j < New.Count; j++)
            {
                CsvWriting.WriteRow(
                    writer, Old[i].Segment, Old[i].Name, New[j].Segment, New[j].Name, counts[i, j],
                    CsvCell.Number(Share(counts[i, j], Stayed(i))), CsvCell.Number(Share(counts[i, j], New[j].Size)));
            }

            if (Left is not null)
            {
                CsvWriting.WriteRow(writer, Old[i].Segment, Old[i].Name, null, null, Left[i], null, null);
            }
        }

        for (int j = 0; j < New.Count; j++)
        {
            CsvWriting.WriteRow(writer, null, null, New[j].Segment, New[j].Name, Joined(j), null, CsvCell.Number(Share(Joined(j), New[j].Size)));
        }
    }

    /// <summary>"rows" with "oldSegment" (null for customers without one), "counts" by column and "left"; "newSegments" are the columns.</summary>
    public JsonObject ToJson() => new()
    {
        ["newSegments"] = new JsonArray([.. New.Select(segment => JsonValue.Create(segment.Segment))]),
        ["rows"] = new JsonArray([.. Enumerable.Range(0, Old.Count + 1).Select(i => new JsonObject
        {
            ["oldSegment"] = i < Old.Count ? Old[i].Segment : null,
            ["counts"] = new JsonArray([.. Enumerable.Range(0, New.Count).Select(j => JsonValue.Create(counts[i, j]))]),
            ["left"] = i < Old.Count ? Left?[i] : null,
        })]),
    };

    /// <summary>A share; null where there is nothing to have a share of.</summary>
    internal static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
