namespace Segmentation;

/// <summary>
/// Reads a source pass by pass, in blocks, and makes sure that every pass gives the same rows in the same order.
/// </summary>
internal sealed class StreamedPasses(IStreamedRows source, int blockRows, IProgress<StreamedProgress>? progress)
{
    private readonly StreamedBlock block = new(source.FeatureNames.Count);
    private StreamedContent? first;

    public IStreamedRows Source => source;

    /// <summary>How many passes were made.</summary>
    public int Count { get; private set; }

    /// <summary>What the first pass found; null before it.</summary>
    public StreamedContent? Content => first;

    /// <summary>Blocks hold whole chunks, so that the chunks are those of a matrix in memory.</summary>
    public static int WholeChunks(int rows)
    {
        int chunk = FixedChunks.StartOf(1);
        return (int)Math.Min(((long)rows + chunk - 1) / chunk, int.MaxValue / chunk) * chunk;
    }

    /// <summary>One pass over the rows that have all features.</summary>
    /// <param name="step">What is being done, for the progress.</param>
    /// <param name="use">Takes a block; each but the last has whole chunks.</param>
    /// <param name="inertia">The inertia before the pass, for the progress.</param>
    /// <param name="cancellationToken">Stops the pass.</param>
    public void ForEachBlock(
        StreamedStep step, Action<StreamedBlock> use, double? inertia, CancellationToken cancellationToken)
    {
        int most = WholeChunks(blockRows);
        Run(
            (reader, row, isComplete, _) =>
            {
                if (isComplete)
                {
                    block.Add(row);
                }

                return block.Count == most;
            },
            step, use, inertia, cancellationToken);
    }

    /// <summary>One pass over all rows, with their ids.</summary>
    public void ForEachBlockWithIds(StreamedStep step, Action<StreamedBlock> use, CancellationToken cancellationToken) => Run(
        (reader, row, isComplete, _) =>
        {
            block.Ids.Add(reader.Id);
            block.Positions.Add(isComplete ? block.Count : -1);
            if (isComplete)
            {
                block.Add(row);
            }

            return block.Ids.Count >= blockRows;
        },
        step, use, null, cancellationToken);

    /// <summary>One pass, row by row.</summary>
    public void ForEachRow(StreamedStep step, StreamedRowAction use, CancellationToken cancellationToken)
    {
        int rows = 0;
        Run(
            (reader, row, isComplete, number) =>
            {
                use(reader, row, isComplete, number);
                rows = rows + 1 == blockRows ? 0 : rows + 1;
                return rows == 0;
            },
            step, _ => { }, null, cancellationToken);
    }

    private void Run(
        RowTaker take, StreamedStep step, Action<StreamedBlock> use, double? inertia, CancellationToken cancellationToken)
    {
        Count++;
        block.Clear();
        StreamedContentCounter content = new(source.Name);
        double[] row = new double[source.FeatureNames.Count];
        using (IStreamedRowReader reader = source.Open())
        {
            while (reader.Read(row))
            {
                if (content.RowCount % 1024 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                bool isComplete = content.Add(row);
                if (take(reader, row, isComplete, content.CompleteRows))
                {
                    Use();
                }
            }
        }

        Use();
        first ??= content.Content;
        if (content.Content != first)
        {
            throw new DataException(
                $"{source.Name} gave other rows, or the same in another order, in pass {Count} than in the first ({content.RowCount} rows, then {first.RowCount}): it changed while it was read, or a query lacks ORDER BY.");
        }

        void Use()
        {
            cancellationToken.ThrowIfCancellationRequested();
            use(block);
            block.Clear();
            progress?.Report(new StreamedProgress(step, Count, content.RowCount, first?.RowCount, inertia));
        }
    }

    /// <summary>Takes a row; true when the block is full.</summary>
    private delegate bool RowTaker(IStreamedRowReader reader, ReadOnlySpan<double> row, bool isComplete, int completeRows);
}

/// <summary>Uses a row while it is the current one.</summary>
/// <param name="reader">Tells where the row stands.</param>
/// <param name="row">d numbers, NaN where missing.</param>
/// <param name="isComplete">Whether none is missing.</param>
/// <param name="completeRows">The complete rows so far, this one included.</param>
internal delegate void StreamedRowAction(IStreamedRowReader reader, ReadOnlySpan<double> row, bool isComplete, int completeRows);
