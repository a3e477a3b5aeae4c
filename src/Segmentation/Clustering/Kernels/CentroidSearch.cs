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

    /// <param name="options">What to search with.</param>
    /// <param name="rows">Where to search.</param>
    /// <param name="crew">Works side by side.</param>
    /// <param name="progress">Is told of the restarts, which then run one after the other; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public CentroidSearch(
        KMeans options,
        RowBlocks rows,
        Crew crew,
        IProgress<ClusteringProgress>? progress,
        CancellationToken cancellationToken)
    {
        this.options = options;
        swaps = options.SwapsFor(rows.Matrix.RowCount);
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
    /// <returns>The best outcome, and all others that were come upon by rising inertia, those given up included.</returns>
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

        List<LloydIterations.Outcome> all = [.. outcomes];
        RowSpread? spread = null;
        LloydIterations.Outcome best = SwapRefinement.Improve(
            outcomes.MinBy(outcome => outcome.Inertia)!, swaps, rows.Matrix, TrySwaps, random, crew, cancellationToken);
        return [best, .. all.Where(outcome => outcome != best).OrderBy(outcome => outcome.Inertia)];

        LloydIterations.Outcome[] TrySwaps(double[][] starts, double lowest)
        {
            // Where single rows move, they may still improve on what looks poor.
            Prospect? prospect = MovesRows
                ? null
                : new Prospect(spread ??= RowSpread.Of(rows.Matrix, crew, cancellationToken), lowest, IsScan: smaller is not null);
            LloydIterations.Outcome[] tried = SettleAll(starts.Length, i => starts[i], prospect);
            all.AddRange(tried);
            return tried;
        }
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
