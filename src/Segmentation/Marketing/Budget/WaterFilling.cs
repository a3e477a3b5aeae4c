namespace Segmentation;

/// <summary>
/// The spending over segments that maximises the expected return under a budget, in closed form. The return is concave in
/// every segment, so the conditions of Karush, Kuhn and Tucker are necessary and sufficient: all funded segments have one
/// marginal return λ, and the others begin below it. With a the return of a segment's first unit and w = n · cost / steepness its
/// scale, a funded one gets w · ln(a / λ); the segments are funded in falling order of a, and for the first j of them
/// ln λ = (Σ w ln a − budget) / Σ w (the water filling of Boyd and Vandenberghe 2004, Convex Optimization, example 5.2).
/// </summary>
internal static class WaterFilling
{
    /// <summary>The spending on each segment, in their order.</summary>
    public static double[] Spend(IReadOnlyList<ResponseAssumption> segments, double budget, BudgetRule rule)
    {
        double[] spending = new double[segments.Count];
        double floor = rule == BudgetRule.WhileItPays ? 1 : 0;
        int[] order =
        [
            .. Enumerable.Range(0, segments.Count).Where(i => segments[i].FirstReturn > floor).OrderByDescending(i => segments[i].FirstReturn),
        ];
        if (order.Length == 0 || budget == 0)
        {
            return spending;
        }

        // Logarithms relative to the highest first return, so that nearly equal ones keep their digits.
        double highest = segments[order[0]].FirstReturn;
        double Depth(int i) => Math.Log(highest / segments[i].FirstReturn);
        double scales = 0;
        double weighted = 0;
        double depth = 0;
        for (int j = 0; j < order.Length; j++)
        {
            scales += segments[order[j]].Scale;
            weighted += segments[order[j]].Scale * Depth(order[j]);
            depth = (budget + weighted) / scales;
            if (j + 1 == order.Length || depth <= Depth(order[j + 1]))
            {
                break;
            }
        }

        depth = floor == 0 ? depth : Math.Min(depth, Math.Log(highest));
        foreach (int i in order)
        {
            spending[i] = Math.Max(0, segments[i].Scale * (depth - Depth(i)));
        }

        return spending;
    }
}
