using System.Runtime.ExceptionServices;

namespace Segmentation;

/// <summary>
/// Threads of the pool that stay ready between rounds of work, so that a loop of many short rounds wakes nobody and
/// allocates nothing. Which thread does which piece is left to chance, so pieces must not depend on each other. The caller
/// works too, and alone where the pool has no thread to spare. One round at a time.
/// </summary>
internal sealed class Crew : IThreadPoolWorkItem, IDisposable
{
    /// <summary>How often a helper looks for the next round before it goes home: some tens of microseconds.</summary>
    private const int LooksBeforeLeaving = 1000;

    /// <summary>The caller alone; may be shared.</summary>
    public static readonly Crew OfOne = new(1);

    private readonly int threads;
    private Action<int>? work;
    private ExceptionDispatchInfo? failure;

    // The round in the upper half and its pieces not yet taken in the lower: one word, so that nobody can take a piece
    // of a round that is over.
    private long open;
    private int count;
    private int done;
    private int helpers;
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
        (work, count, done, failure) = (piece, pieces, 0, null);
        long round = (Volatile.Read(ref open) >> 32) + 1;
        Interlocked.Exchange(ref open, (round << 32) | (uint)pieces);
        CallHelpers(pieces - 1);
        while (TakePiece())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                GiveUpTheRest();
            }
        }

        WaitFor(pieces);

        failure?.Throw();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The last pieces are on their way: looks often before it lets other threads go first.</summary>
    private void WaitFor(int pieces)
    {
        SpinWait wait = default;
        for (int look = 0; Volatile.Read(ref done) < pieces; look++)
        {
            if (look < LooksBeforeLeaving)
            {
                Thread.SpinWait(8);
            }
            else
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    /// <summary>Sends the helpers home.</summary>
    public void Dispose() => disposed = true;

    /// <summary>What a helper does: pieces of rounds, until none has come for a while.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            for (int look = 0; look < LooksBeforeLeaving && !disposed; look++)
            {
                if (TakePiece())
                {
                    look = 0;
                }
                else
                {
                    Thread.SpinWait(8);
                }
            }

            Interlocked.Decrement(ref helpers);
        }
        while (CameBack());
    }

    /// <summary>A round that opened while this helper was leaving, and still counted as here, has called nobody in its place.</summary>
    private bool CameBack()
    {
        if ((uint)Volatile.Read(ref open) == 0 || disposed)
        {
            return false;
        }

        Interlocked.Increment(ref helpers);
        return true;
    }

    private void CallHelpers(int wanted)
    {
        for (int missing = Math.Min(wanted, threads - 1) - Volatile.Read(ref helpers); missing > 0; missing--)
        {
            Interlocked.Increment(ref helpers);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
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
