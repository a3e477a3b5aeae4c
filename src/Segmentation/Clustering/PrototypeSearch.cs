using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>Labels, and the prototypes that are their means and modes.</summary>
internal sealed record PrototypeRun(int[] Labels, Prototypes Prototypes, double Cost, IReadOnlyList<double> Costs, bool Converged);

/// <summary>The starts and iterations of <see cref="KPrototypes"/>, each on one thread.</summary>
internal sealed class PrototypeSearch(
    MixedMatrix matrix, double gamma, int clusterCount, int maxIterations, CancellationToken cancellationToken)
{
    public PrototypeRun FromLabels(ReadOnlySpan<int> labels) => Iterate(Prototypes.Of(matrix, labels.ToArray(), clusterCount));

    /// <summary>From rows drawn with probability in proportion to the distance to the nearest that was drawn before.</summary>
    public PrototypeRun FromRows(Xoshiro256StarStar random)
    {
        int[] drawn = new int[clusterCount];
        drawn[0] = random.Next(matrix.RowCount);
        double[] nearest = new double[matrix.RowCount];
        Array.Fill(nearest, double.PositiveInfinity);
        for (int cluster = 1; cluster < clusterCount; cluster++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Prototypes last = Prototypes.OfRows(matrix, [drawn[cluster - 1]]);
            double sum = 0;
            for (int row = 0; row < nearest.Length; row++)
            {
                nearest[row] = Math.Min(nearest[row], last.Distance(row, 0, gamma));
                sum += nearest[row];
            }

            drawn[cluster] = Draw(nearest, random.NextDouble() * sum);
        }

        return Iterate(Prototypes.OfRows(matrix, drawn));
    }

    /// <summary>The model, clusters numbered by falling size, ties by centroid; of prototypes equally near to a row the first has it.</summary>
    public KPrototypesModel Numbered(PrototypeRun run)
    {
        for (int i = 0; i < ClusterOrder.MostChanges; i++)
        {
            int[] order = ClusterOrder.Of(run.Prototypes.Centroids, [.. run.Prototypes.Sizes.Select(size => (double)size)]);
            if (ClusterOrder.IsInPlace(order))
            {
                break;
            }

            PrototypeRun settled = Iterate(run.Prototypes.InOrder(order));
            run = settled with { Costs = [.. run.Costs, .. settled.Costs.Skip(1).Where(cost => cost < run.Cost)], Converged = run.Converged && settled.Converged };
        }

        Prototypes prototypes = run.Prototypes;
        (double inertia, int mismatches) = prototypes.CostOf(run.Labels);
        return new KPrototypesModel(
            run.Labels, prototypes.Sizes, FeatureMatrix.Owning(matrix.Numbers.FeatureNames, prototypes.Centroids), inertia,
            prototypes.ModeTexts(), gamma, mismatches, run.Costs, run.Converged);
    }

    private static int Draw(double[] masses, double rest)
    {
        int last = 0;
        for (int row = 0; row < masses.Length; row++)
        {
            if (masses[row] > 0)
            {
                last = row;
                if (rest < masses[row])
                {
                    return row;
                }
            }

            rest -= masses[row];
        }

        return last;
    }

    private PrototypeRun Iterate(Prototypes prototypes)
    {
        int[] labels = Assign(prototypes);
        prototypes = Prototypes.Of(matrix, labels, clusterCount);
        List<double> costs = [Cost(prototypes, labels)];
        for (int iteration = 1; iteration <= maxIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] moved = Assign(prototypes);
            if (moved.AsSpan().SequenceEqual(labels))
            {
                return new PrototypeRun(labels, prototypes, costs[^1], costs, Converged: true);
            }

            (labels, prototypes) = (moved, Prototypes.Of(matrix, moved, clusterCount));
            costs.Add(Cost(prototypes, labels));
        }

        return new PrototypeRun(labels, prototypes, costs[^1], costs, Converged: false);
    }

    /// <summary>The nearest prototype of each row, of equally near ones the first; an empty cluster takes the row that is farthest from its own.</summary>
    private int[] Assign(Prototypes prototypes)
    {
        int[] labels = new int[matrix.RowCount];
        int[] sizes = new int[clusterCount];
        double[] distances = new double[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            distances[row] = double.PositiveInfinity;
            for (int cluster = 0; cluster < clusterCount; cluster++)
            {
                double distance = prototypes.Distance(row, cluster, gamma);
                if (distance < distances[row])
                {
                    (labels[row], distances[row]) = (cluster, distance);
                }
            }

            sizes[labels[row]]++;
        }

        for (int empty = Array.IndexOf(sizes, 0); empty >= 0; empty = Array.IndexOf(sizes, 0))
        {
            int farthest = -1;
            for (int row = 0; row < labels.Length; row++)
            {
                if (sizes[labels[row]] > 1 && (farthest < 0 || distances[row] > distances[farthest]))
                {
                    farthest = row;
                }
            }

            sizes[labels[farthest]]--;
            (labels[farthest], distances[farthest]) = (empty, 0);
            sizes[empty] = 1;
        }

        return labels;
    }

    private double Cost(Prototypes prototypes, int[] labels)
    {
        (double inertia, int mismatches) = prototypes.CostOf(labels);
        return inertia + (gamma * mismatches);
    }
}
