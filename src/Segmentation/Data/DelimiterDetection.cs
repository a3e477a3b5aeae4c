namespace Segmentation;

/// <summary>Finds the character between the cells from the first lines of a file.</summary>
internal static class DelimiterDetection
{
    private const int RecordsRead = 100;
    private static readonly char[] Candidates = [';', '\t', '|', ','];

    /// <summary>
    /// The candidate that stands as often in a row as in the header, in the most rows; of equals, the one that makes
    /// the most columns. A comma where the header has none of them.
    /// </summary>
    public static char Find(ReadOnlySpan<char> sample, bool isWholeFile)
    {
        List<int[]> records = CountByRecord(sample, isWholeFile);
        char best = ',';
        (int Agreeing, int Columns) bestScore = (0, 0);
        for (int i = 0; i < Candidates.Length && records.Count > 0; i++)
        {
            int inHeader = records[0][i];
            (int, int) score = (records.Count(counts => counts[i] == inHeader), inHeader);
            if (inHeader > 0 && score.CompareTo(bestScore) > 0)
            {
                (best, bestScore) = (Candidates[i], score);
            }
        }

        return best;
    }

    /// <summary>For each record that is not blank, how often each candidate stands outside quotes.</summary>
    private static List<int[]> CountByRecord(ReadOnlySpan<char> sample, bool isWholeFile)
    {
        List<int[]> records = [];
        int[] counts = new int[Candidates.Length];
        bool quoted = false;
        bool blank = true;
        foreach (char c in sample)
        {
            if (c is '\r' or '\n' && !quoted)
            {
                if (!blank)
                {
                    records.Add(counts);
                    counts = new int[Candidates.Length];
                    blank = true;
                }

                if (records.Count == RecordsRead)
                {
                    return records;
                }

                continue;
            }

            blank &= char.IsWhiteSpace(c) && c != '\t';
            quoted ^= c == '"';
            int candidate = quoted ? -1 : Array.IndexOf(Candidates, c);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }
        }

        if (!blank && (isWholeFile || records.Count == 0))
        {
            records.Add(counts);
        }

        return records;
    }
}
