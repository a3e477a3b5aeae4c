using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// What a reader of a run should be careful about, the most harmful first: what makes the result another one than was meant,
/// then what makes it doubtful, then single segments, then what is good to know. One sentence for all that is of a kind, and
/// only of what this run used.
/// </summary>
internal static class ResultWarnings
{
    /// <summary>A sentence names no more rows than this.</summary>
    private const int MostNamed = 5;

    /// <summary>From this share of the rows on, those that were left out matter more than anything else.</summary>
    private const double ManyDropped = 0.05;

    public static IEnumerable<ResultWarning> Of(SegmentationResult result)
    {
        bool many = result.Prepared.Dropped.Count >= ManyDropped * result.Customers.RowCount;
        return
        [
            .. many ? Dropped(result) : [],
            .. Columns(ReduceFirst.Of(result)),
            .. AuditWarnings.First(result.Audit),
            .. Structure(result),
            .. result.Stability is ClusterStability stability ? Segments(StabilityText.Warnings(stability, result.Profiles)) : [],
            .. many ? [] : Dropped(result),
            .. TableWarnings.AboutRows(result),
            .. AuditWarnings.Further(result.Audit),
            .. TableWarnings.Correlations(result),
            .. Segments(SegmentWarnings.Of(result)),
            .. Segments(result.PlaybookWarnings),
            .. AuditWarnings.Notes(result.Audit),
            .. Columns(ExcludedText.Of(result.Preprocessor)),
            .. TableWarnings.Loading(result),
            .. TableWarnings.Shapes(result),
        ];
    }

    private static IEnumerable<ResultWarning> Dropped(SegmentationResult result)
    {
        IReadOnlyList<DroppedRow> dropped = result.Prepared.Dropped;
        if (dropped.Count > 0)
        {
            string ids = string.Join(", ", dropped.Take(MostNamed).Select(row => result.Customers.NameOf(row.Row)));
            string more = dropped.Count > MostNamed ? Invariant($" and {dropped.Count - MostNamed:#,0} more") : string.Empty;
            string verb = dropped.Count == 1 ? "is in no segment, for" : "are in no segment, for";
            yield return new(WarningSubject.Rows, Invariant(
                $"{dropped.Count:#,0} of {NumberText.Customers(result.Customers.RowCount)} {verb} {DataUseText.Lacking(dropped)}: {ids}{more}."));
        }
    }

    private static IEnumerable<ResultWarning> Structure(SegmentationResult result)
    {
        if (result.Verdict.Doubt is string doubt)
        {
            yield return new(WarningSubject.Result, $"The number of segments is uncertain. {doubt}");
        }

        if (!result.Model.Converged)
        {
            yield return new(
                WarningSubject.Result, $"K-Means was stopped after {NumberText.Counted(result.Model.Iterations, "iteration")}, before it settled; allow more.");
        }
    }

    private static IEnumerable<ResultWarning> Columns(IEnumerable<string> messages) => messages.Select(message => new ResultWarning(WarningSubject.Columns, message));

    private static IEnumerable<ResultWarning> Segments(IEnumerable<string> messages) => messages.Select(message => new ResultWarning(WarningSubject.Segments, message));
}
