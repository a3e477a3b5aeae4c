namespace Segmentation;

/// <summary>
/// Cuts rows into chunks of a fixed size and runs them on any number of threads. The cuts depend on the number of rows
/// only, so a caller that keeps one partial result per chunk and adds them up in chunk order gets the same bits
/// whatever the thread count.
/// </summary>
internal sealed class FixedChunks
{
    /// <summary>Large enough to hide the cost of handing out a chunk, small enough to keep many threads busy.</summary>
    public const int RowsPerChunk = 4096;

    private readonly int rowCount;
    private readonly int threads;

    /// <param name="rowCount">The rows to cut.</param>
    /// <param name="threads">How many threads may work on them; 1 where a <see cref="Crew"/> does instead.</param>
    public FixedChunks(int rowCount, int threads = 1)
    {
        this.rowCount = rowCount;
        this.threads = threads;
    }

    public int Count => (rowCount + RowsPerChunk - 1) / RowsPerChunk;

    public static int StartOf(int chunk) => chunk * RowsPerChunk;

    public int EndOf(int chunk) => Math.Min(rowCount, StartOf(chunk) + RowsPerChunk);

    /// <summary>Calls <paramref name="body"/> with each chunk's number, first row and the row after its last.</summary>
    public void ForEach(Action<int, int, int> body, CancellationToken cancellationToken) =>
        Run(Count, threads, chunk => body(chunk, StartOf(chunk), EndOf(chunk)), cancellationToken);

    /// <summary>Adds up one number a chunk, in chunk order.</summary>
    public double Sum(Func<int, int, double> chunkSum, CancellationToken cancellationToken)
    {
        double[] partial = new double[Count];
        ForEach((chunk, start, end) => partial[chunk] = chunkSum(start, end), cancellationToken);
        return InOrder(partial);
    }

    /// <summary>Adds up from the first to the last.</summary>
    public static double InOrder(ReadOnlySpan<double> parts)
    {
        double sum = 0;
        foreach (double part in parts)
        {
            sum += part;
        }

        return sum;
    }

    /// <summary>Runs independent pieces of work on any number of threads; with one thread or one piece, in place.</summary>
    public static void Run(int count, int threads, Action<int> body, CancellationToken cancellationToken)
    {
        if (count <= 1 || threads == 1)
        {
            for (int i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(i);
            }

            return;
        }

        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, count, options, body);
    }
}
