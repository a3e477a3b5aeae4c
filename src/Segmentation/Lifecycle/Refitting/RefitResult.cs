using System.Text.Json.Nodes;
using static System.FormattableString;

namespace Segmentation;

/// <summary>What a refit found: the new model, and what became of the old segments.</summary>
public sealed partial class RefitResult
{
    private const int LongestName = 60;

    private readonly RefitData data;
    private readonly int[] labels;
    private readonly int[] known;
    private readonly RefitOldSegments? oldSegments;

    internal RefitResult(
        Refit options,
        SegmentationModel model,
        RefitData data,
        int[] labels,
        int[] known,
        SegmentMatching matching,
        RefitStarts starts,
        bool isUnchanged,
        RefitOldSegments? oldSegments)
    {
        this.data = data;
        this.labels = labels;
        this.known = known;
        this.oldSegments = oldSegments;
        Options = options;
        Model = model;
        Matching = matching;
        IsUnchanged = isUnchanged;
        WarmInertia = starts.Warm.Inertia;
        FreshInertia = starts.Fresh.Inertia;
        FreshIsBetter = starts.FreshIsBetter;
        int[,] counts = new int[options.Old.Segments.Count + 1, model.Segments.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            counts[known[i] < 0 ? options.Old.Segments.Count : known[i], labels[i]]++;
        }

        int[]? left = oldSegments is null ? null : [.. oldSegments.Sizes.Select((size, i) =>
            size - Enumerable.Range(0, model.Segments.Count).Sum(j => counts[i, j]))];
        Migration = new MigrationMatrix(options.Old.Segments, model.Segments, counts, left);
        Dictionary<int, int> places = RefitRows.Places(model);
        int?[] goesOnAs = new int?[options.Old.Segments.Count];
        for (int cluster = 0; cluster < matching.Numbers.Count; cluster++)
        {
            if (matching.OldOf[cluster] is int old)
            {
                goesOnAs[old] = places[matching.Numbers[cluster]];
            }
        }

        Agreement = AgreementOf(known, labels, goesOnAs);
    }

    /// <summary>The refit that ran.</summary>
    public Refit Options { get; }

    /// <summary>The new model; the old one itself where the customers are the same.</summary>
    public SegmentationModel Model { get; }

    /// <summary>Whether the customers are those that the old model was made from, so that it stands.</summary>
    public bool IsUnchanged { get; }

    /// <summary>The inertia from the old centroids, on the scale of the new model.</summary>
    public double WarmInertia { get; }

    /// <summary>The inertia of the best fresh start, on the same scale.</summary>
    public double FreshInertia { get; }

    /// <summary>Whether the fresh start is lower by more than rounding (a share of 1e-9), and so kept where the customers changed.</summary>
    public bool FreshIsBetter { get; }

    /// <summary>Which segments go on, and what became of the others.</summary>
    public SegmentMatching Matching { get; }

    /// <summary>How many customers went from where to where.</summary>
    public MigrationMatrix Migration { get; }

    /// <summary>How far old and new agree.</summary>
    public SegmentAgreement Agreement { get; }

    /// <summary>
    /// A segment for each customer that both know, from both of their groupings; see <see cref="SegmentConsensus"/>. Rows are those of
    /// the table that was given, in its order.
    /// </summary>
    /// <exception cref="DataException">Old and new disagree too much to be combined.</exception>
    public SegmentConsensus Consensus()
    {
        if (!Agreement.AllowsCombining)
        {
            throw new DataException($"There is no consensus. {Agreement.Describe()}");
        }

        int[] order = CustomerOrder.Of(data.Table);
        ReadOnlySpan<int> rows = data.Prepared.Rows;
        List<(int Row, int Old, int New)> shared = [];
        for (int i = 0; i < labels.Length; i++)
        {
            if (known[i] >= 0)
            {
                shared.Add((order[rows[i]], known[i], labels[i]));
            }
        }

        return SegmentConsensus.Of(data.Table, Options.Old.Segments, Model.Segments, [.. shared.OrderBy(customer => customer.Row)]);
    }

    /// <summary>What a reader should know, a sentence each: the starts, the agreement, each transition.</summary>
    public IEnumerable<string> Sentences()
    {
        string kept = IsUnchanged ? "the customers are those that the old model was made from, so that it stands"
            : FreshIsBetter ? "the fresh start is kept" : "the old centroids are kept as the start";
        (string warm, string fresh) = FreshIsBetter ? NumberText.Apart(WarmInertia, FreshInertia) : (NumberText.Of(WarmInertia), NumberText.Of(FreshInertia));
        yield return $"The inertia is {warm} from the old centroids and {fresh} from fresh ones: {kept}.";
        if (IsUnchanged && FreshIsBetter)
        {
            yield return "A fresh start is better than the old model on its own customers; 'segment run' would take it.";
        }

        yield return HowKnown();
        yield return Agreement.Describe();
        foreach (SegmentTransition transition in Matching.Transitions)
        {
            yield return transition.Describe();
        }
    }

    /// <summary>Who counts as known to both, and so what every count of them means.</summary>
    private string HowKnown()
    {
        string clustered = NumberText.Customers(labels.Length);
        if (oldSegments is null)
        {
            return Invariant($"No old segments were given (--old-segments or --old-data), so that nobody was matched by id: the old model was asked about the new customers, and knows the {Agreement.Customers:#,0} of {clustered} who {NumberText.Are(Agreement.Customers)} not unlike its own. The counts below say how alike old and new model sort these customers, not who moved since.");
        }

        string ambiguous = oldSegments.AmbiguousIds == 0 ? string.Empty
            : $" {NumberText.Counted(oldSegments.AmbiguousIds, "old id")} {(oldSegments.AmbiguousIds == 1 ? "stands" : "stand")} for several customers and {NumberText.Are(oldSegments.AmbiguousIds)} left out.";
        return Invariant($"Customers were matched by their ids in '{PlainText.OneLine(data.Table.Id!.Name, LongestName)}': {Agreement.Customers:#,0} of {clustered} {NumberText.Are(Agreement.Customers)} among the {oldSegments.Count:#,0} old ones with a segment.{ambiguous}");
    }

    /// <summary>
    /// For programs: "knownBy" ("ids" of old segments that were given, or "oldModel"), "unchanged", "warmInertia", "freshInertia", "kept" ("old", "warm" or "fresh"), "matchedBy", "agreement",
    /// "transitions", "segments" and "migration".
    /// </summary>
    public JsonObject ToJson() => new()
    {
        ["rows"] = data.Table.RowCount,
        ["clusteredRows"] = labels.Length,
        ["knownBy"] = oldSegments is null ? "oldModel" : "ids",
        ["unchanged"] = IsUnchanged,
        ["warmInertia"] = WarmInertia,
        ["freshInertia"] = FreshInertia,
        ["kept"] = IsUnchanged ? "old" : FreshIsBetter ? "fresh" : "warm",
        ["inertia"] = Model.Inertia,
        ["blend"] = Options.Blend,
        ["matchedBy"] = Matching.Basis == SegmentMatchingBasis.Customers ? "customers" : "centroids",
        ["agreement"] = new JsonObject
        {
            ["customers"] = Agreement.Customers,
            ["sameSegment"] = Agreement.SameSegment,
            ["adjustedRandIndex"] = Agreement.AdjustedRandIndex,
            ["allowsCombining"] = Agreement.AllowsCombining,
        },
        ["transitions"] = new JsonArray([.. Matching.Transitions.Select(transition => new JsonObject
        {
            ["kind"] = transition.Kind.ToString().ToLowerInvariant(),
            ["from"] = new JsonArray([.. transition.From.Select(number => JsonValue.Create(number))]),
            ["to"] = new JsonArray([.. transition.To.Select(number => JsonValue.Create(number))]),
            ["sentence"] = transition.Describe(),
        })]),
        ["segments"] = new JsonArray([.. Model.Segments.Select(segment => new JsonObject
        {
            ["segment"] = segment.Segment,
            ["name"] = segment.Name,
            ["size"] = segment.Size,
        })]),
        ["migration"] = Migration.ToJson(),
    };

    internal static SegmentAgreement AgreementOf(int[] known, int[] labels, SegmentMatching matching)
    {
        int?[] goesOnAs = new int?[Math.Max(known.Max(), matching.OldOf.Max() ?? 0) + 1];
        for (int cluster = 0; cluster < matching.OldOf.Count; cluster++)
        {
            if (matching.OldOf[cluster] is int old)
            {
                goesOnAs[old] = cluster;
            }
        }

        return AgreementOf(known, labels, goesOnAs);
    }

    private static SegmentAgreement AgreementOf(int[] known, int[] labels, int?[] goesOnAs)
    {
        int[] rows = [.. Enumerable.Range(0, known.Length).Where(i => known[i] >= 0)];
        return new SegmentAgreement(
            rows.Length,
            rows.Count(i => goesOnAs[known[i]] == labels[i]),
            rows.Length == 0 ? null : AdjustedRandIndex.Of([.. rows.Select(i => known[i])], [.. rows.Select(i => labels[i])]));
    }
}
