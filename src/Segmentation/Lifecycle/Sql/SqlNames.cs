namespace Segmentation;

/// <summary>Quotes what comes from data, so that it can be nothing but a name or a text.</summary>
internal static class SqlNames
{
    /// <summary>A column's name in double quotes.</summary>
    /// <exception cref="DataException">It holds a NUL character, at which a database would end the query.</exception>
    public static string Column(string name) => $"\"{WithoutNul(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text in single quotes.</summary>
    /// <exception cref="DataException">As above.</exception>
    public static string Text(string text) => $"'{WithoutNul(text).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A table's name, each part in double quotes: shop.customers becomes "shop"."customers".</summary>
    /// <exception cref="ArgumentException">A part is empty, or a quote is left open.</exception>
    public static string Table(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<string> parts = [];
        for (int i = 0; i <= name.Length;)
        {
            int end = PartEnd(name, i);
            string part = name[i..end];
            part = part.StartsWith('"') ? part[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : part;
            if (string.IsNullOrWhiteSpace(part) || part.Contains('\0', StringComparison.Ordinal))
            {
                throw NoName(name);
            }

            parts.Add(Column(part));
            i = end + 1;
        }

        return string.Join('.', parts);
    }

    /// <summary>Where the part of a name that begins at the index ends: at a dot, or at the end.</summary>
    private static int PartEnd(string name, int start)
    {
        if (start == name.Length || name[start] != '"')
        {
            int dot = name.IndexOf('.', start);
            int end = dot < 0 ? name.Length : dot;
            return name.AsSpan(start, end - start).Contains('"') ? throw NoName(name) : end;
        }

        for (int i = start + 1; i < name.Length; i++)
        {
            if (name[i] == '"')
            {
                bool isDoubled = i + 1 < name.Length && name[i + 1] == '"';
                bool isLast = i + 1 == name.Length || name[i + 1] == '.';
                if (!isDoubled)
                {
                    return isLast ? i + 1 : throw NoName(name);
                }

                i++;
            }
        }

        throw NoName(name);
    }

    private static string WithoutNul(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new DataException($"The name '{text.Replace('\0', '?')}' holds a NUL character, which no database takes.")
        : text;

    private static ArgumentException NoName(string name) =>
        new($"'{name}' is not the name of a table: write customers, shop.customers, or \"my.shop\".customers.");
}
