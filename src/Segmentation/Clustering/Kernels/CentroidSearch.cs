using System.Collections.Concurrent;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Looks for the best centroids among rows that are few enough to try much: restarts from greedy k-means++, each until
/// neither Lloyd's iterations nor <see cref="HartiganMoves"/> find anything. The first is refined by
/// <see cref="SwapRefinement"/>; each further one is also crossed with it and with the best so far, and what comes out lower
/// is refined in turn. A restart has random numbers of its own and knows only those before it, so that more restarts never
/// end higher than fewer.
/// Runs work side by side; the threads change nothing, for the random numbers of a run are drawn before it begins and of
/// equally good outcomes the first is kept.
/// </summary>
internal sealed class CentroidSearch
{
    /// <summary>Moving single rows takes n k d steps a round and pays where rows are few.</summary>
    private const int MostRowsToMove = 3000;

    /// <summary>Starts from good centroids for one cluster less and one row more.</summary>
    private const int StartsFromSmaller = 4;

    /// <summary>
    /// So often each restart is crossed with the first, and then with the best so far. Of 144 fits of customers of many shapes
    /// 2 ended above 50 starts of plain K-Means with 3 and 0, and none with these, which take an eighth more time.
    /// </summary>
    private const int CrossingsWithFirst = 5;

    private const int CrossingsWithBest = 2;

    private readonly KMeans options;
    private readonly int swaps;
    private readonly RowBlocks rows;
    private readonly Crew crew;
    private readonly IProgress<ClusteringProgress>? progress;
    private readonly CancellationToken cancellationToken;

    /// <summary>Every outcome so far.</summary>
    private readonly List<LloydIterations.Outcome> all = [];

    private bool isScan;
    private RowSpread? spread;

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

    /// <summary>Whether the rows stand for others, so that it is too early to move single ones where they are many.</summary>
    public bool IsSample { get; init; }

    private bool MovesRows => swaps > 0 && rows.Matrix.RowCount <= MostRowsToMove;

    /// <summary>The seed of a restart's own random numbers, one after the other.</summary>
    public static int NextSeed(Xoshiro256StarStar random) => random.Next();

    /// <summary>Restarts and refines.</summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="smaller">Good centroids for one cluster less, to start from as well; may be null.</param>
    /// <returns>The best outcome, and all others that were come upon by rising inertia, those given up included.</returns>
    public LloydIterations.Outcome[] Run(Xoshiro256StarStar random, LloydIterations.Outcome? smaller)
    {
        isScan = smaller is not null;
        Xoshiro256StarStar[] streams = [.. Enumerable.Range(0, options.Restarts).Select(_ => new Xoshiro256StarStar(NextSeed(random)))];
        double[][] larger = smaller is null ? [] : OneMore.Than(smaller, StartsFromSmaller, rows.Matrix, random, crew, cancellationToken);
        GreedySeeding seeding = new(rows.Matrix);
        LloydIterations.Outcome best = swaps == 0
            ? Restart(0, streams.Length, null).Concat(SettleAll(larger.Length, i => larger[i])).MinBy(outcome => outcome.Inertia)!
            : Refined();
        return [best, .. all.Where(outcome => outcome != best).OrderBy(outcome => outcome.Inertia)];

        LloydIterations.Outcome Refined()
        {
            LloydIterations.Outcome first = Refine(Restart(0, 1, null)[0], streams[0]);
            LloydIterations.Outcome[] others = Restart(1, streams.Length, first);
            double[][] crossed = [.. others.SelectMany((other, i) => Crossed(first, other, CrossingsWithFirst, streams[i + 1]))];
            LloydIterations.Outcome[] children = SettleAll(crossed.Length, i => crossed[i], ToBeat(first));
            LloydIterations.Outcome[] beyond = SettleAll(larger.Length, i => larger[i], ToBeat(first));

            LloydIterations.Outcome best = first;
            for (int i = 0; i < others.Length; i++)
            {
                LloydIterations.Outcome[] own = children[(i * CrossingsWithFirst)..((i + 1) * CrossingsWithFirst)];
                best = Better(best, own.Aggregate(others[i], Lower), streams[i + 1]);
                double[][] again = Crossed(best, others[i], CrossingsWithBest, streams[i + 1]);
                best = Better(best, SettleAll(again.Length, start => again[start], ToBeat(best)).Aggregate(Lower), streams[i + 1]);
            }

            return beyond.Aggregate(best, (lowest, outcome) => Better(lowest, outcome, random));
        }

        LloydIterations.Outcome[] Restart(int from, int end, LloydIterations.Outcome? best)
        {
            double[] Start(int i) => seeding.Draw(options.ClusterCount, streams[from + i], cancellationToken);
            return progress is null
                ? SettleAll(end - from, Start, ToBeat(best))
                : [.. Enumerable.Range(0, end - from).Select(i =>
                    Keep(Settle(Start(i), ClusteringProgress.Reporter(progress, from + i + 1, streams.Length), ToBeat(best))))];
        }
    }

    private double[][] Crossed(LloydIterations.Outcome best, LloydIterations.Outcome other, int count, Xoshiro256StarStar random) =>
        [.. Enumerable.Range(0, count).Select(_ => Crossing.Of(best.Centroids, other.Centroids, rows.Matrix.FeatureCount, random))];

    private static LloydIterations.Outcome Lower(LloydIterations.Outcome first, LloydIterations.Outcome second) =>
        second.Inertia < first.Inertia ? second : first;

    /// <summary>The best so far, or what becomes of an outcome that is better.</summary>
    private LloydIterations.Outcome Better(LloydIterations.Outcome best, LloydIterations.Outcome outcome, Xoshiro256StarStar random) =>
        outcome.Inertia < best.Inertia * (1 - 1e-12) ? Lower(best, Refine(outcome, random)) : best;

    private LloydIterations.Outcome Refine(LloydIterations.Outcome outcome, Xoshiro256StarStar random)
    {
        LloydIterations.Outcome best = SwapRefinement.Improve(
            outcome, swaps, rows.Matrix, (starts, lowest) => SettleAll(starts.Length, i => starts[i], ToBeat(lowest)), random, crew, cancellationToken);
        double[]? moved = MovesRows || IsSample ? null : HartiganMoves.Centroids(rows.Matrix, best, cancellationToken);
        return moved is null ? best : Lower(best, SettleAll(1, _ => moved)[0]);
    }

    private Prospect? ToBeat(LloydIterations.Outcome? best) => best is null ? null : ToBeat(best.Inertia);

    /// <summary>Where every run moves single rows, that may still improve on what looks poor.</summary>
    private Prospect? ToBeat(double inertia) => MovesRows
        ? null
        : new Prospect(spread ??= RowSpread.Of(rows.Matrix, crew, cancellationToken), inertia, isScan);

    private LloydIterations.Outcome Keep(LloydIterations.Outcome outcome)
    {
        all.Add(outcome);
        return outcome;
    }

    private LloydIterations.Outcome[] SettleAll(int count, Func<int, double[]> start, Prospect? prospect = null)
    {
        LloydIterations.Outcome[] outcomes = new LloydIterations.Outcome[count];
        crew.Run(count, i => outcomes[i] = Settle(start(i), null, prospect), cancellationToken);
        all.AddRange(outcomes);
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
