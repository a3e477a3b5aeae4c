namespace Segmentation;

/// <summary>One start of k-POD, run to its end.</summary>
/// <param name="Centroids">k x d numbers.</param>
/// <param name="Labels">For each row the centroid that is nearest in the features that it has.</param>
/// <param name="Objectives">The sum of squared distances over the cells that are there, at the start and after each round.</param>
/// <param name="Converged">Whether the last round changed nothing.</param>
/// <param name="ClusterCount">k.</param>
internal sealed record PartialKMeansRun(
    double[] Centroids, int[] Labels, IReadOnlyList<double> Objectives, bool Converged, int ClusterCount)
{
    public double Objective => Objectives[^1];

    private bool IsWhole => ClusterSizes.Count(Labels, ClusterCount).All(size => size > 0);

    /// <summary>Whether this run is to be kept rather than another: one with an empty cluster only for want of a better.</summary>
    public bool IsBetterThan(PartialKMeansRun other)
    {
        bool isWhole = IsWhole;
        return isWhole == other.IsWhole ? Objective < other.Objective : isWhole;
    }

    public static PartialKMeansRun From(
        KMeansModel start, PartialMatrix matrix, PartialKMeans options, Action<int, double>? report, CancellationToken cancellationToken)
    {
        KMeans again = options.Algorithm with { ClusterCount = start.ClusterCount, Tolerance = 0 };
        double[] centroids = start.Centroids.ValueArray;
        (int[] labels, double objective) = matrix.Nearest(centroids);
        List<double> objectives = [objective];
        bool converged = matrix.MissingCount == 0;
        for (int round = 1; round <= options.MaxRounds && !converged; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double[] refitted, int[] moved) = Refit(again, matrix, centroids, labels, cancellationToken);

            // Where filling moves no row any more, its end is the mean of the cells that are there.
            if (moved.AsSpan().SequenceEqual(labels))
            {
                refitted = ObservedMeans(matrix, moved, refitted);
                moved = matrix.Nearest(refitted).Labels;
                converged = moved.AsSpan().SequenceEqual(labels);
            }

            (centroids, labels) = (refitted, moved);
            objectives.Add(matrix.Nearest(centroids).Objective);
            report?.Invoke(round, objectives[^1]);
        }

        return new PartialKMeansRun(centroids, labels, objectives, matrix.MissingCount == 0 ? start.Converged : converged, start.ClusterCount);
    }

    /// <summary>
    /// The model, its clusters numbered by falling size, ties by centroid. A row equally near to two centroids belongs to the
    /// one with the lower number, so a new order can move such rows: where the run had settled it goes on from there.
    /// </summary>
    public PartialKMeansModel Numbered(PartialMatrix matrix)
    {
        (double[] centroids, int[] labels) = (Centroids, Labels);
        List<double> objectives = [.. Objectives];
        for (int i = 0; i < ClusterOrder.MostChanges; i++)
        {
            int[] order = ClusterOrder.Of(centroids, [.. ClusterSizes.Count(labels, ClusterCount).Select(size => (double)size)]);
            if (ClusterOrder.IsInPlace(order))
            {
                break;
            }

            int[] before = [.. labels.Select(label => Array.IndexOf(order, label))];
            centroids = ClusterOrder.Apply(order, centroids);
            labels = matrix.Nearest(centroids).Labels;
            for (int round = 0; Converged && round < ClusterOrder.MostChanges && !labels.AsSpan().SequenceEqual(before); round++)
            {
                before = labels;
                centroids = ObservedMeans(matrix, labels, centroids);
                (labels, double objective) = matrix.Nearest(centroids);
                objectives.Add(objective);
            }
        }

        FeatureMatrix filled = matrix.Filled((row, j) => centroids[(labels[row] * matrix.FeatureCount) + j]);
        KMeansModel model = new(
            labels, ClusterSizes.Count(labels, ClusterCount), FeatureMatrix.Owning(matrix.FeatureNames, centroids), objectives[^1], objectives.Count - 1, Converged);
        return new PartialKMeansModel(model, filled, objectives);
    }

    /// <summary>Fills the gaps from each row's centroid, and clusters the filled rows from the centroids.</summary>
    private static (double[] Centroids, int[] Labels) Refit(
        KMeans algorithm, PartialMatrix matrix, double[] centroids, int[] labels, CancellationToken cancellationToken)
    {
        FeatureMatrix filled = matrix.Filled((row, j) => centroids[(labels[row] * matrix.FeatureCount) + j]);
        KMeansModel model = algorithm.FitFrom(filled, FeatureMatrix.Owning(matrix.FeatureNames, centroids), null, cancellationToken);
        return (model.Centroids.ValueArray, matrix.Nearest(model.Centroids.Values).Labels);
    }

    /// <summary>The mean of each cluster's cells that are there; where there are none, the number that the centroid has.</summary>
    private static double[] ObservedMeans(PartialMatrix matrix, int[] labels, double[] centroids)
    {
        double[] means = new double[centroids.Length];
        int[] counts = new int[centroids.Length];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            ReadOnlySpan<double> cells = matrix.Row(row);
            for (int j = 0; j < cells.Length; j++)
            {
                if (!double.IsNaN(cells[j]))
                {
                    means[(labels[row] * cells.Length) + j] += cells[j];
                    counts[(labels[row] * cells.Length) + j]++;
                }
            }
        }

        for (int i = 0; i < means.Length; i++)
        {
            means[i] = counts[i] == 0 ? centroids[i] : means[i] / counts[i];
        }

        return means;
    }
}
