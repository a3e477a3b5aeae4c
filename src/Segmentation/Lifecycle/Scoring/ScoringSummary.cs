using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>How many customers a model gave which segment.</summary>
/// <param name="Rows">All rows.</param>
/// <param name="Scored">Those who have a segment.</param>
/// <param name="Segments">The segments, in the order of their numbers.</param>
/// <param name="UnlikeTraining">
/// Those who are beyond the training customers' 99th percentile of the distance; about 1% of customers of the same kind.
/// Null where the model has no <see cref="SegmentationModel.Training"/>.
/// </param>
/// <param name="Problems">Why customers have no segment, the most frequent first; a customer may have several problems.</param>
public sealed record ScoringSummary(
    long Rows, long Scored, IReadOnlyList<ScoredSegment> Segments, long? UnlikeTraining, IReadOnlyList<ScoringProblem> Problems)
{
    /// <summary>
    /// The levels of categories that the training customers did not have, the most frequent first, at most 1,000; who has one
    /// is scored all the same.
    /// </summary>
    public IReadOnlyList<UnseenLevel> UnseenLevels { get; init; } = [];

    /// <summary>Why the rows are no customers, each once, as far as their ids say; null where nothing speaks against them.</summary>
    public Finding? Doubt { get; init; }

    /// <summary>The first row of a file that has no segment, and why; null where all have one, and for a table.</summary>
    public ScoringFault? FirstFault { get; init; }

    /// <summary>Those who have no segment.</summary>
    public long NotScored => Rows - Scored;

    /// <summary>
    /// The summary for programs: "rows", "scored", "segments" (each with "segment", "name", "customers" and "share" of the
    /// scored ones), "unlikeTraining" and "unlikeTrainingShare" (null where unknown), "notScored", "reasons" (each with
    /// "reason" and "rows"), "unseenLevels" (each with "column", "level", "rows" and "countsAs": "other" or null) and "doubt"
    /// (why the rows are no customers, or null).
    /// </summary>
    public JsonObject ToJson() => new()
    {
        ["rows"] = Rows,
        ["scored"] = Scored,
        ["segments"] = new JsonArray([.. Segments.Select(segment => new JsonObject
        {
            ["segment"] = segment.Segment,
            ["name"] = segment.Name,
            ["customers"] = segment.Customers,
            ["share"] = Share(segment.Customers),
        })]),
        ["unlikeTraining"] = UnlikeTraining,
        ["unlikeTrainingShare"] = UnlikeTraining is long unlike ? Share(unlike) : null,
        ["notScored"] = NotScored,
        ["reasons"] = new JsonArray([.. Problems.Select(problem => new JsonObject
        {
            ["reason"] = problem.Problem,
            ["rows"] = problem.Rows,
        })]),
        ["unseenLevels"] = new JsonArray([.. UnseenLevels.Select(level => new JsonObject
        {
            ["column"] = level.Column,
            ["level"] = level.Level,
            ["rows"] = level.Count,
            ["countsAs"] = level.IsOther ? "other" : null,
        })]),
        ["doubt"] = Doubt?.Message,
    };

    private double? Share(long customers) => Scored == 0 ? null : (double)customers / Scored;
}

/// <summary>A segment and those who were given it.</summary>
/// <param name="Segment">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">Who were given it.</param>
public sealed record ScoredSegment(int Segment, string Name, long Customers);

/// <summary>A reason why customers cannot be scored.</summary>
/// <param name="Problem">Such as "Age is missing".</param>
/// <param name="Rows">The rows that have it.</param>
public sealed record ScoringProblem(string Problem, long Rows);

/// <summary>Counts customers while they are scored.</summary>
internal sealed class ScoringCounts(SegmentationModel model)
{
    /// <summary>Reasons may quote cells; beyond this many different ones they are counted together, so that the memory is bounded.</summary>
    private const int MostProblems = 1000;

    private readonly long[] customers = new long[model.Segments.Count];
    private readonly Dictionary<int, int> places = model.Segments.Select((segment, i) => (segment.Segment, i)).ToDictionary();
    private readonly Dictionary<string, long> problems = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Column, string Level), UnseenLevel> unseen = [];
    private long rows;
    private long unlike;

    public ScoringSummary Summary => new(
        rows,
        customers.Sum(),
        [.. model.Segments.Select((segment, i) => new ScoredSegment(segment.Segment, segment.Name, customers[i]))],
        model.Training is null ? null : unlike,
        [.. problems.OrderByDescending(problem => problem.Value).ThenBy(problem => problem.Key, StringComparer.Ordinal)
            .Select(problem => new ScoringProblem(problem.Key, problem.Value))])
    {
        UnseenLevels = [.. unseen.Values.OrderByDescending(level => level.Count)
            .ThenBy(level => level.Column, StringComparer.Ordinal).ThenBy(level => level.Level, StringComparer.Ordinal)],
    };

    /// <summary>Adds up the rows of each level; beyond a thousand different ones the others are not named.</summary>
    public void Add(IReadOnlyList<UnseenLevel> levels)
    {
        foreach (UnseenLevel level in levels)
        {
            (string, string) key = (level.Column, level.Level);
            if (unseen.TryGetValue(key, out UnseenLevel? known))
            {
                unseen[key] = known with { Count = known.Count + level.Count };
            }
            else if (unseen.Count < MostProblems)
            {
                unseen.Add(key, level);
            }
        }
    }

    public void Add(ScoredCustomer customer)
    {
        rows++;
        if (customer.Segment is int segment)
        {
            customers[places[segment]]++;
            unlike += customer.IsUnlikeTraining == true ? 1 : 0;
        }

        foreach (string problem in customer.Problems)
        {
            string counted = problems.Count < MostProblems || problems.ContainsKey(problem) ? problem : "another reason";
            problems[counted] = problems.GetValueOrDefault(counted) + 1;
        }
    }
}
