namespace Segmentation;

/// <summary>Counts, in rows that pass once, how many of the first ones repeat an earlier id; the memory is bounded.</summary>
/// <param name="idName">The column of ids; null where there is none.</param>
internal sealed class IdRepeats(string? idName)
{
    private const int MostIds = 100_000;
    private const double FewRepeats = 0.05;

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private long rows;
    private long repeats;

    /// <summary>A name that says the id of something else, such as Shop ID, was found and not told: it may repeat.</summary>
    private readonly bool isOfCustomers = idName is not null && (IdNames.IsCustomer(idName) || !IdNames.IsId(idName));

    /// <summary>Whether further rows are not looked at.</summary>
    public bool IsFull => !isOfCustomers || ids.Count == MostIds;

    /// <summary>Takes the id of the next row.</summary>
    public void Add(string? id)
    {
        if (!IsFull)
        {
            rows++;
            repeats += id is not null && !ids.Add(id) ? 1 : 0;
        }
    }

    /// <summary>Why the rows are no customers; null where few repeat.</summary>
    public Finding? Doubt() => repeats <= FewRepeats * rows ? null : new Finding(
        FindingKind.Transactions,
        [idName!],
        $"{(IsFull ? "The first " : string.Empty)}{NumberText.Counted(rows, "row")} are of {NumberText.Customers(ids.Count)}: these look like transactions, for '{idName}' repeats. Sum them up to one row a customer first; as they are, every row counts as a customer.")
    { Count = (int)Math.Min(int.MaxValue, repeats) };
}
