using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Looks for the best centroids among many rows: <see cref="CentroidSearch"/> in a <see cref="Coreset"/>, then a first
/// impression of its best outcomes on all rows, <see cref="SwapRefinement"/> of the best there, and the iterations of the
/// winner until no label changes.
/// </summary>
internal sealed class CoresetSearch
{
    /// <summary>More rows than this are searched in a coreset.</summary>
    public const int MostRowsWithout = 20_000;

    /// <summary>The rows of a coreset, or <see cref="RowsPerCluster"/> for each cluster where that is more.</summary>
    private const int CoresetRows = 8192;

    private const int RowsPerCluster = 200;

    /// <summary>Outcomes of the coreset that are tried on all rows beside its best: those that differ and come near.</summary>
    private const int MostOthers = 8;

    private const double Differ = 1 + 1e-4;
    private const double ComeNear = 1.03;

    /// <summary>A first impression ends when at most one label in so many changes.</summary>
    private const int RowsPerChange = 3000;

    /// <summary>Restarts in the coreset where good centroids for one cluster less are known, which lead to good starts too.</summary>
    private const int RestartsBesideSmaller = 4;

    /// <summary>Starts from those and one row more, on all rows.</summary>
    private const int StartsFromSmaller = 4;

    private readonly KMeans options;
    private readonly FeatureMatrix matrix;
    private readonly LloydIterations lloyd;
    private readonly Crew crew;
    private readonly CancellationToken cancellationToken;

    public CoresetSearch(
        KMeans options, FeatureMatrix matrix, LloydIterations lloyd, Crew crew, CancellationToken cancellationToken)
    {
        this.options = options;
        this.matrix = matrix;
        this.lloyd = lloyd;
        this.crew = crew;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Searches.</summary>
    /// <param name="random">The random numbers.</param>
    /// <param name="smaller">Good centroids for one cluster less, to start from as well; may be null.</param>
    /// <param name="progress">Is told of the winner's iterations; may be null.</param>
    public LloydIterations.Outcome Run(
        Xoshiro256StarStar random, LloydIterations.Outcome? smaller, IProgress<ClusteringProgress>? progress)
    {
        int size = Math.Min(matrix.RowCount, Math.Max(CoresetRows, RowsPerCluster * options.ClusterCount));
        RowSpread spread = RowSpread.Of(matrix, crew, cancellationToken);
        FeatureMatrix coreset = Coreset.Draw(matrix, spread, size, random, crew, cancellationToken);
        double[][] starts = DistinctRows.CountUpTo(options.ClusterCount, coreset) < options.ClusterCount
            ? [new GreedySeeding(matrix).Draw(options.ClusterCount, random, cancellationToken)]
            : StartsFrom(coreset, smaller, random);
        if (smaller is not null)
        {
            starts = [.. starts, .. OneMore.Than(smaller, StartsFromSmaller, matrix, random, crew, cancellationToken)];
        }

        bool isScan = smaller is not null;
        LloydIterations.Outcome best = FirstImpressions(starts, spread, isScan, double.PositiveInfinity).MinBy(outcome => outcome.Inertia)!;
        best = SwapRefinement.Improve(
            best,
            options.SwapsFor(matrix.RowCount),
            matrix,
            (swapped, lowest) => FirstImpressions(swapped, spread, isScan, lowest),
            random,
            crew,
            cancellationToken);
        Action<int, double>? report = ClusteringProgress.Reporter(progress, options.Restarts, options.Restarts);
        return lloyd.Run(best.Centroids, options.MaxIterations, options.Tolerance, report, cancellationToken);
    }

    private double[][] StartsFrom(FeatureMatrix coreset, LloydIterations.Outcome? smaller, Xoshiro256StarStar random)
    {
        using RowBlocks rows = new(coreset, crew, cancellationToken);
        LloydIterations.Outcome? before = smaller is null
            ? null
            : new LloydIterations(rows, smaller.Sizes.Length, crew).Label(smaller.Centroids, 0, true, cancellationToken);
        KMeans search = smaller is null ? options : options with { Restarts = Math.Min(options.Restarts, RestartsBesideSmaller) };
        LloydIterations.Outcome[] found =
            new CentroidSearch(search, rows, crew, null, cancellationToken) { IsSample = true }.Run(random, before);
        List<LloydIterations.Outcome> kept = [found[0]];
        foreach (LloydIterations.Outcome other in found.Skip(1).TakeWhile(other => other.Inertia <= found[0].Inertia * ComeNear))
        {
            if (kept.Count <= MostOthers && other.Inertia > kept[^1].Inertia * Differ)
            {
                kept.Add(other);
            }
        }

        return [.. kept.Select(outcome => outcome.Centroids)];
    }

    /// <summary>Each run must come below the best so far; from the first on, where none is known.</summary>
    private LloydIterations.Outcome[] FirstImpressions(double[][] starts, RowSpread spread, bool isScan, double best)
    {
        LloydIterations.Outcome[] outcomes = new LloydIterations.Outcome[starts.Length];
        for (int i = 0; i < starts.Length; i++)
        {
            outcomes[i] = lloyd.Run(
                starts[i],
                options.MaxIterations,
                options.Tolerance,
                null,
                cancellationToken,
                new Prospect(spread, best, isScan),
                matrix.RowCount / RowsPerChange);
            best = Math.Min(best, outcomes[i].Inertia);
        }

        return outcomes;
    }
}
