namespace Segmentation;

/// <summary>Rows of features of which some are missing: n x d, row-major; a missing cell is <see cref="double.NaN"/>.</summary>
public sealed class PartialMatrix
{
    private readonly double[] values;

    /// <summary>Makes a matrix.</summary>
    /// <param name="featureNames">d names.</param>
    /// <param name="values">n x d numbers, row after row, copied; NaN where missing.</param>
    /// <exception cref="ArgumentException">
    /// There is no feature, the lengths do not fit, a number is infinite, or a row or a feature has no number at all.
    /// </exception>
    public PartialMatrix(IReadOnlyList<string> featureNames, ReadOnlySpan<double> values)
        : this(values.ToArray(), featureNames)
    {
        for (int j = 0; j < FeatureCount && RowCount > 0; j++)
        {
            if (Enumerable.Range(0, RowCount).All(row => double.IsNaN(this.values[(row * FeatureCount) + j])))
            {
                throw new ArgumentException($"Feature '{FeatureNames[j]}' is missing in every row.", nameof(values));
            }
        }

        for (int row = 0; row < RowCount; row++)
        {
            if (Enumerable.Range(0, FeatureCount).All(j => double.IsNaN(this.values[(row * FeatureCount) + j])))
            {
                throw new ArgumentException($"Row {row} has no feature at all.", nameof(values));
            }
        }
    }

    internal PartialMatrix(double[] values, IReadOnlyList<string> featureNames)
    {
        ArgumentNullException.ThrowIfNull(featureNames);
        if (featureNames.Count == 0)
        {
            throw new ArgumentException("A matrix needs at least one feature.", nameof(featureNames));
        }

        if (values.Length % featureNames.Count != 0)
        {
            throw new ArgumentException($"{values.Length} numbers do not fill rows of {featureNames.Count} features.", nameof(values));
        }

        if (Array.Exists(values, double.IsInfinity))
        {
            throw new ArgumentException("A number is infinite; a cell is a finite number or missing (NaN).", nameof(values));
        }

        this.values = values;
        FeatureNames = [.. featureNames];
        FeatureCount = featureNames.Count;
        RowCount = values.Length / FeatureCount;
        MissingCount = values.Count(double.IsNaN);
    }

    /// <summary>The features' names, d of them.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The number of features, d.</summary>
    public int FeatureCount { get; }

    /// <summary>The number of rows, n.</summary>
    public int RowCount { get; }

    /// <summary>The number of missing cells.</summary>
    public int MissingCount { get; }

    /// <summary>All cells, row after row.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The d cells of a row.</summary>
    /// <param name="row">0-based.</param>
    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * FeatureCount, FeatureCount);

    /// <summary>The cells with each missing one replaced by its feature's mean over the rows that have it.</summary>
    public FeatureMatrix FilledByMeans()
    {
        double[] means = new double[FeatureCount];
        int[] counts = new int[FeatureCount];
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                means[i % FeatureCount] += values[i];
                counts[i % FeatureCount]++;
            }
        }

        for (int j = 0; j < FeatureCount; j++)
        {
            means[j] /= Math.Max(1, counts[j]);
        }

        return Filled((_, j) => means[j]);
    }

    /// <summary>The cells with each missing one replaced by what is given for its row and feature.</summary>
    internal FeatureMatrix Filled(Func<int, int, double> fill)
    {
        double[] filled = [.. values];
        for (int i = 0; i < filled.Length; i++)
        {
            if (double.IsNaN(filled[i]))
            {
                filled[i] = fill(i / FeatureCount, i % FeatureCount);
            }
        }

        return FeatureMatrix.Owning(FeatureNames, filled);
    }

    /// <summary>For each row the centroid that is nearest in the features that it has; of equally near ones, the first.</summary>
    /// <param name="centroids">k x d numbers.</param>
    /// <returns>The labels, and the sum of the squared distances over the cells that are there, in row order.</returns>
    internal (int[] Labels, double Objective) Nearest(ReadOnlySpan<double> centroids)
    {
        int[] labels = new int[RowCount];
        double objective = 0;
        for (int row = 0; row < RowCount; row++)
        {
            double smallest = double.PositiveInfinity;
            for (int cluster = 0; cluster < centroids.Length / FeatureCount; cluster++)
            {
                double distance = ObservedDistance(Row(row), centroids.Slice(cluster * FeatureCount, FeatureCount));
                if (distance < smallest)
                {
                    (labels[row], smallest) = (cluster, distance);
                }
            }

            objective += smallest;
        }

        return (labels, objective);
    }

    /// <summary>The squared distance over the cells that are there.</summary>
    internal static double ObservedDistance(ReadOnlySpan<double> row, ReadOnlySpan<double> centroid)
    {
        double sum = 0;
        for (int j = 0; j < row.Length; j++)
        {
            double difference = row[j] - centroid[j];
            sum += double.IsNaN(difference) ? 0 : difference * difference;
        }

        return sum;
    }
}
