namespace Segmentation;

/// <summary>
/// Lloyd's algorithm over a stream: what <see cref="KMeans.FitFrom"/> does with a matrix, bit for bit, without a label or
/// a distance kept. That no label changed shows in the centroids, which then stay where they are.
/// </summary>
internal sealed class StreamedLloyd(StreamedAssignment assignment, int maxIterations, double tolerance)
{
    /// <summary>What a run ends with.</summary>
    public sealed record Outcome(double[] Centroids, StreamedTotals Totals, int Iterations, bool Converged);

    /// <summary>Runs from the given centroids and numbers the clusters by falling size, ties by centroid.</summary>
    public Outcome Run(double[] start, CancellationToken cancellationToken)
    {
        Outcome outcome = Iterate(start, cancellationToken);
        bool settled = outcome.Converged && tolerance == 0;
        for (int i = 0; i < ClusterOrder.MostChanges; i++)
        {
            int[] order = ClusterOrder.Of(outcome.Centroids, outcome.Totals.Sizes);
            if (ClusterOrder.IsInPlace(order))
            {
                break;
            }

            outcome = Reordered(outcome, order, settled, cancellationToken);
        }

        return outcome;
    }

    /// <summary>
    /// A row equally near to two centroids belongs to the one with the lower number, so a new order can move such rows; where
    /// there is none, nothing moves and no pass is needed to know it.
    /// </summary>
    private Outcome Reordered(Outcome outcome, int[] order, bool settled, CancellationToken cancellationToken)
    {
        double[] centroids = ClusterOrder.Apply(order, outcome.Centroids);
        if (!outcome.Totals.HasTies)
        {
            return outcome with { Centroids = centroids, Totals = outcome.Totals.InOrder(order) };
        }

        if (!settled)
        {
            return outcome with { Centroids = centroids, Totals = Look(centroids, outcome.Totals, cancellationToken) };
        }

        // Two iterations find out that nothing moves; what is beyond them counts.
        Outcome again = Iterate(centroids, cancellationToken);
        return again with { Iterations = outcome.Iterations + Math.Max(0, again.Iterations - 2) };
    }

    private Outcome Iterate(double[] start, CancellationToken cancellationToken)
    {
        double[] centroids = [.. start];
        StreamedTotals? before = null;
        bool refilled = false;
        for (int iteration = 1; iteration <= maxIterations; iteration++)
        {
            double[] looked = [.. centroids];
            StreamedTotals totals = Look(looked, before, cancellationToken);
            bool little = tolerance > 0 && before is not null && before.Inertia - totals.Inertia < tolerance * totals.Inertia;
            Move(centroids, totals);
            bool wasRefilled = refilled;
            refilled = Array.IndexOf(totals.Sizes, 0) >= 0;
            if (refilled)
            {
                RefillEmptyClusters(centroids, looked, [.. totals.Sizes], cancellationToken);
            }
            else if (centroids.AsSpan().SequenceEqual(looked))
            {
                // Labels count as changed in the first iteration and after a refill: one more would find them the same.
                int last = little || (iteration > 1 && !wasRefilled) ? iteration : iteration + 1;
                return new Outcome(centroids, totals, Math.Min(last, maxIterations), last <= maxIterations);
            }
            else if (little)
            {
                return new Outcome(centroids, Look(centroids, totals, cancellationToken), iteration, true);
            }

            before = totals;
        }

        return new Outcome(centroids, Look(centroids, before, cancellationToken), maxIterations, false);
    }

    private StreamedTotals Look(double[] centroids, StreamedTotals? before, CancellationToken cancellationToken) =>
        assignment.Totals(centroids, before?.Inertia, cancellationToken);

    /// <summary>Moves every centroid that has rows to their mean; one without stays where it is.</summary>
    private static void Move(double[] centroids, StreamedTotals totals)
    {
        int featureCount = centroids.Length / totals.Sizes.Length;
        for (int i = 0; i < centroids.Length; i++)
        {
            double size = totals.Sizes[i / featureCount];
            centroids[i] = size == 0 ? centroids[i] : totals.Sums[i] / size;
        }
    }

    /// <summary>Moves the centroid of each empty cluster to the row that is farthest from every centroid.</summary>
    private void RefillEmptyClusters(double[] centroids, double[] looked, double[] sizes, CancellationToken cancellationToken)
    {
        List<StreamedSeat> seats = [];
        for (int cluster = 0; cluster < sizes.Length; cluster++)
        {
            if (sizes[cluster] > 0)
            {
                continue;
            }

            StreamedSeat seat = assignment.Farthest(looked, seats, sizes, cancellationToken);
            sizes[seat.Cluster]--;
            sizes[cluster] = 1;
            seats.Add(seat with { Cluster = cluster });
            seat.Values.CopyTo(centroids, cluster * seat.Values.Length);
        }
    }
}
