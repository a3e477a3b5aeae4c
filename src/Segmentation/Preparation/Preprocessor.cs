using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// How a table becomes a feature matrix: which columns, on what scale, with what weight. It holds options and no data;
/// <see cref="Fit"/> learns the centers and scales from a table.
/// </summary>
public sealed record Preprocessor
{
    /// <summary>
    /// The numeric columns to use, in this order. By default (null) all that are not ids: neither of kind
    /// <see cref="ColumnKind.Id"/> nor, by <see cref="IdLikeness"/>, looking like ids. A column named here is used
    /// whatever it looks like.
    /// </summary>
    /// <exception cref="ArgumentException">The list is empty, or names a column twice.</exception>
    public IReadOnlyList<string>? Features
    {
        get;
        init => field = value is null ? null : Checked(value);
    }

    /// <summary>How features are brought to a common scale; standard by default.</summary>
    public Scaling Scaling { get; init => field = Defined(value, nameof(Scaling)); } = Scaling.Standard;

    /// <summary>What becomes of rows that lack a feature; dropped by default.</summary>
    public MissingValues Missing { get; init => field = Defined(value, nameof(Missing)); } = MissingValues.DropRows;

    /// <summary>What becomes of features that tell no customers apart; refused by default.</summary>
    public ConstantFeatures ConstantFeatures
    {
        get;
        init => field = Defined(value, nameof(ConstantFeatures));
    } = ConstantFeatures.Refuse;

    /// <summary>
    /// How much features count: the scaled feature is multiplied by its weight, so its squared distances count
    /// weight^2 times. A feature that is not named weighs 1.
    /// </summary>
    /// <exception cref="ArgumentException">A weight is not a positive finite number.</exception>
    public IReadOnlyDictionary<string, double> Weights
    {
        get;
        init => field = Checked(value);
    } = new Dictionary<string, double>();

    /// <summary>
    /// Learns centers, scales and fill values from a table: under <see cref="MissingValues.DropRows"/> from the rows that
    /// have all features, otherwise for each feature from the rows that have it. The order of the rows does not change a
    /// bit of them.
    /// </summary>
    /// <remarks>
    /// A feature counts as constant when its values are the same up to ten machine epsilons of their magnitude, so that
    /// 0.1 + 0.2 beside 0.3 is not blown up to unit variance (scikit-learn has such a rule in its scalers).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A feature or a weight names no column, or one that is not numeric; the message lists those that there are.
    /// </exception>
    /// <exception cref="DataException">
    /// The table has no rows or no usable column, no row has all features, a feature is constant, or a value is so large
    /// that squared differences overflow.
    /// </exception>
    public FittedPreprocessor Fit(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.RowCount == 0)
        {
            throw new DataException("The table has no rows; preparing features needs at least two customers.");
        }

        List<string> excluded = [];
        IReadOnlyList<NumericColumn> chosen = Features is null
            ? FeatureChoice.NotIds(table, excluded)
            : [.. Features.Select(table.Numeric)];
        CheckWeightsNameFeatures(chosen);
        IReadOnlyList<NumericColumn> columns = FeatureChoice.Informative(chosen, Missing, ConstantFeatures, excluded);
        int[] rows = FeatureChoice.TrainingRows(columns, Missing);
        (FittedFeature Feature, double Largest)[] features = FittedFeatures(table, columns, rows);
        FittedPreprocessor fitted = new([.. features.Select(feature => feature.Feature)], Scaling, excluded);
        if (!features.All(feature => feature.Largest <= SafeMagnitude.Of(rows.Length, features.Length)))
        {
            // What cannot be transformed is refused here, before anything is built on it.
            fitted.Transform(table);
        }

        return fitted;
    }

    private (FittedFeature Feature, double Largest)[] FittedFeatures(
        CustomerTable table, IReadOnlyList<NumericColumn> columns, int[] rows)
    {
        double limit = SafeMagnitude.Of(rows.Length, columns.Count);
        foreach (NumericColumn column in columns)
        {
            foreach (int row in rows)
            {
                if (Math.Abs(column[row]) > limit)
                {
                    throw SafeMagnitude.Exceeded(limit, column.Name, column[row], table, row, string.Empty);
                }
            }
        }

        // Each column by itself, so that it does not matter how many are worked on at a time.
        (FittedFeature, double)[] features = new (FittedFeature, double)[columns.Count];
        FixedChunks.Run(features.Length, Environment.ProcessorCount, i => features[i] = Fitted(columns[i], rows), CancellationToken.None);
        return features;
    }

    /// <summary>The feature, and the largest magnitude that its transformed cells have: of the smallest or the largest one.</summary>
    private (FittedFeature Feature, double Largest) Fitted(NumericColumn column, int[] rows)
    {
        double[] sorted = (rows.Length == column.RowCount ? column : (NumericColumn)column.Take(rows)).PresentValues();
        NumberSorting.Sort(sorted);
        Moments moments = Moments.OfSorted(sorted);
        double median = Quantiles.OfSorted(sorted, 0.5);
        (double center, double scale) = Scaling switch
        {
            Scaling.Standard => (moments.Mean, moments.PopulationDeviation),
            Scaling.MinMax => (sorted[0], sorted[^1] - sorted[0]),
            Scaling.Robust => (median, RobustScale(sorted, moments)),
            _ => (0, 1),
        };
        double? fillValue = Missing switch
        {
            MissingValues.FillMedian => median,
            MissingValues.FillMean => moments.Mean,
            _ => null,
        };
        FittedFeature feature = new(column.Name, center, scale, Weights.GetValueOrDefault(column.Name, 1), fillValue);
        double[] extremes = [sorted[0], sorted[^1], fillValue ?? sorted[0]];
        return (feature, extremes.Max(extreme => Math.Abs(feature.ToScaled(extreme))));
    }

    private static double RobustScale(double[] sorted, Moments moments)
    {
        double q1 = Quantiles.OfSorted(sorted, 0.25);
        double q3 = Quantiles.OfSorted(sorted, 0.75);
        return Rounding.SameUpToRounding(q1, q3) ? moments.PopulationDeviation : q3 - q1;
    }

    private void CheckWeightsNameFeatures(IReadOnlyList<NumericColumn> features)
    {
        string[] names = [.. features.Select(feature => feature.Name)];
        foreach (string weighed in Weights.Keys.Order(StringComparer.Ordinal))
        {
            if (!names.Contains(weighed, StringComparer.Ordinal))
            {
                throw new ArgumentException(
                    $"There is a weight for '{weighed}', which is not a feature.{Spelling.DidYouMean(weighed, names)} Features: {string.Join(", ", names)}.");
            }
        }
    }

    private static string[] Checked(IReadOnlyList<string> features)
    {
        if (features.Count == 0)
        {
            throw new ArgumentException($"{nameof(Features)} is empty; name at least one column, or leave it out to use all that are not ids.");
        }

        string? twice = features.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null
            ? [.. features]
            : throw new ArgumentException($"Feature '{twice}' is listed twice in {nameof(Features)}; name it once, and give it a weight to make it count more.");
    }

    private static Dictionary<string, double> Checked(IReadOnlyDictionary<string, double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        foreach ((string feature, double weight) in weights)
        {
            if (!(weight > 0 && double.IsFinite(weight)))
            {
                throw new ArgumentException(
                    Invariant($"The weight of feature '{feature}' is {weight}; {nameof(Weights)} are positive finite numbers. Leave a feature out of {nameof(Features)} to ignore it."));
            }
        }

        return new Dictionary<string, double>(weights, StringComparer.Ordinal);
    }

    private static T Defined<T>(T value, string option)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(
            option, value, $"{option} is one of {string.Join(", ", Enum.GetNames<T>())}.");
}
