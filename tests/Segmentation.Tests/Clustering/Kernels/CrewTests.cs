namespace Segmentation.Tests.Clustering.Kernels;

public sealed class CrewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Run_ManyRounds_DoesEveryPieceOfEachOnce(int threads)
    {
        using Crew crew = new(threads);
        int[] done = new int[40];
        for (int round = 1; round <= 2000; round++)
        {
            crew.Run(round % 40, piece => Interlocked.Increment(ref done[piece]), CancellationToken.None);
        }

        Assert.Equal([.. Enumerable.Range(0, 40).Select(piece => Enumerable.Range(1, 2000).Count(round => piece < round % 40))], done);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_APieceThrows_ThrowsThatAndWorksOn(int threads)
    {
        using Crew crew = new(threads);

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => crew.Run(100, piece => ThrowAt(7, piece), CancellationToken.None));

        Assert.Equal("piece 7", exception.Message);
        int done = 0;
        crew.Run(10, _ => Interlocked.Increment(ref done), CancellationToken.None);
        Assert.Equal(10, done);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_CancelledAfterSomePieces_StopsSoon(int threads)
    {
        using Crew crew = new(threads);
        using CancellationTokenSource source = new();
        int done = 0;

        Assert.Throws<OperationCanceledException>(() => crew.Run(
            1_000_000,
            _ =>
            {
                if (Interlocked.Increment(ref done) == 10)
                {
                    source.Cancel();
                }
            },
            source.Token));

        Assert.True(done < 1_000_000, $"{done} pieces were done");
    }

    private static void ThrowAt(int wrong, int piece)
    {
        if (piece == wrong)
        {
            throw new InvalidOperationException($"piece {piece}");
        }
    }
}
