using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>
/// Tells from a column's name whether it identifies something: CustomerID, invoice_no, Kundennummer, 顧客番号. A word such as
/// key or no proves it only in a phrase such as Customer Key; elsewhere the cells decide, see <see cref="WordKind.OfCodes"/>.
/// A count such as Number of orders, Anzahl Kunden or numero clienti has a word too many, or its thing in the plural.
/// </summary>
internal static partial class IdNames
{
    private static readonly HashSet<string> NumberingWords = NameWords.Set("key no nr nro");
    private static readonly HashSet<string> CodeWords = NameWords.Set("code phone");

    /// <summary>Words that number something in one language and count it in English, where they stand first.</summary>
    private static readonly HashSet<string> CountingWords = NameWords.Set("number num no nr n nbr");

    /// <summary>Whether the name's last word says id, guid or the like, or the name is a phrase such as Invoice No.</summary>
    public static bool IsId(string name)
    {
        string[] words = NameWords.Of(name);
        return (words.Length > 0 && IdWords.Certain.Contains(words[^1]))
            || Identifies(words, IdWords.Customers, withCodes: true) || Identifies(words, IdWords.Things, withCodes: false);
    }

    /// <summary>Whether the name says that it identifies a customer, and nothing else: CustomerID, client no, id.</summary>
    public static bool IsCustomer(string name)
    {
        string[] words = NameWords.Of(name);
        return (words.Length == 1 && words[0] is "id" or "ids" or "guid" or "uuid") || Identifies(words, IdWords.Customers, withCodes: true);
    }

    /// <summary>Whether the name's last word says key, no, code, zip or the like: ids, or categories where there are few.</summary>
    public static bool IsCode(string name) => IsNumbering(name) || CodeWords.Contains(LastWord(name)) || IsPostcode(name);

    /// <summary>Whether the name says postcode.</summary>
    public static bool IsPostcode(string name)
    {
        string[] words = NameWords.Of(name);
        return IdWords.Postcodes.Contains(words.LastOrDefault() ?? string.Empty)
            || (words.Any(IdWords.Postal.Contains) && words.Any(word => IdWords.Codes.Contains(word) || IdWords.Numbers.Contains(word)));
    }

    /// <summary>0 for ids of customers, 1 for other ids, 2 for keys and numbers, 3 for everything else: which to prefer as the id of a row.</summary>
    public static int Rank(string name) => IsCustomer(name) ? 0 : IsId(name) ? 1 : IsNumbering(name) ? 2 : 3;

    private static bool IsNumbering(string name) => NumberingWords.Contains(LastWord(name)) && !YesNo().IsMatch(name);

    private static string LastWord(string name) => NameWords.Of(name).LastOrDefault() ?? string.Empty;

    /// <summary>
    /// Whether the words are those things and what numbers them, and nothing else but articles; or the first or the last word
    /// is both in one, as Kundennummer and customerid are.
    /// </summary>
    private static bool Identifies(string[] words, HashSet<string> things, bool withCodes)
    {
        if (words.Length == 0)
        {
            return false;
        }

        if (IsCompound(words[^1], things, withCodes) || IsCompound(words[0], things, withCodes))
        {
            return true;
        }

        bool counts = words.Length > 1 && CountingWords.Contains(words[0]) && IdWords.English.Contains(words[^1]);
        return !counts && words.Any(things.Contains) && words.Any(word => IsNumber(word, withCodes))
            && Array.TrueForAll(words, word => things.Contains(word) || IsNumber(word, withCodes) || IdWords.Between.Contains(word));
    }

    private static bool IsCompound(string word, HashSet<string> things, bool withCodes) => Array.Exists(
        IdWords.Endings,
        ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal)
            && things.Contains(word[..^ending.Length]) && (withCodes || !IdWords.Codes.Contains(ending)));

    private static bool IsNumber(string word, bool withCodes) =>
        IdWords.Numbers.Contains(word) || (withCodes && IdWords.Codes.Contains(word));

    /// <summary>An answer, such as Subscribed (yes/no): its last word is no number.</summary>
    [GeneratedRegex(@"yes([^\p{L}\p{N}]+(or[^\p{L}\p{N}]+)?)?no[^\p{L}\p{N}]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesNo();
}
