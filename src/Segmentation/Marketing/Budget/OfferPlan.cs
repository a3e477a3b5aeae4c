using System.Text.Json.Nodes;
using static System.FormattableString;

namespace Segmentation;

/// <summary>The offers, at most one for each segment, with the highest expected return under a budget.</summary>
public sealed class OfferPlan
{
    internal OfferPlan(
        OfferSelection selection,
        IReadOnlyList<BudgetSegment> segments,
        IReadOnlyList<BudgetOffer> offers,
        IReadOnlyList<BudgetOffer?> chosen,
        IReadOnlyList<BudgetScenario> scenarios,
        int unsolvedScenarios)
    {
        Selection = selection;
        Segments = segments;
        Offers = offers;
        Chosen = chosen;
        Scenarios = scenarios;
        UnsolvedScenarios = unsolvedScenarios;
        Spent = chosen.Sum(offer => offer?.Cents ?? 0) / 100.0;
        Return = chosen.Sum(offer => offer?.Return ?? 0);
    }

    /// <summary>What was asked.</summary>
    public OfferSelection Selection { get; }

    /// <summary>The segments.</summary>
    public IReadOnlyList<BudgetSegment> Segments { get; }

    /// <summary>All offers that there were to choose from, with what is assumed of them.</summary>
    public IReadOnlyList<BudgetOffer> Offers { get; }

    /// <summary>For each of <see cref="Segments"/> the chosen offer; null for none.</summary>
    public IReadOnlyList<BudgetOffer?> Chosen { get; }

    /// <summary>The money that is spent.</summary>
    public double Spent { get; }

    /// <summary>The expected return before the spending.</summary>
    public double Return { get; }

    /// <summary>The expected return after the spending.</summary>
    public double Net => Return - Spent;

    /// <summary>Value, response and cost of the offers moved by a quarter, as <see cref="BudgetPlan.Scenarios"/>.</summary>
    public IReadOnlyList<BudgetScenario> Scenarios { get; }

    /// <summary>The moves that are not among <see cref="Scenarios"/>, for they take more sums than <see cref="OfferSelection.MostStates"/>.</summary>
    public int UnsolvedScenarios { get; }

    /// <summary>What the plan says and rests on, a sentence each with its numbers, the most important first.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        Invariant($"Spend {BudgetText.Money(Spent)} of {BudgetText.Money(Selection.Budget)} on offers to {Chosen.Count(offer => offer is not null)} of {ResultText.Segments(Segments.Count)}: expected to bring {BudgetText.Money(Return)}, which leaves {BudgetText.Money(Net)} after the spending."),
        .. Chosen.OfType<BudgetOffer>().Select(offer => Invariant(
            $"'{PlainText.OneLine(offer.Name, 60)}' to {BudgetText.Who(offer.Segment)}: costs {BudgetText.Money(offer.TotalCost)} and is expected to bring {BudgetText.Money(offer.Return)} from {NumberText.Counted(offer.Segment.Customers * offer.Response, "response")}.")),
        .. UnsolvedScenarios == 0 ? [] : new[]
        {
            Invariant($"Of {UnsolvedScenarios + Scenarios.Count:#,0} moves of an assumption by a quarter {UnsolvedScenarios:#,0} took too many sums to solve exactly, and nothing is said of them."),
        },
        .. BudgetText.Sensitivity(Scenarios, Net),
        $"Of {NumberText.Counted(Offers.Count, "offer")}, at most one for each segment, no other choice that can be paid for {Aim} by these numbers, which are assumptions: a holdout shows what is true.",
    ];

    private string Aim => Selection.Rule == BudgetRule.SpendAll ? "brings more before the spending" : "leaves more after the spending";

    /// <summary>The plan for programs: what is chosen, all offers with their assumptions, and how that moves.</summary>
    public JsonObject ToJson() => new()
    {
        ["budget"] = Selection.Budget,
        ["rule"] = BudgetExport.Word(Selection.Rule),
        ["spent"] = Spent,
        ["return"] = Return,
        ["net"] = Net,
        ["offers"] = new JsonArray([.. Offers.Select(offer => new JsonObject
        {
            ["segment"] = offer.Segment.Segment,
            ["name"] = offer.Segment.Name,
            ["customers"] = offer.Segment.Customers,
            ["offer"] = offer.Name,
            ["chosen"] = Chosen.Contains(offer),
            ["cost"] = offer.Cost,
            ["response"] = offer.Response,
            ["value"] = offer.Value,
            ["totalCost"] = offer.TotalCost,
            ["return"] = offer.Return,
        })]),
        ["scenarios"] = BudgetExport.Scenarios(Scenarios),
        ["sentences"] = ResultExport.Names(Sentences),
    };

    /// <summary>Writes a CSV: a row for each offer, and whether it is chosen.</summary>
    public void WriteCsv(TextWriter writer)
    {
        CsvWriting.WriteRow(writer, "segment", "name", "customers", "offer", "chosen", "totalCost", "return", "cost", "response", "value");
        foreach (BudgetOffer offer in Offers)
        {
            CsvWriting.WriteRow(
                writer,
                offer.Segment.Segment, offer.Segment.Name, offer.Segment.Customers, offer.Name, Chosen.Contains(offer) ? "yes" : "no",
                offer.TotalCost, offer.Return, offer.Cost, offer.Response, offer.Value);
        }
    }
}
