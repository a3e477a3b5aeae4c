using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// Runs of Lloyd's algorithm (Lloyd 1982) over one matrix: assign every row to its nearest centroid, move every
/// centroid to the mean of its rows, until no label changes. Keeps its buffers from run to run and allocates nothing
/// within one.
/// </summary>
internal sealed class LloydIterations : IDisposable
{
    /// <summary>Blocks of rows keep how far they are from changing once at most one label in so many changed.</summary>
    private const int RowsPerChangeToKeepGaps = 200;

    /// <summary>Sums follow the rows that change while those are at most one in so many of the chunk.</summary>
    private const int RowsPerChangeToMoveSums = 16;

    /// <summary>In place of the changes of a chunk that has not been assigned in this run.</summary>
    private const int NotBegun = int.MaxValue;

    private readonly RowBlocks rows;
    private readonly FeatureMatrix matrix;
    private readonly Crew crew;
    private readonly FixedChunks chunks;
    private readonly NearestByBounds nearest;
    private readonly ClusterSums sums;
    private readonly int clusterCount;
    private readonly RowLabels labels;
    private readonly int[] sizes;
    private readonly double[] weights;
    private readonly int[] chunkChanges;
    private readonly Action<int> assignChunk;
    private readonly Action<int> labelChunk;
    private readonly Action<int> addUpChunk;

    /// <param name="rows">The rows.</param>
    /// <param name="clusterCount">k.</param>
    /// <param name="crew">Works on the chunks.</param>
    public LloydIterations(RowBlocks rows, int clusterCount, Crew crew)
    {
        this.rows = rows;
        matrix = rows.Matrix;
        this.clusterCount = clusterCount;
        this.crew = crew;
        chunks = new FixedChunks(matrix.RowCount);
        labels = new RowLabels(matrix.RowCount, clusterCount);
        sizes = new int[clusterCount];
        weights = new double[clusterCount];
        sums = new ClusterSums(matrix, chunks, clusterCount, labels);
        nearest = new NearestByBounds(rows, chunks, clusterCount, labels, sums);
        chunkChanges = new int[chunks.Count];
        assignChunk = AssignChunk;
        labelChunk = LabelChunk;
        addUpChunk = AddUpChunk;
    }

    /// <summary>Gives the labels back; what runs ended with stays as it is.</summary>
    public void Dispose() => labels.Dispose();

    /// <summary>What a run ends with; the arrays are its own.</summary>
    /// <param name="Labels">n labels.</param>
    /// <param name="Centroids">k x d numbers.</param>
    /// <param name="Sizes">The number of rows of each cluster.</param>
    /// <param name="ClusterWeights">The total weight of each cluster.</param>
    /// <param name="Inertia">The weighted sum of squared distances to the centroids.</param>
    /// <param name="Iterations">Assignments made.</param>
    /// <param name="Converged">Whether it stopped because nothing changed any more (or by the tolerance).</param>
    /// <param name="HasTies">Whether a row may be equally near to two centroids, so that it goes by their order.</param>
    public sealed record Outcome(
        int[] Labels,
        double[] Centroids,
        int[] Sizes,
        double[] ClusterWeights,
        double Inertia,
        int Iterations,
        bool Converged,
        bool HasTies)
    {
        /// <summary>A model as a place to go on from; its sizes pass for weights.</summary>
        public static Outcome Of(ClusterModel model) => new(
            model.LabelArray, model.Centroids.ValueArray, [.. model.Sizes], [.. model.Sizes.Select(size => (double)size)], model.Inertia, 0, true, true);
    }

    /// <summary>Runs from the given centroids.</summary>
    /// <param name="start">k x d numbers; not changed.</param>
    /// <param name="maxIterations">The most assignments that are followed by a move.</param>
    /// <param name="tolerance">Stop when an iteration lowers the inertia by less than this share; 0: never for this.</param>
    /// <param name="report">Is told the iteration and the inertia it found; may be null.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <param name="prospect">Says when going on is not worth it; null for never.</param>
    /// <param name="fewChanges">Stop when an iteration changes no more labels than this, for a first impression; 0: never for this.</param>
    public Outcome Run(
        double[] start,
        int maxIterations,
        double tolerance,
        Action<int, double>? report,
        CancellationToken cancellationToken,
        Prospect? prospect = null,
        int fewChanges = 0)
    {
        double[] centroids = [.. start];
        double estimate = double.PositiveInfinity;
        StartAnew();
        double previous = double.PositiveInfinity;
        bool converged = false;
        bool refilled = false;
        int iteration = 0;
        int changes = matrix.RowCount;
        while (!converged && iteration < maxIterations)
        {
            iteration++;
            changes = Assign(centroids, gaps: changes <= matrix.RowCount / RowsPerChangeToKeepGaps, cancellationToken);
            if (!rows.AreSettled && !rows.Settle(crew, cancellationToken))
            {
                StartAnew();
                changes = Assign(centroids, gaps: false, cancellationToken);
            }

            if (changes == 0 && !refilled)
            {
                changes = ChangesByRowOrder(centroids, cancellationToken);
                if (changes == 0)
                {
                    report?.Invoke(iteration, InertiaOf(centroids, cancellationToken));
                    return Result(centroids, iteration, converged: true, cancellationToken);
                }
            }

            if (tolerance > 0 || report is not null)
            {
                double inertia = InertiaOf(centroids, cancellationToken);
                converged = tolerance > 0 && previous - inertia < tolerance * inertia;
                previous = inertia;
                report?.Invoke(iteration, inertia);
            }

            bool last = iteration == maxIterations || (changes <= fewChanges && !refilled && fewChanges > 0);

            // What the run ends with is added up in row order.
            if (converged || last)
            {
                crew.Run(chunks.Count, addUpChunk, cancellationToken);
            }

            WriteSizes();
            double[] unmoved = centroids;
            refilled = Array.IndexOf(sizes, 0) >= 0;
            if (refilled)
            {
                centroids = [.. unmoved];
            }

            sums.WriteMeans(centroids, sizes, weights);
            if (prospect is not null && !refilled)
            {
                (double before, estimate) = (estimate, prospect.Spread.InertiaOf(centroids, weights));
                last |= prospect.IsPoor(before, estimate);
            }

            if (refilled)
            {
                // The cluster that gave a row away moves only after the next assignment.
                RefillEmptyClusters(unmoved, centroids, cancellationToken);
                converged = false;
            }

            if (last)
            {
                break;
            }
        }

        return Label(centroids, iteration, converged, cancellationToken);
    }

    /// <summary>Gives every row the label of its nearest centroid and moves nothing.</summary>
    /// <param name="centroids">k x d numbers.</param>
    /// <param name="iterations">The iterations that led to them, for the outcome to tell.</param>
    /// <param name="converged">Whether those had settled, for the outcome to tell.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Outcome Label(double[] centroids, int iterations, bool converged, CancellationToken cancellationToken)
    {
        nearest.MoveTo(centroids, false);
        crew.Run(chunks.Count, labelChunk, cancellationToken);
        return Result(centroids, iterations, converged, cancellationToken);
    }

    /// <summary>
    /// The same clusters with other numbers; where no row is tied nothing else changes. The labels are the outcome's, changed.
    /// </summary>
    /// <param name="outcome">What a run ended with.</param>
    /// <param name="order">For each new number the old one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Outcome Renumber(Outcome outcome, int[] order, CancellationToken cancellationToken)
    {
        int[] numbers = new int[order.Length];
        for (int number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
        }

        crew.Run(chunks.Count, chunk => Replace(LabelsOf(outcome.Labels, chunk), numbers), cancellationToken);
        return outcome with
        {
            Sizes = ClusterOrder.Apply(order, outcome.Sizes),
            Centroids = ClusterOrder.Apply(order, outcome.Centroids),
            ClusterWeights = ClusterOrder.Apply(order, outcome.ClusterWeights),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Replace(Span<int> chunkLabels, int[] numbers)
    {
        foreach (ref int label in chunkLabels)
        {
            label = numbers[label];
        }
    }

    private Span<int> LabelsOf(int[] all, int chunk) => all.AsSpan(FixedChunks.StartOf(chunk)..chunks.EndOf(chunk));

    private Outcome Result(double[] centroids, int iterations, bool converged, CancellationToken cancellationToken)
    {
        WriteSizes();
        int[] own = GC.AllocateUninitializedArray<int>(matrix.RowCount);
        double inertia = InertiaOf(centroids, cancellationToken, own);
        return new Outcome(own, centroids, [.. sizes], [.. weights], inertia, iterations, converged, nearest.SawTie);
    }

    private void WriteSizes()
    {
        sums.WriteSizes(sizes);
        sums.WriteWeights(weights);
    }

    private void StartAnew()
    {
        nearest.Restart();
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            sums.Forget(chunk);
            chunkChanges[chunk] = NotBegun;
        }
    }

    /// <summary>
    /// Where the sums only followed the rows that changed, adds them up in row order and assigns once more: it is that
    /// rounding the run must settle with.
    /// </summary>
    private int ChangesByRowOrder(double[] centroids, CancellationToken cancellationToken)
    {
        if (sums.AreInRowOrder)
        {
            return 0;
        }

        crew.Run(chunks.Count, addUpChunk, cancellationToken);
        WriteSizes();
        sums.WriteMeans(centroids, sizes, weights);
        return Assign(centroids, gaps: true, cancellationToken);
    }

    private int Assign(double[] centroids, bool gaps, CancellationToken cancellationToken)
    {
        nearest.MoveTo(centroids, gaps);
        crew.Run(chunks.Count, assignChunk, cancellationToken);
        int changes = 0;
        foreach (int changed in chunkChanges)
        {
            changes += changed;
        }

        return changes;
    }

    /// <summary>With one chunk there is nothing to gain from sums that follow, and the rounding stays that of row order.</summary>
    private void AssignChunk(int chunk)
    {
        if (chunkChanges[chunk] == NotBegun)
        {
            if (!rows.AreSettled)
            {
                rows.Fill(chunk);
            }

            labels.Forget(FixedChunks.StartOf(chunk), FixedChunks.StartOf(chunk + 1));
        }

        int rowCount = chunks.EndOf(chunk) - FixedChunks.StartOf(chunk);
        bool moveSums = chunks.Count > 1 && sums.IsCurrent(chunk) && chunkChanges[chunk] <= rowCount / RowsPerChangeToMoveSums;
        chunkChanges[chunk] = nearest.Assign(chunk, moveSums);
        if (!moveSums && (chunkChanges[chunk] > 0 || !sums.IsCurrent(chunk)))
        {
            sums.AddUp(chunk);
        }
    }

    private void LabelChunk(int chunk)
    {
        nearest.Assign(chunk, moveSums: false);
        sums.Weigh(chunk);
    }

    private void AddUpChunk(int chunk)
    {
        if (!sums.IsInRowOrder(chunk))
        {
            sums.AddUp(chunk);
        }
    }

    /// <summary>
    /// Moves the centroid of each empty cluster to the row that is farthest from every centroid, of equally far ones
    /// the first; a row that is alone in its cluster stays there.
    /// </summary>
    /// <param name="before">The centroids that the rows were assigned to.</param>
    /// <param name="centroids">Those that follow; changed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    private void RefillEmptyClusters(double[] before, double[] centroids, CancellationToken cancellationToken)
    {
        int featureCount = matrix.FeatureCount;
        double[] distances = new double[matrix.RowCount];
        crew.Run(chunks.Count, chunk => DistancesTo(before, distances, chunk), cancellationToken);
        for (int cluster = 0; cluster < clusterCount; cluster++)
        {
            if (sizes[cluster] > 0)
            {
                continue;
            }

            int farthest = FarthestRow(distances);
            sizes[labels[farthest]]--;
            sizes[cluster] = 1;
            labels[farthest] = cluster;
            nearest.Forget(farthest);
            sums.Forget(farthest / FixedChunks.RowsPerChunk);
            double[] seat = matrix.Row(farthest).ToArray();
            seat.CopyTo(centroids.AsSpan(cluster * featureCount));
            for (int row = 0; row < distances.Length; row++)
            {
                distances[row] = Math.Min(distances[row], SquaredDistance.Between(matrix.Row(row), seat));
            }
        }
    }

    private void DistancesTo(double[] centroids, double[] distances, int chunk)
    {
        int featureCount = matrix.FeatureCount;
        for (int row = FixedChunks.StartOf(chunk); row < chunks.EndOf(chunk); row++)
        {
            distances[row] = SquaredDistance.Between(matrix.Row(row), centroids.AsSpan(labels[row] * featureCount, featureCount));
        }
    }

    private int FarthestRow(double[] distances)
    {
        int farthest = -1;
        for (int row = 0; row < distances.Length; row++)
        {
            if (sizes[labels[row]] > 1 && (farthest < 0 || distances[row] > distances[farthest]))
            {
                farthest = row;
            }
        }

        return farthest;
    }

    /// <summary>The inertia; on the way, while they are at hand, the labels are copied to <paramref name="copy"/>.</summary>
    private double InertiaOf(double[] centroids, CancellationToken cancellationToken, int[]? copy = null)
    {
        double[] partial = new double[chunks.Count];
        crew.Run(
            chunks.Count,
            chunk =>
            {
                partial[chunk] = labels.AreBytes ? InertiaOf<ByteLabels>(centroids, chunk) : InertiaOf<IntLabels>(centroids, chunk);
                if (copy is not null)
                {
                    labels.CopyTo(FixedChunks.StartOf(chunk), LabelsOf(copy, chunk));
                }
            },
            cancellationToken);
        return FixedChunks.InOrder(partial);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double InertiaOf<TWidth>(double[] centroids, int chunk)
        where TWidth : struct, ILabelWidth
    {
        int featureCount = matrix.FeatureCount;
        ref double values = ref matrix.ValueArray[FixedChunks.StartOf(chunk) * featureCount];
        ref byte rowLabels = ref labels.Start;
        int row = FixedChunks.StartOf(chunk);
        int end = chunks.EndOf(chunk);
        double sum = 0;
        for (; row <= end - Vector256<double>.Count; row += Vector256<double>.Count)
        {
            MemoryAhead.Ask(ref values, Vector256<double>.Count * featureCount);
            Vector256<double> distances = SquaredDistance.OfFour(
                ref values,
                ref CentroidOf(ref rowLabels, row),
                ref CentroidOf(ref rowLabels, row + 1),
                ref CentroidOf(ref rowLabels, row + 2),
                ref CentroidOf(ref rowLabels, row + 3),
                featureCount);
            sum += matrix.WeightOf(row) * distances[0];
            sum += matrix.WeightOf(row + 1) * distances[1];
            sum += matrix.WeightOf(row + 2) * distances[2];
            sum += matrix.WeightOf(row + 3) * distances[3];
            values = ref Unsafe.Add(ref values, Vector256<double>.Count * featureCount);
        }

        for (; row < end; row++)
        {
            sum += matrix.WeightOf(row) * SquaredDistance.Between(matrix.Row(row), centroids.AsSpan(labels[row] * featureCount, featureCount));
        }

        return sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        ref double CentroidOf(ref byte rowLabels, int ofRow) => ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(centroids),
            (nint)TWidth.Read(ref rowLabels, ofRow) * featureCount);
    }
}
