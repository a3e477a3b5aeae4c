using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>
/// Tells from a column's name whether it identifies something: CustomerID, invoice_no, Stock Code. A word such as key or
/// no proves it only in a phrase such as Customer Key; elsewhere the cells decide, see <see cref="WordKind.OfCodes"/>.
/// </summary>
internal static partial class IdNames
{
    private static readonly HashSet<string> IdWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ids", "guid", "uuid", "sku", "ean", "isbn",
    };

    private static readonly HashSet<string> NumberingWords = new(StringComparer.OrdinalIgnoreCase) { "key", "no", "nr" };

    private static readonly HashSet<string> CodeWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "zip", "zipcode", "postcode", "phone",
    };

    /// <summary>Whether the name's last word says id, guid or the like, or the name is a phrase such as Invoice No.</summary>
    public static bool IsId(string name) => IdWords.Contains(LastWord(name)) || RunTogether().IsMatch(name.Trim());

    /// <summary>Whether the name's last word says key, no, code, zip or the like: ids, or categories where there are few.</summary>
    public static bool IsCode(string name) => IsNumbering(name) || CodeWords.Contains(LastWord(name));

    /// <summary>0 for ids, 1 for keys and numbers, 2 for codes and everything else: which to prefer as the id of a row.</summary>
    public static int Rank(string name) => IsId(name) ? 0 : IsNumbering(name) ? 1 : 2;

    private static bool IsNumbering(string name) => NumberingWords.Contains(LastWord(name)) && !YesNo().IsMatch(name);

    private static string LastWord(string name)
    {
        string[] words = [.. WordBorder().Split(name).Where(word => word.Length > 0)];
        return words.Length == 0 ? string.Empty : words[^1];
    }

    /// <summary>An answer, such as Subscribed (yes/no): its last word is no number.</summary>
    [GeneratedRegex(@"yes([^\p{L}\p{N}]+(or[^\p{L}\p{N}]+)?)?no[^\p{L}\p{N}]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesNo();

    /// <summary>Between a small letter or digit and a capital, and at anything that is neither letter nor digit.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\d])(?=\p{Lu})|[^\p{L}\p{N}]+")]
    private static partial Regex WordBorder();

    /// <summary>Names in one case, such as customerid or INVOICENO, and those that end in Number.</summary>
    [GeneratedRegex(
        @"^(customer|cust|client|user|member|account|order|invoice|product|item|person|household|card|transaction|session|store|stock|employee|contact|company)[ _-]?(id|no|nr|key|number)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunTogether();
}
