using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// What is assumed of the segments' response. A number for a segment goes before one for all segments (* or no name), that
/// before the segment's measured value, and that before the stated defaults: value 100, response 5%, steepness 1, cost 1.
/// </summary>
/// <example><code>
/// segment,value,response,steepness,cost
/// *,,0.04,0.8,0.5
/// 2,120,0.09,,
/// </code></example>
public sealed class BudgetAssumptions
{
    /// <summary>What a customer who responds is worth where nothing is known: 100.</summary>
    public const double DefaultValue = 100;

    /// <summary>The share that responds at most where nothing is known: 5%.</summary>
    public const double DefaultResponse = 0.05;

    /// <summary>How fast contacts bring the response where nothing is known: 1, so that one contact each brings 63% of it.</summary>
    public const double DefaultSteepness = 1;

    /// <summary>What one contact costs where nothing is known: 1.</summary>
    public const double DefaultCost = 1;

    private const double Largest = 1e9;
    private const double Least = 1e-6;

    private readonly IReadOnlyList<BudgetFileRow> rows;

    private BudgetAssumptions(IReadOnlyList<BudgetFileRow> rows) => this.rows = rows;

    /// <summary>Measured values and stated defaults only.</summary>
    public static BudgetAssumptions Defaults { get; } = new([]);

    /// <summary>
    /// Reads assumptions from CSV with a header or, where the file's name ends in .json, from
    /// <c>{ "assumptions": [ { "segment": 2, "value": 120, "response": 0.09, "steepness": 1, "cost": 0.5 } ] }</c>. Each
    /// number may be absent; the segment is its number or its name.
    /// </summary>
    /// <exception cref="DataException">The file cannot be read, or something in it is unknown or out of range.</exception>
    public static BudgetAssumptions Load(string path)
    {
        BudgetAssumptions assumptions = new(BudgetFile.Read(path, "assumptions", "segment", "value", "response", "steepness", "cost"));
        foreach (BudgetFileRow row in assumptions.rows)
        {
            _ = Numbers(row).ToArray();
        }

        return assumptions;
    }

    /// <summary>The assumptions for each segment.</summary>
    /// <exception cref="DataException">They name a segment that there is not, or give a segment two rows.</exception>
    public IReadOnlyList<ResponseAssumption> For(IReadOnlyList<BudgetSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        Dictionary<int, Dictionary<AssumptionKind, double>> given = segments.ToDictionary(segment => segment.Segment, _ => new Dictionary<AssumptionKind, double>());
        HashSet<int> seen = [];
        foreach (BudgetFileRow row in rows.OrderBy(row => row.IsParticular))
        {
            foreach (BudgetSegment segment in row.Among(segments))
            {
                if (!seen.Add(row.IsParticular ? segment.Segment : -segment.Segment))
                {
                    throw new DataException($"{row.Where}: segment {(row.IsParticular ? Invariant($"{segment.Segment} ({segment.Name})") : "*")} has a second row.");
                }

                foreach ((AssumptionKind kind, double number) in Numbers(row))
                {
                    given[segment.Segment][kind] = number;
                }
            }
        }

        return [.. segments.Select(segment => For(segment, given[segment.Segment]))];
    }

    private static ResponseAssumption For(BudgetSegment segment, Dictionary<AssumptionKind, double> given)
    {
        AssumptionSource SourceOf(AssumptionKind kind) =>
            given.ContainsKey(kind) ? AssumptionSource.Given
            : kind == AssumptionKind.Value && segment.Value is not null ? AssumptionSource.Measured : AssumptionSource.Default;
        return new(
            segment,
            given.TryGetValue(AssumptionKind.Value, out double value) ? value : segment.Value ?? DefaultValue,
            given.GetValueOrDefault(AssumptionKind.Response, DefaultResponse),
            given.GetValueOrDefault(AssumptionKind.Steepness, DefaultSteepness),
            given.GetValueOrDefault(AssumptionKind.Cost, DefaultCost))
        {
            Sources = Enum.GetValues<AssumptionKind>().ToDictionary(kind => kind, SourceOf),
        };
    }

    private static IEnumerable<(AssumptionKind Kind, double Number)> Numbers(BudgetFileRow row)
    {
        (AssumptionKind Kind, double? Number)[] numbers =
        [
            (AssumptionKind.Value, row.Number("value", -Largest, Largest)),
            (AssumptionKind.Response, row.Number("response", 0, 1)),
            (AssumptionKind.Steepness, row.Number("steepness", Least, Largest)),
            (AssumptionKind.Cost, row.Number("cost", Least, Largest)),
        ];
        return numbers.Where(number => number.Number is not null).Select(number => (number.Kind, number.Number!.Value));
    }
}
