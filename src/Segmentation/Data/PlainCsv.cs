using System.Text;

namespace Segmentation;

/// <summary>
/// Reads plain files straight from their bytes, on several threads: UTF-8 without quotes, every row on a line of its own
/// and as long as the header. What it reads is what <see cref="CsvRecords"/> would; what it cannot read it leaves to that.
/// </summary>
internal static class PlainCsv
{
    private static readonly int Threads = Environment.ProcessorCount;

    /// <summary>Reads all rows, or finds that the file is not plain.</summary>
    /// <param name="stream">Can seek; where it stands afterwards is not said.</param>
    /// <param name="start">Where the file begins in the stream.</param>
    /// <param name="encoding">The file's.</param>
    /// <param name="dialect">The file's.</param>
    /// <param name="options">As the caller gave them.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <returns>The rows; null where the file is not plain.</returns>
    public static CsvRows? Read(Stream stream, long start, Encoding encoding, CsvDialect dialect, CsvOptions options, string source)
    {
        if (encoding is not UTF8Encoding || dialect.LinesBefore > 0 || !char.IsAscii(dialect.Delimiter))
        {
            return null;
        }

        stream.Position = start;
        PlainBlocks blocks = new(stream);
        if (blocks.ReadHeader(dialect.Delimiter) is not string[] header)
        {
            return null;
        }

        LoadNotes notes = new();
        try
        {
            string[] names = CsvHeader.Names(header, source, 1, notes);
            CsvReading.CheckOptionNames(options, names, source);
            options = options.WithIdAmong(names);
            PlainReading[] readings = [.. names.Select((name, i) => Reading(header[i], name, dialect, options))];
            PlainColumn[] columns = [.. names.Select((name, i) => new PlainColumn(name, readings[i]))];
            if (ReadRows(blocks, columns, dialect.Delimiter) is not int rowCount || rowCount == 0)
            {
                return null;
            }

            ReadAgain(stream, start, columns, dialect.Delimiter);
            return new CsvRows(header, names, notes, [.. Enumerable.Range(2, rowCount)], 0, new(columns.Select(column => column.ToCells())));
        }
        catch (DataException)
        {
            // The same fault, or one before it, ends the careful reading.
            return null;
        }
    }

    /// <summary>Whether a column's cells may be kept as numbers only, and not as the texts that its kind might need.</summary>
    private static PlainReading Reading(string headerCell, string name, CsvDialect dialect, CsvOptions options)
    {
        bool pointIsCertain = options.DecimalSeparator == '.' || (options.DecimalSeparator is null && dialect.Delimiter != ';');
        bool isTold = options.IdColumn == name || options.ColumnKinds.ContainsKey(name) || options.DateFormat is not null
            || string.IsNullOrWhiteSpace(headerCell);
        MissingTokenRule missing = new(options, name);
        return pointIsCertain && !isTold && !missing.HasNumbers && !IdNames.IsId(name) && !IdNames.IsCode(name)
            ? PlainReading.NumbersWith(missing)
            : PlainReading.Texts;
    }

    /// <summary>Reads the blocks, as many at a time as there are threads, and puts them together in file order.</summary>
    /// <returns>The number of rows; null where the file is not plain.</returns>
    private static int? ReadRows(PlainBlocks blocks, PlainColumn[] columns, char delimiter)
    {
        int rowCount = 0;
        PlainBlock[] batch = [.. Enumerable.Range(0, Threads).Select(_ => new PlainBlock(columns, (byte)delimiter))];
        for (bool isFirst = true; ; isFirst = false)
        {
            // The first block alone, so that the columns of texts are known before the others are read.
            int count = 0;
            while (count < (isFirst ? 1 : batch.Length) && blocks.Next(batch[count].Bytes) is int length)
            {
                if (length < 0)
                {
                    return null;
                }

                batch[count++].Length = length;
            }

            if (count == 0)
            {
                return rowCount;
            }

            FixedChunks.Run(count, Threads, i => batch[i].Read(), CancellationToken.None);
            if (isFirst && columns.Where((column, i) => column.TurnsToTexts(batch[0].Cells[i])).ToArray().Length > 0)
            {
                batch[0].Read();
            }

            foreach (PlainBlock block in batch.AsSpan(0, count))
            {
                if (!block.IsPlain)
                {
                    return null;
                }

                rowCount += block.RowCount;
                for (int i = 0; i < columns.Length; i++)
                {
                    columns[i].Append(block.Cells[i]);
                }
            }

            if (isFirst)
            {
                int expected = Expected(rowCount, batch[0].Length, blocks.BytesLeft);
                Array.ForEach(columns, column => column.Expect(expected));
            }
        }
    }

    /// <summary>The rows of the whole file, if they go on as they began; a few too many, for too few would have to move.</summary>
    private static int Expected(int rowsRead, int bytesRead, long bytesLeft) =>
        (int)Math.Min(Array.MaxLength, rowsRead + (1.05 * rowsRead * bytesLeft / bytesRead));

    /// <summary>Reads the texts of the columns that turned out not to be numbers.</summary>
    private static void ReadAgain(Stream stream, long start, PlainColumn[] columns, char delimiter)
    {
        bool[] needs = [.. columns.Select(column => column.NeedsTexts())];
        if (needs.Contains(true))
        {
            stream.Position = start;
            PlainBlocks blocks = new(stream);
            blocks.ReadHeader(delimiter);
            ReadRows(blocks, columns, delimiter);
        }
    }
}
