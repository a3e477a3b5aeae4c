namespace Segmentation;

/// <summary>Solves a plan anew with each assumption moved by a quarter.</summary>
internal static class BudgetSensitivity
{
    public static readonly double[] Factors = [0.75, 1.25];

    /// <summary>With more segments than this they are moved together only, for nobody reads thousands of rows.</summary>
    public const int MostSegments = 50;

    public static IReadOnlyList<BudgetScenario> Of(
        BudgetAllocation allocation, IReadOnlyList<ResponseAssumption> assumptions, double[] kept) =>
        [.. Moves(assumptions.Count, Enum.GetValues<AssumptionKind>()).Select(move => Moved(allocation, assumptions, kept, move.Kind, move.Position, move.Factor))];

    /// <summary>Every move: all segments at once (position null) first, then one at a time.</summary>
    public static IEnumerable<(AssumptionKind Kind, int? Position, double Factor)> Moves(int segments, IReadOnlyList<AssumptionKind> kinds) =>
        from position in Enumerable.Range(-1, segments is > 1 and <= MostSegments ? segments + 1 : 1)
        from kind in kinds
        from factor in Factors
        select (kind, position < 0 ? (int?)null : position, factor);

    private static BudgetScenario Moved(
        BudgetAllocation allocation, IReadOnlyList<ResponseAssumption> assumptions, double[] kept, AssumptionKind kind, int? position, double factor)
    {
        ResponseAssumption[] moved = [.. assumptions.Select((assumption, i) => position is null || position == i ? assumption.Times(kind, factor) : assumption)];
        double[] spending = WaterFilling.Spend(moved, allocation.Budget, allocation.Rule);
        return new BudgetScenario(
            kind, position is int i ? assumptions[i].Segment.Segment : null, factor, spending, NetOf(moved, spending), NetOf(moved, kept));
    }

    private static double NetOf(IReadOnlyList<ResponseAssumption> assumptions, double[] spending) =>
        FixedChunks.InOrder([.. assumptions.Select((assumption, i) => assumption.ReturnOf(spending[i]) - spending[i])]);
}
