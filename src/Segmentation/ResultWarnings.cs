using static System.FormattableString;

namespace Segmentation;

/// <summary>What a reader of a run should be careful about, the most important first.</summary>
internal static class ResultWarnings
{
    /// <summary>A mean silhouette at or below this is no substantial structure (Kaufman and Rousseeuw 1990).</summary>
    private const double WeakSilhouette = 0.25;

    /// <summary>Means and shares of fewer customers than this say little.</summary>
    private const int SmallSegment = 10;

    /// <summary>A sentence names no more rows than this.</summary>
    private const int MostNamed = 5;

    /// <summary>Past this share of the rows, those that were left out matter more than anything else.</summary>
    private const double ManyDropped = 0.05;

    public static IEnumerable<string> Of(SegmentationResult result)
    {
        bool many = result.Prepared.Dropped.Count > ManyDropped * result.Customers.RowCount;
        return
        [
            .. many ? Dropped(result) : [],
            .. AuditWarnings.First(result.Audit),
            .. Structure(result),
            .. result.Stability is ClusterStability stability ? StabilityText.Warnings(stability, result.Profiles) : [],
            .. many ? [] : Dropped(result),
            .. result.Customers.LoadReport?.Warnings ?? [],
            .. result.PlaybookWarnings,
            .. Segments(result),
            .. Findings(result, isAboutRows: true),
            .. result.Preprocessor.Excluded,
            .. AuditWarnings.Further(result.Audit, result.Summary),
            .. Findings(result, isAboutRows: false),
        ];
    }

    /// <summary>What stands about the table: customers who count twice before what columns are like.</summary>
    private static IEnumerable<string> Findings(SegmentationResult result, bool isAboutRows) => result.Summary.Findings
        .Where(finding => isAboutRows == (finding.Kind is FindingKind.DuplicateRows or FindingKind.DuplicateIds))
        .Where(finding => !IsReasonToExclude(finding, result) && !AuditWarnings.Say(result.Audit, finding))
        .Select(finding => finding.Message);

    /// <summary>Whether the reason for leaving out the finding's column says it already.</summary>
    private static bool IsReasonToExclude(Finding finding, SegmentationResult result) =>
        finding.Kind is FindingKind.ConstantColumn or FindingKind.LooksLikeId
        && result.Preprocessor.Excluded.Any(reason => reason.Contains($"'{finding.Columns[0]}'", StringComparison.Ordinal));

    private static IEnumerable<string> Dropped(SegmentationResult result)
    {
        IReadOnlyList<DroppedRow> dropped = result.Prepared.Dropped;
        if (dropped.Count > 0)
        {
            string lacking = string.Join(", ", dropped.SelectMany(row => row.MissingFeatures).Distinct());
            string ids = string.Join(", ", dropped.Take(MostNamed).Select(row => result.RowName(row.Row)));
            string more = dropped.Count > MostNamed ? Invariant($" and {dropped.Count - MostNamed:#,0} more") : string.Empty;
            string verbs = dropped.Count == 1 ? "is in no segment, for it lacks" : "are in no segment, for they lack";
            yield return Invariant(
                $"{dropped.Count:#,0} of {NumberText.Customers(result.Customers.RowCount)} {verbs} {lacking}: {ids}{more}.");
        }
    }

    private static IEnumerable<string> Structure(SegmentationResult result)
    {
        if (result.Verdict.Doubt is string doubt)
        {
            yield return $"The number of segments is uncertain. {doubt}";
        }

        if (!result.Model.Converged)
        {
            yield return $"K-Means was stopped after {NumberText.Counted(result.Model.Iterations, "iteration")}, before it settled; allow more.";
        }
    }

    private static IEnumerable<string> Segments(SegmentationResult result)
    {
        foreach (SegmentProfile profile in result.Profiles)
        {
            string who = $"Segment {profile.Segment} ({profile.Name})";
            if (profile.Size < SmallSegment)
            {
                yield return $"{who} has only {NumberText.Customers(profile.Size)}: its averages say little.";
            }

            // The silhouette of a single customer is 0 by convention (Rousseeuw 1987) and says nothing.
            if (profile.Size > 1 && result.Silhouette?.ClusterMeans[profile.Segment - 1] is double width and <= WeakSilhouette)
            {
                yield return $"{who} is not well separated from its neighbours: mean silhouette {NumberText.Beside(width, 2, WeakSilhouette)}.";
            }
        }
    }
}
