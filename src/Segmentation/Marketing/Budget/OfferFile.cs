namespace Segmentation;

/// <summary>
/// Offers from a file: CSV with the columns segment, offer, cost, response and value, or, where the name ends in .json, <c>{ "offers":
/// [ { "segment": "*", "offer": "voucher", "cost": 1.5, "response": 0.04, "value": 60 } ] }</c>. Segment * is every segment; without a
/// value an offer has the one that is assumed of its segment.
/// </summary>
internal static class OfferFile
{
    private const double Largest = 1e9;

    public static IReadOnlyList<BudgetOffer> Read(string path, IReadOnlyList<ResponseAssumption> assumptions)
    {
        BudgetSegment[] segments = [.. assumptions.Select(assumption => assumption.Segment)];
        List<BudgetOffer> offers = [];
        foreach (BudgetFileRow row in BudgetFile.Read(path, "offers", "segment", "offer", "cost", "response", "value"))
        {
            string name = row.Text("offer") ?? throw new DataException($"{row.Where}: the offer has no name ('offer').");
            double cost = Needed(row, "cost", Largest);
            double response = Needed(row, "response", 1);
            double? value = row.Number("value", -Largest, Largest);
            foreach (BudgetSegment segment in row.Among(segments))
            {
                if (offers.Exists(offer => offer.Name == name && offer.Segment == segment))
                {
                    throw new DataException($"{row.Where}: {BudgetText.Who(segment)} has the offer '{PlainText.OneLine(name, 60)}' twice.");
                }

                offers.Add(new(segment, name, cost, response, value ?? assumptions.First(assumption => assumption.Segment == segment).Value));
            }
        }

        return offers;
    }

    private static double Needed(BudgetFileRow row, string column, double maximum) =>
        row.Number(column, 0, maximum) ?? throw new DataException($"{row.Where}: the offer has no '{column}'.");
}
