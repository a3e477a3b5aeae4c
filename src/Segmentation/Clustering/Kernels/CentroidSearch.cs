using System.Collections.Concurrent;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Looks for the best centroids among rows that are few enough to try much: restarts from greedy k-means++, each until
/// neither Lloyd's iterations nor <see cref="HartiganMoves"/> find anything, then <see cref="SwapRefinement"/> of the
/// best. Runs work side by side; the threads change nothing, for the random numbers of a run are drawn before it begins
/// and of equally good outcomes the first is kept.
/// </summary>
internal sealed class CentroidSearch
{
    /// <summary>Moving single rows takes n k d steps a round and pays where rows are few.</summary>
    private const int MostRowsToMove = 3000;

    private readonly KMeans options;
    private readonly int swaps;
    private readonly RowBlocks rows;
    private readonly Crew crew;
    private readonly IProgress<ClusteringProgress>? progress;
    private readonly CancellationToken cancellationToken;

    /// <summary>The buffers of runs that are over, for others to use.</summary>
    private readonly ConcurrentBag<LloydIterations> idle = [];

    private RowSpread? spread;

    /// <param name="options">What to search with.</param>
    /// <param name="swaps">When swaps end; 0 to refine nothing.</param>
    /// <param name="rows">Where to search.</param>
    /// <param name="crew">Works side by side.</param>
    /// <param name="progress">Is told of the restarts, which then run one after the other; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public CentroidSearch(
        KMeans options,
        int swaps,
        RowBlocks rows,
        Crew crew,
        IProgress<ClusteringProgress>? progress,
        CancellationToken cancellationToken)
    {
        this.options = options;
        this.swaps = swaps;
        this.rows = rows;
        this.crew = crew;
        this.progress = progress;
        this.cancellationToken = cancellationToken;
    }

    private bool MovesRows => swaps > 0 && rows.Matrix.RowCount <= MostRowsToMove;

    /// <summary>The seed of a restart's own random numbers, one after the other.</summary>
    public static int NextSeed(Xoshiro256StarStar random) => random.Next();

    /// <summary>Restarts and refines.</summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="smaller">Good centroids for one cluster less, to start from as well; may be null.</param>
    /// <returns>The outcomes by rising inertia, at least one.</returns>
    public LloydIterations.Outcome[] Run(Xoshiro256StarStar random, LloydIterations.Outcome? smaller)
    {
        GreedySeeding seeding = new(rows.Matrix);
        int[] seeds = [.. Enumerable.Range(0, options.Restarts).Select(_ => NextSeed(random))];
        double[] Start(int restart) => seeding.Draw(options.ClusterCount, new Xoshiro256StarStar(seeds[restart]), cancellationToken);
        LloydIterations.Outcome[] outcomes = progress is null
            ? SettleAll(seeds.Length, Start)
            : [.. seeds.Select((_, restart) => Settle(Start(restart), ClusteringProgress.Reporter(progress, restart + 1, seeds.Length)))];
        if (smaller is not null)
        {
            double[][] larger = OneMore.Than(smaller, 4, rows.Matrix, random, crew, cancellationToken);
            outcomes = [.. outcomes, .. SettleAll(larger.Length, i => larger[i])];
        }

        outcomes = [.. outcomes.OrderBy(outcome => outcome.Inertia)];
        outcomes[0] = SwapRefinement.Improve(
            outcomes[0],
            swaps,
            rows.Matrix,
            TrySwaps,
            random,
            crew,
            cancellationToken);
        return outcomes;
    }

    /// <summary>Where single rows move, they may still improve on what looks poor.</summary>
    private LloydIterations.Outcome[] TrySwaps(double[][] starts, double best)
    {
        Prospect? prospect = MovesRows
            ? null
            : new Prospect(spread ??= RowSpread.Of(rows.Matrix, crew, cancellationToken), best);
        return SettleAll(starts.Length, i => starts[i], prospect);
    }

    private LloydIterations.Outcome[] SettleAll(int count, Func<int, double[]> start, Prospect? prospect = null)
    {
        LloydIterations.Outcome[] outcomes = new LloydIterations.Outcome[count];
        crew.Run(count, i => outcomes[i] = Settle(start(i), null, prospect), cancellationToken);
        return outcomes;
    }

    private LloydIterations.Outcome Settle(double[] start, Action<int, double>? report, Prospect? prospect = null)
    {
        if (!idle.TryTake(out LloydIterations? lloyd))
        {
            lloyd = new LloydIterations(rows, options.ClusterCount, Crew.OfOne);
        }

        LloydIterations.Outcome outcome = Settle(lloyd, start, report, prospect);
        idle.Add(lloyd);
        return outcome;
    }

    private LloydIterations.Outcome Settle(
        LloydIterations lloyd, double[] start, Action<int, double>? report, Prospect? prospect)
    {
        LloydIterations.Outcome outcome =
            lloyd.Run(start, options.MaxIterations, options.Tolerance, report, cancellationToken, prospect);
        if (!MovesRows)
        {
            return outcome;
        }

        double[]? moved = HartiganMoves.Centroids(rows.Matrix, outcome, cancellationToken);
        return moved is null ? outcome : lloyd.Run(moved, options.MaxIterations, options.Tolerance, report, cancellationToken);
    }
}
