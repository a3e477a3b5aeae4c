namespace Segmentation;

/// <summary>What a tree is made from: the rows in the units that thresholds shall have, and where they were clustered.</summary>
internal sealed class RuleRows
{
    private readonly double[] centroidValues;
    private readonly IReadOnlyList<FittedFeature>? fitted;

    private RuleRows(
        NumericColumn[] features, double[] centroidValues, IReadOnlyList<FittedFeature>? fitted, FeatureMatrix matrix, ClusterModel model)
    {
        CheckLabels(matrix, model);
        if (matrix.RowWeights.Length > 0)
        {
            throw new ArgumentException("Rules count customers, so rows cannot carry weights.", nameof(matrix));
        }

        Features = features;
        this.centroidValues = centroidValues;
        this.fitted = fitted;
        Matrix = matrix;
        Centroids = model.Centroids;
        Labels = model.LabelArray;
        Sizes = model.Sizes;
    }

    /// <summary>d columns of n numbers, none missing, in the units of the thresholds.</summary>
    public NumericColumn[] Features { get; }

    /// <summary>The words for each feature that is only ever 0 or 1; null for any other.</summary>
    public IReadOnlyList<BinaryWords?> Binary { get; private init; } = [];

    /// <summary>The rows in the clustered space.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The centroids in the clustered space.</summary>
    public FeatureMatrix Centroids { get; }

    /// <summary>The cluster of each row.</summary>
    public int[] Labels { get; }

    /// <summary>The rows in each cluster.</summary>
    public IReadOnlyList<int> Sizes { get; }

    public int RowCount => Matrix.RowCount;

    public int ClusterCount => Centroids.RowCount;

    /// <summary>A centroid's coordinate in the unit of the thresholds.</summary>
    public double CentroidValue(int cluster, int feature) => centroidValues[(cluster * Features.Length) + feature];

    /// <summary>The distance between two numbers of a feature, in the unit of the thresholds, in the clustered space.</summary>
    public double Gap(int feature, double low, double high) => fitted is null ? high - low : fitted[feature].ScaledGap(low, high);

    /// <summary>The squared distance from a row to a centroid in the clustered space.</summary>
    public double Distance(int row, int cluster) => SquaredDistance.Between(Matrix.Row(row), Centroids.Row(cluster));

    /// <exception cref="ArgumentException">The model is of other rows.</exception>
    public static void CheckLabels(FeatureMatrix matrix, ClusterModel model)
    {
        if (model.Labels.Length != matrix.RowCount)
        {
            throw new ArgumentException($"The model has {model.Labels.Length} labels, but there are {matrix.RowCount} rows.", nameof(model));
        }

        KMeansModel.CheckFeatures(model.Centroids.FeatureNames, matrix);
    }

    /// <summary>Rows whose thresholds shall have the unit of the matrix.</summary>
    public static RuleRows Of(FeatureMatrix matrix, ClusterModel model)
    {
        NumericColumn[] features = new NumericColumn[matrix.FeatureCount];
        for (int feature = 0; feature < features.Length; feature++)
        {
            double[] values = new double[matrix.RowCount];
            for (int row = 0; row < values.Length; row++)
            {
                values[row] = matrix.Row(row)[feature];
            }

            features[feature] = new NumericColumn(matrix.FeatureNames[feature], values);
        }

        return new RuleRows(features, model.Centroids.Values.ToArray(), null, matrix, model) { Binary = new BinaryWords?[features.Length] };
    }

    /// <summary>Rows whose thresholds shall have the units of the table; a missing cell is what it was filled with.</summary>
    public static RuleRows Of(CustomerTable table, FittedPreprocessor preprocessor, PreparedData prepared, ClusterModel model)
    {
        NumericColumn[] features =
            [.. preprocessor.Features.Select((feature, j) => Clustered(feature.NumbersOf(table), feature, j, prepared))];
        double[] centroidValues = preprocessor.InverseTransform(model.Centroids).Values.ToArray();
        return new RuleRows(features, centroidValues, preprocessor.Features, prepared.Matrix, model)
        {
            Binary = [.. features.Select((numbers, j) => BinaryWords.Of(preprocessor.Features[j], numbers, table))],
        };
    }

    /// <summary>The column's cells of the rows that were clustered; the column itself where that is all of them.</summary>
    private static NumericColumn Clustered(NumericColumn column, FittedFeature feature, int index, PreparedData prepared)
    {
        NumericColumn taken = prepared.Dropped.Count == 0 ? column : (NumericColumn)column.Take(prepared.Rows);
        if (taken.MissingCount == 0)
        {
            return taken;
        }

        double[] values =
            [.. taken.Values.ToArray().Select((value, row) => double.IsNaN(value) ? feature.Filled(prepared.Matrix.Row(row)[index]) : value)];
        return new NumericColumn(column.Name, values);
    }
}
