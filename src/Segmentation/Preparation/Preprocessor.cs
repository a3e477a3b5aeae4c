using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// How a table becomes a feature matrix: which columns, on what scale, with what weight. It holds options and no data;
/// <see cref="Fit"/> learns the centers and scales from a table.
/// </summary>
public sealed record Preprocessor
{
    /// <summary>
    /// The columns to use, in this order: numbers, categories and dates. By default (null) the numeric columns that are not
    /// ids (neither of kind <see cref="ColumnKind.Id"/> nor, by <see cref="IdLikeness"/>, looking like ids) and those that
    /// <see cref="Encodings"/> names, in table order. A column named here is used whatever it looks like.
    /// </summary>
    /// <remarks>
    /// By default, under <see cref="MissingValues.DropRows"/>, columns that would cost most of the rows are left out too: while
    /// fewer than half of the rows have all columns, the one that is missing most often.
    /// </remarks>
    /// <exception cref="ArgumentException">The list is empty, or names a column twice.</exception>
    public IReadOnlyList<string>? Features
    {
        get;
        init => field = value is null ? null : Checked(value);
    }

    /// <summary>
    /// Columns that are never features, such as an outcome to compare the segments by. Default none. To name one among
    /// <see cref="Features"/> or <see cref="Encodings"/> as well is an error.
    /// </summary>
    public IReadOnlyList<string> LeftOutColumns
    {
        get;
        init => field = [.. value ?? throw new ArgumentNullException(nameof(LeftOutColumns))];
    } = [];

    /// <summary>
    /// How a column becomes numbers, by its name. One that is not named is a number as it is; a category becomes a 0/1
    /// feature for each level, a date an age in days.
    /// </summary>
    public IReadOnlyDictionary<string, ColumnEncoding> Encodings
    {
        get;
        init => field = new Dictionary<string, ColumnEncoding>(value ?? throw new ArgumentNullException(nameof(Encodings)), StringComparer.Ordinal);
    } = new Dictionary<string, ColumnEncoding>();

    /// <summary>
    /// The date at which ages are stated. By default (null) each column's own latest date in the training table that is no
    /// placeholder such as 9999-12-31; it is kept in the fitted preprocessor.
    /// </summary>
    public DateTime? AsOf { get; init; }

    /// <summary>
    /// A level of a category with a smaller share than this of the rows that have one is rare; default 0.01, from 0 to below 1.
    /// Rare levels share one feature, "other".
    /// </summary>
    public double MinLevelShare
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinLevelShare), value, "MinLevelShare is a share from 0 to below 1.");
    } = 0.01;

    /// <summary>A level of a category with fewer rows than this is rare, too; default 10, at least 1.</summary>
    public int MinLevelRows
    {
        get;
        init => field = OptionRange.AtLeast(1, value, nameof(MinLevelRows));
    } = 10;

    /// <summary>
    /// How features are brought to a common scale; standard by default. The 0/1 features of a category are divided by their
    /// standard deviation under standard and robust scaling and stay 0/1 otherwise; see <see cref="Weights"/> for how much
    /// they count.
    /// </summary>
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
    /// How much columns count: the scaled feature is multiplied by its column's weight, so its squared distances count
    /// weight^2 times. A column that is not named weighs 1.
    /// </summary>
    /// <remarks>
    /// The L features of a category are multiplied by 1/sqrt(L) as well where they are divided by their deviation, so that
    /// the category has as much variance as one number, and two levels do the same as one standardised 0/1 column; where
    /// they stay 0/1 they are multiplied by 1/sqrt(2), so that customers of different levels are 1 apart. Even so a category
    /// can decide the segments alone: <see cref="PreparationAudit"/> says when.
    /// </remarks>
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
    /// A feature, an encoding or a weight names no column, or one that cannot be encoded so; the message lists those that
    /// there are.
    /// </exception>
    /// <exception cref="DataException">
    /// The table has no rows or no usable column, no row has all features, a feature is constant, a value is so large that
    /// squared differences overflow, an amount to take the logarithm of is negative, a level is not in its order, or a
    /// category has more than 1,000 rare levels.
    /// </exception>
    public FittedPreprocessor Fit(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.RowCount == 0)
        {
            throw new DataException("The table has no rows; preparing features needs at least two customers.");
        }

        List<Exclusion> excluded = [];
        List<TrainingFeature> chosen = FeatureChoice.Chosen(this, table, excluded);
        CheckWeightsNameFeatures([.. chosen.Select(feature => feature.Column).Distinct(StringComparer.Ordinal)]);
        IReadOnlyList<TrainingFeature> columns = FeatureChoice.Informative(chosen, Missing, ConstantFeatures, excluded);
        int[] rows = FeatureChoice.TrainingRows(columns, Missing);
        (FittedFeature Feature, double Largest)[] features = FittedFeatures(table, columns, rows);
        FittedPreprocessor fitted = new(
            LevelFills.Of(columns, [.. features.Select(feature => feature.Feature)], Missing), Scaling, [.. excluded.Select(exclusion => exclusion.Sentence)])
        {
            Exclusions = excluded,
        };
        if (!features.All(feature => feature.Largest <= SafeMagnitude.Of(rows.Length, features.Length)))
        {
            // What cannot be transformed is refused here, before anything is built on it.
            fitted.Transform(table);
        }

        return fitted;
    }

    private (FittedFeature Feature, double Largest)[] FittedFeatures(
        CustomerTable table, IReadOnlyList<TrainingFeature> columns, int[] rows)
    {
        double limit = SafeMagnitude.Of(rows.Length, columns.Count);
        foreach (NumericColumn column in columns.Select(feature => feature.Numbers))
        {
            foreach (int row in rows)
            {
                if (Math.Abs(column[row]) > limit)
                {
                    throw SafeMagnitude.Exceeded(limit, column.Name, column[row], table, row, string.Empty);
                }
            }
        }

        Dictionary<string, int> levels = columns.Where(feature => feature.IsLevel)
            .GroupBy(feature => feature.Column, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

        // Each column by itself, so that it does not matter how many are worked on at a time.
        (FittedFeature, double)[] features = new (FittedFeature, double)[columns.Count];
        FixedChunks.Run(
            features.Length,
            Environment.ProcessorCount,
            i => features[i] = Fitted(columns[i], rows, levels.GetValueOrDefault(columns[i].Column)),
            CancellationToken.None);
        return features;
    }

    /// <summary>The feature, and the largest magnitude that its transformed cells have: of the smallest or the largest one.</summary>
    private (FittedFeature Feature, double Largest) Fitted(TrainingFeature training, int[] rows, int levelCount)
    {
        NumericColumn column = training.Numbers;
        double[] sorted = (rows.Length == column.RowCount ? column : (NumericColumn)column.Take(rows)).PresentValues();
        NumberSorting.Sort(sorted);
        Moments moments = Moments.OfSorted(sorted);
        double median = Quantiles.OfSorted(sorted, 0.5);
        (double center, double scale) = Scaling switch
        {
            Scaling.Standard or Scaling.Robust when training.IsLevel => (moments.Mean, moments.PopulationDeviation),
            _ when training.IsLevel => (0, 1),
            Scaling.Standard => (moments.Mean, moments.PopulationDeviation),
            Scaling.MinMax => (sorted[0], sorted[^1] - sorted[0]),
            Scaling.Robust => (median, RobustScale(sorted, moments)),
            _ => (0, 1),
        };
        double? fillValue = Missing switch
        {
            MissingValues.FillMedian => median,
            MissingValues.FillMean => moments.Mean,
            MissingValues.FillMode => ModeOfSorted(sorted),
            _ => null,
        };
        double weight = Weights.GetValueOrDefault(training.Column, 1);
        if (training.IsLevel)
        {
            weight /= Math.Sqrt(Scaling is Scaling.Standard or Scaling.Robust ? levelCount : 2);
        }

        FittedFeature feature = new(column.Name, center, scale, weight, fillValue) { Encoding = training.Encoding };
        double[] extremes = [sorted[0], sorted[^1], fillValue ?? sorted[0]];
        return (feature, extremes.Max(extreme => Math.Abs(feature.ToScaled(extreme))));
    }

    /// <summary>The most frequent number; of equally frequent ones the smallest.</summary>
    private static double ModeOfSorted(double[] sorted)
    {
        (int start, int longest, double mode) = (0, 0, sorted[0]);
        for (int i = 1; i <= sorted.Length; i++)
        {
            if (i == sorted.Length || sorted[i] != sorted[start])
            {
                if (i - start > longest)
                {
                    (longest, mode) = (i - start, sorted[start]);
                }

                start = i;
            }
        }

        return mode;
    }

    private static double RobustScale(double[] sorted, Moments moments)
    {
        double q1 = Quantiles.OfSorted(sorted, 0.25);
        double q3 = Quantiles.OfSorted(sorted, 0.75);
        return Rounding.SameUpToRounding(q1, q3) ? moments.PopulationDeviation : q3 - q1;
    }

    private void CheckWeightsNameFeatures(string[] names)
    {
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
