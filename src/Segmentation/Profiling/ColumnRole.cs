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

    /// <summary>What a customer is worth: profit, margin, lifetime value.</summary>
    Value,

    /// <summary>How long or how firmly a customer has stayed.</summary>
    Loyalty,

    /// <summary>How often a customer buys with a discount.</summary>
    DiscountUse,

    /// <summary>What a customer is charged again and again: a subscription's fee, a bill.</summary>
    Charges,

    /// <summary>Whether or how likely a customer leaves.</summary>
    Attrition,

    /// <summary>For how long a contract binds a customer.</summary>
    Commitment,

    /// <summary>What is borrowed in cash: advances, overdrafts.</summary>
    Borrowing,

    /// <summary>How much or how fully a customer pays back.</summary>
    Repayment,

    /// <summary>How much credit a customer is given.</summary>
    CreditLimit,

    /// <summary>The balance of an account, owed or saved.</summary>
    Balance,

    /// <summary>What is spent in one category of goods, beside others.</summary>
    CategorySpend,

    /// <summary>How large a customer that is a business is.</summary>
    CompanySize,

    /// <summary>How often a service is used.</summary>
    Usage,

    /// <summary>How often a customer complains.</summary>
    Complaints,

    /// <summary>How content a customer says to be; high is good.</summary>
    Satisfaction,
}

/// <summary>
/// Reads a column's role from its name. A column has a role only if every word of its name is known for that role or says
/// nothing ("total", "per", a unit): one unknown word can turn the meaning around ("amount overdue", "lost orders",
/// "recency score", where high is good), and no advice is better than wrong advice.
/// </summary>
internal static partial class ColumnRoles
{
    private static readonly HashSet<string> Ability =
        ["income", "incomes", "salary", "salaries", "wage", "wages", "earnings", "wealth"];

    /// <summary>Words that may stand beside those of <see cref="Ability"/>, but are no means by themselves.</summary>
    private static readonly HashSet<string> BesideAbility =
        ["household", "family", "personal", "disposable", "available", "net", "gross"];

    private static readonly HashSet<string> Activity =
    [
        "spending", "spend", "spent", "spendings", "expenditure", "expenditures", "revenue", "revenues", "monetary", "turnover",
        "sales", "order", "orders", "purchase", "purchases", "purchased", "bought", "transaction", "transactions", "frequency",
        "basket", "baskets",
    ];

    /// <summary>Words that may stand beside those of <see cref="Activity"/>, but are no buying by themselves.</summary>
    private static readonly HashSet<string> BesideActivity =
    [
        "amount", "amounts", "value", "size", "volume", "quantity", "qty", "items", "products", "money", "placed", "completed",
        "repeat", "net", "gross", "trx", "oneoff", "one", "off", "installment", "installments", "instalment", "instalments",
    ];

    /// <summary>Words that say in what unit or over whom a column was counted, and nothing about its meaning.</summary>
    private static readonly HashSet<string> Neutral =
    [
        "annual", "yearly", "quarterly", "monthly", "weekly", "daily", "lifetime", "ytd",
        "total", "overall", "sum", "average", "avg", "mean", "median", "typical", "score", "count", "cnt",
        "customer", "customers", "client", "clients", "member", "shopper", "s",
        "of", "per", "in", "by", "for", "each", "the", "a", "within", "during",
        "k", "m", "mn", "mio", "tsd", "thousand", "thousands", "million", "millions", "lakh", "lakhs", "units",
        "usd", "us", "dollar", "dollars", "eur", "euro", "euros", "gbp", "pound", "pounds", "chf", "inr", "rs", "rupees",
        "jpy", "yen", "cny", "rmb", "cad", "aud", "nzd", "sek", "nok", "dkk", "pln", "czk", "huf", "brl", "mxn", "zar",
    ];

    private static readonly HashSet<string> CountOfWhatFollows = ["number", "num", "nb", "n"];

    private static readonly HashSet<string> TimeUnits =
        ["day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years", "yr", "yrs"];

    /// <summary>Words after which a unit of time says over what time a column was counted.</summary>
    private static readonly HashSet<string> BeforeATime = ["per", "a", "each", "last", "past", "this", "current"];

    private static readonly HashSet<string> Worth = ["profit", "profits", "margin", "margins", "clv", "cltv", "ltv"];

    private static readonly HashSet<string> BesideWorth = ["contribution", "value", "net", "gross"];

    private static readonly HashSet<string> Discounts =
        ["discount", "discounts", "coupon", "coupons", "voucher", "vouchers", "deal", "deals", "promotion", "promotions"];

    private static readonly HashSet<string> BesideDiscounts =
        ["purchase", "purchases", "order", "orders", "used", "redeemed", "use", "with", "on"];

    /// <summary>Words that say whose time or loyalty it is: tenure alone may be that in a job or of a loan.</summary>
    private static readonly HashSet<string> Customer = ["customer", "customers", "client", "member", "membership", "loyalty"];

    private static readonly HashSet<string> BesideLoyalty =
        ["tenure", "as", "a", "number", "of", "in", "length", "duration", "score", "index", "s", "time"];

    private static readonly HashSet<string> Since = ["since", "ago"];

    private static readonly HashSet<string> LastSeen =
    [
        "last", "latest", "previous", "recent", "purchase", "order", "transaction", "visit", "login", "session", "activity",
        "seen", "active", "booking",
    ];

    private static readonly HashSet<string> BesideRecency =
    [
        "time", "most", "elapsed", "passed", "number", "average", "avg", "mean", "median", "customer", "customers", "s", "of", "in", "the",
    ];

    private static readonly HashSet<string> BesideAge =
        ["customer", "customers", "client", "current", "average", "avg", "s", "in", "of", "at", "year", "years", "yrs"];

    /// <summary>The role of the column with this name.</summary>
    public static ColumnRole Of(string columnName)
    {
        // What stands in brackets is most often a unit, but may be "(returned)" too; a slash is read "per".
        string open = string.Concat(columnName.Select(character => "()[]{}".Contains(character, StringComparison.Ordinal) ? ' ' : character));
        IReadOnlyList<string> words = PlainText.Words(open.Replace("/", " per ", StringComparison.Ordinal));
        if (IsAge(words, PlainText.Words(columnName)))
        {
            return ColumnRole.Age;
        }

        if (IsRecency(words))
        {
            return ColumnRole.Recency;
        }

        if (IsLoyalty(words))
        {
            return ColumnRole.Loyalty;
        }

        // A percentage is a part of something, and high is good or bad as that something is.
        string[] telling = [.. words.Where((_, i) => !IsNeutral(words, i))];
        return columnName.Contains('%', StringComparison.Ordinal) ? ColumnRole.Other
            : IsMadeOf(telling, Ability, BesideAbility) ? ColumnRole.AbilityToPay
            : IsMadeOf(telling, Worth, BesideWorth) || IsLifetimeValue(words, telling) ? ColumnRole.Value
            : IsMadeOf(telling, Discounts, BesideDiscounts) ? ColumnRole.DiscountUse
            : IsMadeOf(telling, Activity, BesideActivity) ? ColumnRole.Activity
            : OfField(words, telling);
    }

    /// <summary>A number that is not in brackets makes it a group of ages ("Age 18-25"), and the column its share.</summary>
    private static bool IsAge(IReadOnlyList<string> words, IReadOnlyList<string> outsideBrackets) =>
        words.Contains("age")
        && words.All(word => word == "age" || BesideAge.Contains(word) || IsNumber(word))
        && !outsideBrackets.Any(IsNumber);

    /// <summary>With a number it is likely to be a grade ("Recency 1-5"), of which high is good.</summary>
    private static bool IsRecency(IReadOnlyList<string> words)
    {
        bool named = words.Contains("recency") || (words.Any(Since.Contains) && words.Any(LastSeen.Contains) && words.Any(IsTime));
        return named && words.All(word =>
            word == "recency" || Since.Contains(word) || LastSeen.Contains(word) || IsTime(word) || BesideRecency.Contains(word));

        static bool IsTime(string word) => word == "time" || TimeUnits.Contains(word);
    }

    /// <summary>"Customer tenure (months)", "Months as customer", "loyalty score": who stays, and how long or how firmly.</summary>
    private static bool IsLoyalty(IReadOnlyList<string> words) =>
        words.Any(Customer.Contains)
        && words.Any(word => word is "tenure" or "loyalty" or "membership" || TimeUnits.Contains(word))
        && words.Any(word => word is "tenure" or "score" or "index" or "length" or "duration" or "as" || word == "loyalty" && words.Count == 1)
        && words.All(word => Customer.Contains(word) || BesideLoyalty.Contains(word) || TimeUnits.Contains(word));

    /// <summary>"Lifetime" says alone over what time something was counted, and "value" alone may be that of orders.</summary>
    private static bool IsLifetimeValue(IReadOnlyList<string> words, string[] telling) =>
        words.Contains("lifetime") && telling is ["value"];

    private static bool IsMadeOf(string[] words, HashSet<string> role, HashSet<string> beside) =>
        words.Any(role.Contains) && words.All(word => role.Contains(word) || beside.Contains(word));

    /// <summary>
    /// Some words say nothing in one place only: "number of orders" counts, "order number" is an id and "no orders" the
    /// opposite; "spend last year" is spending, "last purchase" and "purchase year" are times.
    /// </summary>
    private static bool IsNeutral(IReadOnlyList<string> words, int i)
    {
        string word = words[i];
        string before = i == 0 ? string.Empty : words[i - 1];
        string after = i == words.Count - 1 ? string.Empty : words[i + 1];
        return word switch
        {
            "no" or "nr" => after == "of",
            "last" or "past" => IsNumber(after) || TimeUnits.Contains(after),
            "this" or "current" => TimeUnits.Contains(after),
            _ when CountOfWhatFollows.Contains(word) => after.Length > 0,
            _ when TimeUnits.Contains(word) => BeforeATime.Contains(before) || IsNumber(before),
            _ => Neutral.Contains(word) || IsNumber(word),
        };
    }

    private static bool IsNumber(string word) => word.Length > 0 && word.All(char.IsDigit);
}
