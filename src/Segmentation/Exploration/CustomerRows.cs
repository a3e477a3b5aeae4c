namespace Segmentation;

/// <summary>Tells whether the rows of a table are customers, each once, as far as its columns of ids say.</summary>
public static class CustomerRows
{
    /// <summary>Up to this share of rows with an id that stands before are customers who were entered twice.</summary>
    private const double FewRepeats = 0.05;

    /// <summary>
    /// Why the rows are no customers: ids that a spreadsheet has shortened (<see cref="FindingKind.CollapsedIds"/>), else ids
    /// of customers of which more than 5% of the rows repeat an earlier one (<see cref="FindingKind.Transactions"/>), else rows that
    /// add up others (<see cref="FindingKind.TotalRows"/>). Null
    /// where nothing speaks against them.
    /// </summary>
    /// <param name="table">The table.</param>
    public static Finding? Doubt(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return CollapsedIds.Of(table) ?? Transactions(table) ?? TotalRows.Of(table);
    }

    /// <summary>As the other, for rows that are not kept: of the first 100,000 ids, where there are more.</summary>
    /// <param name="rows">The rows.</param>
    /// <exception cref="DataException">A row cannot be read.</exception>
    public static Finding? Doubt(IStreamedRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        IdRepeats repeats = new(rows.IdName);
        using IStreamedRowReader reader = rows.Open();
        double[] values = new double[rows.FeatureNames.Count];
        while (!repeats.IsFull && reader.Read(values))
        {
            repeats.Add(reader.Id);
        }

        return repeats.Doubt();
    }

    private static Finding? Transactions(CustomerTable table)
    {
        Column[] ids = table.Id is not null && table.LoadReport?.IdIsTold == true
            ? [table.Id]
            : [.. table.Columns.Where(column => column == table.Id || IsCustomer(column)).OrderBy(column => IdNames.Rank(column.Name))];
        Finding? found = null;
        foreach (Column id in ids)
        {
            int rows = table.RowCount - id.MissingCount;
            int customers = DistinctIds(id);
            if (rows - customers <= FewRepeats * rows)
            {
                // Somebody's rows, each once, whatever else repeats.
                return null;
            }

            found ??= Repeats(table, id, customers);
        }

        return found;
    }

    /// <summary>Whether a column has ids of customers by its name, or e-mail addresses.</summary>
    private static bool IsCustomer(Column column) =>
        column is TextColumn { Kind: ColumnKind.Id } ids && ids.MissingCount < ids.RowCount
        && (IdNames.IsCustomer(ids.Name) || IdShapes.AreEmails(ids.Values.ToArray().OfType<string>()))
        || (column is NumericColumn numbers && IdNames.IsCustomer(numbers.Name) && IdLikeness.ReasonOf(numbers) is not null);

    private static int DistinctIds(Column column) => column is TextColumn texts
        ? IdColumnRule.DistinctCount(texts)
        : ((NumericColumn)column).PresentValues().Distinct().Count();

    private static Finding Repeats(CustomerTable table, Column id, int customers)
    {
        string whose = IsCustomer(id) || table.LoadReport?.IdIsTold == true
            ? NumberText.Customers(customers)
            : NumberText.Counted(customers, "different id");
        string without = id.MissingCount == 0 ? string.Empty : $", which {NumberText.Counted(id.MissingCount, "row")} {(id.MissingCount == 1 ? "lacks" : "lack")}";
        return new Finding(
            FindingKind.Transactions,
            [id.Name],
            $"{NumberText.Counted(table.RowCount, "row")} of {whose}: these look like transactions, for '{id.Name}' repeats{without}. Sum them up to one row a customer first; as they are, every row counts as a customer.")
        { Count = table.RowCount - id.MissingCount - customers };
    }
}
