using System.Globalization;
using System.Text;

namespace Segmentation;

/// <summary>The customers of one segment.</summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Name">The segment's name.</param>
/// <param name="Ids">The customers' ids as segments.csv has them, in its order.</param>
public sealed record SegmentList(int Segment, string Name, IReadOnlyList<string> Ids);

/// <summary>Who is in which segment, read back from the folder of a result. It takes memory for every id.</summary>
public sealed class SegmentLists
{
    private const string FileName = "segments.csv";
    private const int LinesPerLook = 1 << 14;

    private SegmentLists(ResultManifest manifest, string? idName, IReadOnlyList<SegmentList> lists, int unassigned, int withoutId)
    {
        Manifest = manifest;
        IdName = idName;
        Lists = lists;
        Unassigned = unassigned;
        WithoutId = withoutId;
    }

    /// <summary>What the result says of itself, such as how its customers were read.</summary>
    public ResultManifest Manifest { get; }

    /// <summary>The column that identifies a customer; null where the result knows them by the number of their row only.</summary>
    public string? IdName { get; }

    /// <summary>The segments that have customers, by number.</summary>
    public IReadOnlyList<SegmentList> Lists { get; }

    /// <summary>The customers who are in no segment, because they lacked a feature.</summary>
    public int Unassigned { get; }

    /// <summary>The customers of a segment who have no id; they are in none of the lists.</summary>
    public int WithoutId { get; }

    /// <summary>Reads the segments.csv of a result that 'segment run' or 'segment stream' wrote.</summary>
    /// <exception cref="DataException">
    /// The folder does not hold a whole result with a segments.csv, or two of its customers have the same id.
    /// </exception>
    public static SegmentLists Read(string folder, CancellationToken cancellationToken = default)
    {
        ResultVerification verified = ResultVerification.Of(folder, cancellationToken);
        if (verified.Files.All(file => file.File.Name != FileName))
        {
            throw new DataException($"{folder} has no {FileName}: it is not a folder that 'segment run' wrote.");
        }

        if (verified.Fault is string fault)
        {
            throw new DataException(fault);
        }

        string path = Path.Combine(folder, FileName);
        try
        {
            using StreamReader reader = new(path, Encoding.UTF8);
            using CsvRecords records = new(reader, path, ',', 0);
            return Read(records, path, verified.Manifest, cancellationToken);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    private static SegmentLists Read(CsvRecords records, string path, ResultManifest manifest, CancellationToken cancellationToken)
    {
        string? idName = manifest.Options["id"]?.GetValue<string>();
        SortedDictionary<int, (string Name, List<string> Ids)> lists = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        int unassigned = 0;
        int withoutId = 0;
        records.Read();   // the header
        for (int line = 0; records.Read(); line++)
        {
            if (line % LinesPerLook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (records.CellCount != 3)
            {
                throw new DataException(path, records.Line, "should have an id, a segment and a name.");
            }

            string id = records[0];
            if (id.Length > 0 && !known.Add(id))
            {
                throw new DataException(
                    path, records.Line,
                    $"{idName ?? "row"} {id} is there twice, but a customer can be in one arm only. Make segments of a file with one row for each customer.");
            }

            if (records[1].Length == 0)
            {
                unassigned++;
            }
            else if (id.Length == 0)
            {
                withoutId++;
            }
            else
            {
                ListOf(SegmentIn(records, path), records[2]).Add(id);
            }
        }

        return new SegmentLists(
            manifest, idName, [.. lists.Select(list => new SegmentList(list.Key, list.Value.Name, list.Value.Ids))], unassigned, withoutId);

        List<string> ListOf(int segment, string name)
        {
            if (!lists.TryGetValue(segment, out (string Name, List<string> Ids) list))
            {
                lists.Add(segment, list = (name, []));
            }

            return list.Ids;
        }
    }

    private static int SegmentIn(CsvRecords records, string path) =>
        int.TryParse(records[1], NumberStyles.None, CultureInfo.InvariantCulture, out int segment) && segment > 0
            ? segment
            : throw new DataException(path, records.Line, $"the segment should be a number from 1, but is '{records[1]}'.");
}
