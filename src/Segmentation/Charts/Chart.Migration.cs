using System.Collections.Immutable;

namespace Segmentation;

public static partial class Chart
{
    /// <summary>
    /// Where the customers of each old segment are now: old segments in rows, new ones in columns; a cell prints the
    /// customers and is coloured by their share of the old segment. The last row is of those who had no old segment that is known.
    /// </summary>
    public static Figure Migration(MigrationMatrix migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        ImmutableArray<int> columns = [.. Enumerable.Range(0, migration.New.Count)];
        ImmutableArray<string> rows = [.. migration.Old.Select(MigrationLabel), "No old segment"];
        ImmutableArray<ImmutableArray<int>> counts =
        [
            .. migration.Old.Select((_, row) => columns.Select(column => migration[row, column]).ToImmutableArray()),
            [.. columns.Select(migration.Joined)],
        ];
        HeatmapTrace cells = new(
            [.. counts.Select(row => row.Select(count => MigrationMatrix.Share(count, row.Sum())).ToImmutableArray())],
            ColorScale.Diverging,
            -1,
            1)
        {
            Name = "share of the old segment",
            CellText = [.. counts.Select(row => row.Select(count => ChartNumbers.Count(count)).ToImmutableArray())],
        };
        Layout layout = HeatMapLayout([.. migration.New.Select(MigrationLabel)], rows) with
        {
            Title = "From old segments to new ones",
            Subtitle = "Cells count customers; the bluer, the larger their share of the old segment.",
        };
        IEnumerable<string> flows = rows.Select((row, i) =>
            $"{row}: {string.Join(", ", columns.Where(j => counts[i][j] > 0).Select(j => $"{ChartNumbers.Count(counts[i][j])} to {MigrationLabel(migration.New[j])}").DefaultIfEmpty("nobody"))}.");
        return new([cells], layout, string.Join(' ', flows));
    }

    private static string MigrationLabel(ModelSegment segment) => $"{ChartNumbers.Count(segment.Segment)} · {segment.Name}";
}
