using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>Tells from a column's name whether it identifies something: CustomerID, invoice_no, Stock Code.</summary>
internal static partial class IdNames
{
    private static readonly HashSet<string> IdWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ids", "key", "guid", "uuid", "no", "nr", "sku", "ean", "isbn",
    };

    private static readonly HashSet<string> CodeWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "zip", "zipcode", "postcode", "phone",
    };

    /// <summary>Whether the name's last word says id, key, guid, no or the like.</summary>
    public static bool IsId(string name) => IdWords.Contains(LastWord(name)) || RunTogether().IsMatch(name.Trim());

    /// <summary>Whether the name's last word says code, zip or the like: an id, or a category where there are few.</summary>
    public static bool IsCode(string name) => CodeWords.Contains(LastWord(name));

    private static string LastWord(string name)
    {
        string[] words = [.. WordBorder().Split(name).Where(word => word.Length > 0)];
        return words.Length == 0 ? string.Empty : words[^1];
    }

    /// <summary>Between a small letter or digit and a capital, and at anything that is neither letter nor digit.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\d])(?=\p{Lu})|[^\p{L}\p{N}]+")]
    private static partial Regex WordBorder();

    /// <summary>Names in one case, such as customerid or INVOICENO, and those that end in Number.</summary>
    [GeneratedRegex(
        @"^(customer|cust|client|user|member|account|order|invoice|product|item|person|household|card|transaction|session|store|stock|employee|contact|company)[ _-]?(id|no|nr|key|number)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunTogether();
}
