namespace Segmentation;

/// <summary>An offer that a segment may be made, as a whole or not at all.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Name">What the offer is called.</param>
/// <param name="Cost">What it costs for each customer, at least 0, in money.</param>
/// <param name="Response">The share of the customers that takes it, 0 to 1.</param>
/// <param name="Value">What a customer who takes it is worth, in money.</param>
public sealed record BudgetOffer(BudgetSegment Segment, string Name, double Cost, double Response, double Value)
{
    /// <summary>The cost for the whole segment in cents, rounded up.</summary>
    internal long Cents => (long)Math.Ceiling((decimal)Cost * Segment.Customers * 100);

    /// <summary>The cost for the whole segment, in money.</summary>
    public double TotalCost => Cents / 100.0;

    /// <summary>What it is expected to bring, before it is paid for.</summary>
    public double Return => Segment.Customers * Response * Value;

    /// <summary>The same with one number multiplied; a response stays at most 1.</summary>
    internal BudgetOffer Times(AssumptionKind kind, double factor) => kind switch
    {
        AssumptionKind.Value => this with { Value = Value * factor },
        AssumptionKind.Response => this with { Response = Math.Min(1, Response * factor) },
        _ => this with { Cost = Cost * factor },
    };

    /// <summary>Refuses numbers that mean nothing.</summary>
    internal void Check()
    {
        const double Largest = 1e9;
        if (Segment.Customers < 1 || Cost is not (>= 0 and <= Largest) || Response is not (>= 0 and <= 1) || !(Math.Abs(Value) <= Largest))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Offer '{Name}': customers must be at least 1, the cost from 0 to {Largest:0e0}, the response from 0 to 1, the value within ±{Largest:0e0}; they are {Segment.Customers}, {Cost}, {Response} and {Value}."));
        }
    }
}
