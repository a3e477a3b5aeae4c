namespace Segmentation;

public sealed partial class SegmentationModel
{
    /// <summary>
    /// What the model says of each customer of a table: the segment, the distance to it, the margin to the next one, and
    /// whether the customer is unlike the training customers. The training table gets the segments of the run.
    /// </summary>
    /// <exception cref="ArgumentException">The table lacks a column that the segments were made from, or it is of another kind.</exception>
    /// <exception cref="DataException">A column would be numeric but for stray texts.</exception>
    public ScoredCustomers Score(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ScoredCustomers(this, table, new Scoring(this).Score(table));
    }

    /// <summary>
    /// Scores a CSV file of any size in memory for a block of rows, and writes a CSV row for each of its rows, in its order: the
    /// id under its own name, then segment, name, distance, margin, unlike_training (yes or no), reason. A row that cannot be
    /// scored has the reason only; unlike_training is empty where the model has no <see cref="Training"/>.
    /// </summary>
    /// <param name="path">
    /// The file. It is read once; a file that is no pipe is read once more before, to find its encoding, where neither the
    /// options nor a byte-order mark tells it.
    /// </param>
    /// <param name="writer">Takes the text; nothing is kept.</param>
    /// <param name="options">
    /// How to read the file; null finds everything from it. The id column is the one that is told, else
    /// <see cref="IdColumn"/>, else the first whose name says so; where there is none, rows are numbered. In a file that is
    /// delimited by semicolons the first rows tell the decimal separator.
    /// </param>
    /// <param name="progress">Is told the share of the file that is read, where its length is known; may be null.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="DataException">The file cannot be read, or lacks a column that the segments were made from.</exception>
    public ScoringSummary ScoreCsv(
        string path,
        TextWriter writer,
        CsvOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);

        // Opening a named pipe may wait for ever: when the work is cancelled, that is left to itself.
        using FileStream stream = Task.Run(() => InputFile.Open(path), cancellationToken)
            .WaitAsync(cancellationToken).GetAwaiter().GetResult();
        return ScoreCsv(stream, path, writer, options, progress, cancellationToken);
    }

    /// <summary>As the overload that takes a path, for a stream, which may be a pipe.</summary>
    /// <param name="stream">The bytes, from where it stands to its end; it stays open.</param>
    /// <param name="sourceName">What messages call the stream.</param>
    /// <param name="writer">As above.</param>
    /// <param name="options">As above.</param>
    /// <param name="progress">As above.</param>
    /// <param name="cancellationToken">As above; a pipe that keeps its reader waiting is left to itself then.</param>
    /// <exception cref="DataException">As above.</exception>
    public ScoringSummary ScoreCsv(
        Stream stream,
        string sourceName,
        TextWriter writer,
        CsvOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(sourceName);
        ArgumentNullException.ThrowIfNull(writer);
        using ScoringRows rows = new(this, stream, sourceName, options ?? new CsvOptions(), cancellationToken);
        ScoringCsv csv = new(writer, rows.IdName);
        ScoringCounts counts = new(this);
        Scoring scoring = new(this);
        IdRepeats repeats = new(rows.IdName);
        ScoringFault? first = null;
        while (rows.Next() is ScoringBlock block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ScoredCustomer[] scored = scoring.Score(block.Table, cancellationToken);
            counts.Add(Preprocessor.UnseenLevels(block.Table));
            for (int i = 0; i < scored.Length; i++)
            {
                ScoredCustomer customer = block.Problems[i] is { Count: > 0 } problems ? ScoredCustomer.NotScored(problems) : scored[i];
                counts.Add(customer);
                repeats.Add(block.Ids[i]);
                first ??= customer.Segment is null ? block.FaultOf(i, customer) : null;
                csv.Write(block.Ids[i], customer);
            }

            if (stream.CanSeek)
            {
                progress?.Report((double)stream.Position / Math.Max(1, stream.Length));
            }
        }

        return counts.Summary with { Doubt = repeats.Doubt(), FirstFault = first };
    }
}
