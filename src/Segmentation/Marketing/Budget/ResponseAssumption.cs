namespace Segmentation;

/// <summary>
/// What is assumed of a segment of n customers: spending x buys x / cost contacts and is expected to bring
/// n · value · response · (1 − exp(−steepness · x / (cost · n))). Every further unit brings less than the one before.
/// </summary>
/// <param name="Segment">The segment with its number of customers.</param>
/// <param name="Value">What a customer who responds is worth, in money.</param>
/// <param name="Response">The share of the customers that responds at most, 0 to 1.</param>
/// <param name="Steepness">How fast contacts bring the response, above 0, per contact and customer.</param>
/// <param name="Cost">What one contact costs, above 0, in money.</param>
public sealed record ResponseAssumption(BudgetSegment Segment, double Value, double Response, double Steepness, double Cost)
{
    /// <summary>Where each of the four numbers comes from; null for all given.</summary>
    public IReadOnlyDictionary<AssumptionKind, AssumptionSource>? Sources { get; init; }

    /// <summary>The value of all responses that can be had at most.</summary>
    public double Ceiling => Segment.Customers * Value * Response;

    /// <summary>What the first unit of money brings back.</summary>
    public double FirstReturn => Value * Response * Steepness / Cost;

    /// <summary>The spending over which the marginal return falls to a share 1 / e.</summary>
    internal double Scale => Segment.Customers * Cost / Steepness;

    /// <summary>The customers expected to respond.</summary>
    public double ResponsesTo(double spending) => Segment.Customers * Response * (1 - Math.Exp(-spending / Scale));

    /// <summary>What the spending is expected to bring, before it is paid for.</summary>
    public double ReturnOf(double spending) => Value * ResponsesTo(spending);

    /// <summary>What a further unit of money brings back.</summary>
    public double MarginalReturnAt(double spending) => FirstReturn * Math.Exp(-spending / Scale);

    /// <summary>The number of a kind.</summary>
    public double this[AssumptionKind kind] => kind switch
    {
        AssumptionKind.Value => Value,
        AssumptionKind.Response => Response,
        AssumptionKind.Steepness => Steepness,
        _ => Cost,
    };

    /// <summary>Refuses numbers that mean nothing, and those whose products would leave a double's range.</summary>
    internal void Check()
    {
        const double Largest = 1e12;
        const double Least = 1e-9;
        if (Segment.Customers < 1 || !(Math.Abs(Value) <= Largest) || Response is not (>= 0 and <= 1)
            || Steepness is not (>= Least and <= Largest) || Cost is not (>= Least and <= Largest))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Segment {Segment.Segment}: customers must be at least 1, the value within ±{Largest:0e0}, the response from 0 to 1, steepness and cost from {Least:0e0} to {Largest:0e0}; they are {Segment.Customers}, {Value}, {Response}, {Steepness} and {Cost}."));
        }
    }

    /// <summary>The same with one number multiplied; a response stays at most 1.</summary>
    internal ResponseAssumption Times(AssumptionKind kind, double factor) => kind switch
    {
        AssumptionKind.Value => this with { Value = Value * factor },
        AssumptionKind.Response => this with { Response = Math.Min(1, Response * factor) },
        AssumptionKind.Steepness => this with { Steepness = Steepness * factor },
        _ => this with { Cost = Cost * factor },
    };
}
