using System.Runtime.ExceptionServices;

namespace Segmentation;

/// <summary>
/// Threads that stay ready between rounds of work, so that a loop of many short rounds starts no threads and allocates
/// nothing. Which thread does which piece is left to chance, so pieces must not depend on each other. One round at a time.
/// </summary>
internal sealed class Crew : IDisposable
{
    /// <summary>How often a helper looks for the next round before it goes to sleep: some tens of microseconds.</summary>
    private const int LooksBeforeSleep = 1000;

    /// <summary>The caller alone; may be shared.</summary>
    public static readonly Crew OfOne = new(1);

    private readonly int threads;
    private readonly SemaphoreSlim alarm = new(0);
    private Thread[] helpers = [];
    private Action<int>? work;
    private ExceptionDispatchInfo? failure;

    // The round in the upper half and its pieces not yet taken in the lower: one word, so that nobody can take a piece
    // of a round that is over.
    private long open;
    private int count;
    private int done;
    private int asleep;
    private volatile bool disposed;

    /// <param name="threads">How many threads may work, the caller's among them.</param>
    public Crew(int threads)
    {
        this.threads = threads;
    }

    /// <summary>Runs pieces 0 to count - 1 and returns when all are done.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; some pieces were not begun.</exception>
    public void Run(int pieces, Action<int> piece, CancellationToken cancellationToken)
    {
        if (threads == 1 || pieces <= 1)
        {
            for (int i = 0; i < pieces; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                piece(i);
            }

            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        StartHelpers();
        (work, count, done, failure) = (piece, pieces, 0, null);
        long round = (Volatile.Read(ref open) >> 32) + 1;
        Interlocked.Exchange(ref open, (round << 32) | (uint)pieces);
        WakeHelpers();
        while (TakePiece())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                GiveUpTheRest();
            }
        }

        SpinWait wait = default;
        while (Volatile.Read(ref done) < pieces)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Sends the helpers away.</summary>
    public void Dispose()
    {
        disposed = true;
        alarm.Release(helpers.Length + 1);
    }

    private void StartHelpers()
    {
        if (helpers.Length > 0)
        {
            return;
        }

        helpers = [.. Enumerable.Range(1, threads - 1).Select(_ => new Thread(Help) { IsBackground = true, Name = "Segmentation" })];
        foreach (Thread helper in helpers)
        {
            helper.Start();
        }
    }

    private void Help()
    {
        while (!disposed)
        {
            bool worked = false;
            for (int look = 0; look < LooksBeforeSleep && !worked && !disposed; look++)
            {
                worked = TakePiece();
                if (!worked)
                {
                    Thread.SpinWait(8);
                }
            }

            if (!worked && !disposed)
            {
                Sleep();
            }
        }
    }

    /// <summary>A round that opens between the last look and the sleep finds this thread counted and wakes it.</summary>
    private void Sleep()
    {
        Interlocked.Increment(ref asleep);
        if ((uint)Volatile.Read(ref open) == 0)
        {
            alarm.Wait();
        }
        else
        {
            Interlocked.Decrement(ref asleep);
        }
    }

    private void WakeHelpers()
    {
        int sleepers = Interlocked.Exchange(ref asleep, 0);
        if (sleepers > 0)
        {
            alarm.Release(sleepers);
        }
    }

    /// <summary>Does one piece of the open round; false when none is left.</summary>
    private bool TakePiece()
    {
        long seen = Volatile.Read(ref open);
        while ((uint)seen > 0)
        {
            long before = Interlocked.CompareExchange(ref open, seen - 1, seen);
            if (before == seen)
            {
                Do(count - (int)(uint)seen);
                return true;
            }

            seen = before;
        }

        return false;
    }

    private void Do(int piece)
    {
        try
        {
            work!(piece);
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            GiveUpTheRest();
        }

        Interlocked.Increment(ref done);
    }

    /// <summary>Takes every piece that is left and counts it as done.</summary>
    private void GiveUpTheRest()
    {
        long seen = Volatile.Read(ref open);
        while ((uint)seen > 0)
        {
            long before = Interlocked.CompareExchange(ref open, seen - (uint)seen, seen);
            if (before == seen)
            {
                Interlocked.Add(ref done, (int)(uint)seen);
                return;
            }

            seen = before;
        }
    }
}
