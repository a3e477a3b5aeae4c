namespace Segmentation;

/// <summary>What a numeric column says about a customer, as far as its name tells.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that is known: it may matter, but high is neither good nor bad.</summary>
    Other,

    /// <summary>What a customer could spend.</summary>
    AbilityToPay,

    /// <summary>How much or how often a customer buys.</summary>
    Activity,

    /// <summary>The time since a customer was last seen; low is good.</summary>
    Recency,

    /// <summary>The customer's age in years.</summary>
    Age,
}

/// <summary>
/// Reads a column's role from its name. A word that changes the meaning of the others ("credit score", "returned
/// orders", "recency score", where high is good) makes it unknown: no advice is better than wrong advice.
/// </summary>
internal static class ColumnRoles
{
    private static readonly HashSet<string> AbilityWords = ["income", "incomes", "salary", "wage", "wages", "earnings", "wealth"];

    private static readonly HashSet<string> ActivityWords =
    [
        "spending", "spend", "spent", "expenditure", "revenue", "monetary", "turnover", "sales", "amount",
        "order", "orders", "purchase", "purchases", "transactions", "frequency", "basket",
    ];

    private static readonly HashSet<string> AgeWords =
        ["age", "ages", "customer", "client", "current", "average", "avg", "in", "of", "at", "year", "years", "yrs"];

    private static readonly HashSet<string> TimeWords = ["day", "days", "week", "weeks", "month", "months"];

    private static readonly HashSet<string> LastSeenWords = ["last", "latest", "previous", "purchase", "order", "visit"];

    private static readonly HashSet<string> MeaningChangers =
    [
        "loan", "credit", "debt", "owed", "due", "tax", "discount", "refund", "refunds", "refunded", "return", "returns",
        "returned", "cancelled", "canceled", "complaint", "complaints", "risk", "between", "change", "growth", "ratio", "rank",
        "group", "code", "id", "marketing", "first", "cost", "costs",
    ];

    public static ColumnRole Of(string columnName)
    {
        IReadOnlyList<string> words = PlainText.Words(columnName);
        if (words.Any(MeaningChangers.Contains))
        {
            return ColumnRole.Other;
        }

        if (words.Contains("recency"))
        {
            return words.Count == 1 || words.Any(TimeWords.Contains) ? ColumnRole.Recency : ColumnRole.Other;
        }

        if (words.Contains("since") || words.Contains("ago"))
        {
            bool timeSinceLastSeen = words.Any(TimeWords.Contains) && words.Any(LastSeenWords.Contains);
            return timeSinceLastSeen ? ColumnRole.Recency : ColumnRole.Other;
        }

        if (words.Contains("age"))
        {
            return words.All(AgeWords.Contains) ? ColumnRole.Age : ColumnRole.Other;
        }

        bool ability = words.Any(AbilityWords.Contains);
        bool activity = words.Any(ActivityWords.Contains);
        return (ability, activity) switch
        {
            (true, false) => ColumnRole.AbilityToPay,
            (false, true) => ColumnRole.Activity,
            _ => ColumnRole.Other,
        };
    }
}
