using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>The words of a column's name in small letters without accents, so that lists of words in many languages fit it.</summary>
internal static partial class NameWords
{
    /// <summary>The words: "Código do Cliente" has codigo, do and cliente; "custID" has cust and id.</summary>
    public static string[] Of(string name) =>
        [.. WordBorder().Split(Composed(name)).Where(word => word.Length > 0).Select(Plain)];

    /// <summary>A set of words as <see cref="Of"/> gives them.</summary>
    public static HashSet<string> Set(string words) =>
        new(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain), StringComparer.Ordinal);

    /// <summary>The sign for "number" as letters, so that it is a word: №, N°, Nº.</summary>
    private static string Composed(string name) => NumberSign().Replace(name, "No ").Normalize(NormalizationForm.FormKC);

    private static string Plain(string word)
    {
        StringBuilder plain = new(word.Length);
        foreach (char character in word.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(character switch
                {
                    'ß' => "ss",
                    'ł' => "l",
                    'ø' => "o",
                    'đ' => "d",
                    'ı' => "i",
                    'æ' => "ae",
                    'œ' => "oe",
                    _ => character.ToString(),
                });
            }
        }

        return plain.ToString();
    }

    /// <summary>
    /// Between a small letter or digit and a capital, between Latin letters and those of scripts without capitals, and at
    /// anything that is neither letter, digit nor accent.
    /// </summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lo})(?=[A-Za-z])|(?<=[A-Za-z])(?=\p{Lo})|[^\p{L}\p{M}\p{N}]+")]
    private static partial Regex WordBorder();

    [GeneratedRegex(@"№|\b[Nn][°º]")]
    private static partial Regex NumberSign();
}
