namespace Segmentation;

/// <summary>
/// Finds a quote that opens a cell and never closes. A later row's quote may seem to close it: then a line break stands
/// inside the cell and more text after that quote.
/// </summary>
internal static class UnclosedQuote
{
    /// <summary>The line breaks before the quote, or null when every quoted cell of the record closes.</summary>
    public static int? Find(ReadOnlySpan<char> record, char delimiter)
    {
        int line = 0;
        int openedOn = 0;
        bool quoted = false;
        bool cellBegins = true;
        for (int i = 0; i < record.Length; i++)
        {
            char next = i + 1 < record.Length ? record[i + 1] : '\0';
            bool lineBreak = record[i] == '\n' || (record[i] == '\r' && next != '\n');
            line += lineBreak ? 1 : 0;
            if (quoted && record[i] == '"')
            {
                quoted = next == '"';
                i += quoted ? 1 : 0;
                if (!quoted && line > openedOn && next != delimiter && next is not ('\r' or '\n' or '\0' or ' '))
                {
                    return openedOn;
                }
            }
            else if (cellBegins && record[i] == '"')
            {
                (quoted, openedOn) = (true, line);
            }

            cellBegins = !quoted && (lineBreak || record[i] == delimiter);
        }

        return quoted ? openedOn : null;
    }
}
