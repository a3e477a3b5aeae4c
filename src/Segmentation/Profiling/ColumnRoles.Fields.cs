namespace Segmentation;

/// <summary>The roles of columns in single fields: subscriptions, banks and cards, wholesale, services.</summary>
internal static partial class ColumnRoles
{
    /// <summary>So many categories of goods side by side are no chance.</summary>
    private const int FewestGoods = 3;

    private static readonly (ColumnRole Role, HashSet<string> Words, HashSet<string> Beside)[] Fields =
    [
        (ColumnRole.Charges,
            ["charge", "charges", "fee", "fees", "bill", "bills", "arpu", "mrr"],
            ["recurring", "subscription", "plan", "service", "amount", "amounts", "billed"]),
        (ColumnRole.Attrition,
            ["churn", "churned", "churner", "attrition", "exited"],
            ["rate", "flag", "risk", "probability", "label", "value"]),
        (ColumnRole.Borrowing,
            ["overdraft", "overdrafts"], ["amount", "amounts", "used", "use", "frequency", "trx", "transactions"]),
        (ColumnRole.Repayment, ["repayment", "repayments"], ["amount", "amounts", "full", "made", "rate"]),
        (ColumnRole.Balance,
            ["balance", "balances", "deposits", "savings"], ["account", "accounts", "current", "bank", "card", "amount"]),
        (ColumnRole.CompanySize,
            ["employees", "headcount", "outlets", "fte"], ["company", "business", "firm", "size"]),
        (ColumnRole.Usage,
            ["visit", "visits", "session", "sessions", "appointments", "bookings", "stays", "nights", "logins", "usage", "treatments", "lessons", "trips", "rides", "flights"],
            ["app", "web", "website", "site", "store", "booked", "attended", "frequency", "service", "data", "hours", "minutes", "gb"]),
        (ColumnRole.Complaints,
            ["complaint", "complaints", "complain", "tickets", "incidents"], ["support", "service", "open", "filed"]),
        (ColumnRole.Satisfaction, ["satisfaction", "nps", "csat"], ["index", "rating", "level", "service"]),
    ];

    private static readonly HashSet<string> Goods =
    [
        "fresh", "milk", "dairy", "grocery", "groceries", "frozen", "detergents", "paper", "delicassen", "delicatessen", "deli", "meat", "fish", "fruit", "fruits",
        "vegetables", "bakery", "bread", "sweets", "wine", "wines", "beer", "beverages", "drinks", "cosmetics", "household", "stationery", "tobacco", "cheese",
    ];

    private static readonly HashSet<string> BesideGoods =
        ["mnt", "amt", "amount", "amounts", "spend", "spending", "spent", "sales", "purchases", "products", "goods", "food", "on", "and", "meats", "net", "revenue"];

    private static readonly HashSet<string> Contracts = ["contract", "subscription", "commitment"];

    private static readonly HashSet<string> Lengths = ["length", "term", "duration", "period", "months", "years", "remaining"];

    /// <summary>
    /// The role of each of a table's columns. Some names say what they mean only beside others: "tenure" is that of a
    /// customer where there are contracts or cards, "payments" pay back where there is credit, "fresh" is a category of goods
    /// where there are others.
    /// </summary>
    /// <param name="columnNames">All columns, categories too.</param>
    public static IReadOnlyDictionary<string, ColumnRole> Of(IEnumerable<string> columnNames)
    {
        string[] names = [.. columnNames.Distinct(StringComparer.Ordinal)];
        Dictionary<string, ColumnRole> roles = names.ToDictionary(name => name, Of, StringComparer.Ordinal);
        HashSet<ColumnRole> known = [.. roles.Values];
        bool areSubscriptions = known.Contains(ColumnRole.Charges) || known.Contains(ColumnRole.Attrition) || names.Any(IsContract);
        bool isCredit = known.Contains(ColumnRole.Borrowing) || known.Contains(ColumnRole.CreditLimit);
        bool areGoods = names.Count(IsGoods) >= FewestGoods;
        foreach (string name in names.Where(name => roles[name] == ColumnRole.Other))
        {
            string[] telling = Telling(name);
            roles[name] = (areSubscriptions || isCredit) && telling.Contains("tenure") && telling.All(word => word == "tenure" || TimeUnits.Contains(word)) ? ColumnRole.Loyalty
                : isCredit && telling is ["minimum" or "min", "payment" or "payments"] ? ColumnRole.Balance
                : isCredit && IsMadeOf(telling, ["payment", "payments"], ["prc", "percent", "full", "amount", "made"]) ? ColumnRole.Repayment
                : areGoods && IsGoods(name) ? ColumnRole.CategorySpend
                : ColumnRole.Other;
        }

        return roles;
    }

    /// <summary>
    /// The role of a level, and whether many customers with it make the role high: "Churn" is high where many say yes,
    /// commitment where many have a contract of years. Other where the level says nothing that is known.
    /// </summary>
    public static (ColumnRole Role, bool IsHigh) OfLevel(string columnName, string level)
    {
        if (FlagWords.Side(level) is bool isYes)
        {
            ColumnRole role = Of(columnName);
            return (role is ColumnRole.Attrition or ColumnRole.Complaints ? role : ColumnRole.Other, isYes);
        }

        IReadOnlyList<string> words = PlainText.Words(level);
        bool isLong = words.Any(word => word is "year" or "years" or "yearly" or "annual");
        bool isShort = words.Any(word => word is "month" or "monthly") && !words.Any(IsNumber);
        return IsContract(columnName) && isLong != isShort ? (ColumnRole.Commitment, isLong) : (ColumnRole.Other, true);
    }

    private static ColumnRole OfField(IReadOnlyList<string> words, string[] telling)
    {
        foreach ((ColumnRole role, HashSet<string> own, HashSet<string> beside) in Fields)
        {
            // All that was ever charged says how long a customer stayed as much as how much the plan costs.
            bool isSum = role == ColumnRole.Charges && words.Contains("total");
            if (IsMadeOf(telling, own, beside) && !isSum)
            {
                return role;
            }
        }

        bool isAdvance = telling.Contains("cash") && telling.Any(word => word is "advance" or "advances")
            && telling.All(word => word is "cash" or "advance" or "advances" or "trx" or "transactions" or "frequency" or "amount");
        return isAdvance ? ColumnRole.Borrowing
            : telling is ["credit", "limit"] or ["credit", "card", "limit"] ? ColumnRole.CreditLimit
            : words.Any(Contracts.Contains) && words.Any(Lengths.Contains) && words.All(word => Contracts.Contains(word) || Lengths.Contains(word) || word is "in" or "of")
                ? ColumnRole.Commitment
            : ColumnRole.Other;
    }

    private static bool IsContract(string name) => Telling(name) is [string only] && Contracts.Contains(only)
        || Telling(name) is [string first, "type" or "term" or "length"] && Contracts.Contains(first);

    private static bool IsGoods(string name) => IsMadeOf(Telling(name), Goods, BesideGoods);

    private static string[] Telling(string name)
    {
        IReadOnlyList<string> words = PlainText.Words(name);
        return [.. words.Where((_, i) => !IsNeutral(words, i))];
    }
}
