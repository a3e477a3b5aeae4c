namespace Segmentation;

/// <summary>
/// Why each customer is in their segment: what each feature adds to the difference between the squared distances to the
/// nearest other centroid and to their own. Nothing is kept for a customer; a reason is made when it is asked for.
/// </summary>
public sealed class CustomerReasons
{
    private readonly FittedPreprocessor preprocessor;
    private readonly PreparedData prepared;
    private readonly ClusterModel model;
    private readonly NumericColumn[] columns;
    private readonly BinaryWords?[] binary;
    private readonly FeatureMatrix centroids;

    /// <summary>Makes reasons for the customers of a clustering.</summary>
    /// <param name="table">The customers.</param>
    /// <param name="preprocessor">How they became numbers.</param>
    /// <param name="prepared">The numbers that were clustered, made from the table.</param>
    /// <param name="model">The clusters.</param>
    /// <exception cref="ArgumentException">The table lacks a feature, or the model is of other rows.</exception>
    public CustomerReasons(CustomerTable table, FittedPreprocessor preprocessor, PreparedData prepared, ClusterModel model)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(preprocessor);
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(model);
        RuleRows.CheckLabels(prepared.Matrix, model);
        this.preprocessor = preprocessor;
        this.prepared = prepared;
        this.model = model;
        columns = [.. preprocessor.Features.Select(feature => feature.NumbersOf(table))];
        binary = [.. columns.Select((column, j) => BinaryWords.Of(preprocessor.Features[j], column, table))];
        centroids = preprocessor.InverseTransform(model.Centroids);
    }

    /// <summary>The reason for one customer; null for a row that was not clustered.</summary>
    /// <param name="row">The row of the table, 0-based.</param>
    public CustomerReason? Of(int row)
    {
        int place = prepared.Rows.BinarySearch(row);
        if (place < 0)
        {
            return null;
        }

        int own = model.Labels[place];
        ReadOnlySpan<double> customer = prepared.Matrix.Row(place);
        int? next = NearestOther(customer, own);
        return next is int other
            ? new CustomerReason(own + 1, other + 1, Margin(customer, own, other), Pulls(row, customer, own, other))
            : new CustomerReason(own + 1, null, null, []);
    }

    private int? NearestOther(ReadOnlySpan<double> customer, int own)
    {
        int? nearest = null;
        double smallest = double.PositiveInfinity;
        for (int cluster = 0; cluster < model.ClusterCount; cluster++)
        {
            double distance = SquaredDistance.Between(customer, model.Centroids.Row(cluster));
            if (cluster != own && distance < smallest)
            {
                (nearest, smallest) = (cluster, distance);
            }
        }

        return nearest;
    }

    private double Margin(ReadOnlySpan<double> customer, int own, int other)
    {
        double here = Math.Sqrt(SquaredDistance.Between(customer, model.Centroids.Row(own)));
        double there = Math.Sqrt(SquaredDistance.Between(customer, model.Centroids.Row(other)));
        double larger = Math.Max(here, there);
        return larger == 0 ? 0 : (there - here) / larger;
    }

    private FeaturePull[] Pulls(int row, ReadOnlySpan<double> customer, int own, int other)
    {
        FeaturePull[] pulls = new FeaturePull[columns.Length];
        for (int feature = 0; feature < pulls.Length; feature++)
        {
            double here = customer[feature] - model.Centroids.Row(own)[feature];
            double there = customer[feature] - model.Centroids.Row(other)[feature];
            double cell = columns[feature][row];
            bool isMissing = double.IsNaN(cell);
            pulls[feature] = new FeaturePull(
                preprocessor.Features[feature].Name,
                isMissing ? preprocessor.Features[feature].Filled(customer[feature]) : cell,
                isMissing,
                centroids.Row(own)[feature],
                centroids.Row(other)[feature],
                (there * there) - (here * here))
            {
                Binary = binary[feature],
                IsLogarithmic = preprocessor.Features[feature].Encoding is LogEncoding,
            };
        }

        return [.. pulls.OrderByDescending(pull => pull.Pull)];
    }
}
