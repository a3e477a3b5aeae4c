using System.Text.Json.Serialization;
using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// Turns tables into feature matrices the way it learned from one table, and back. All that it knows is in
/// <see cref="Features"/>, so that one made from saved features does exactly the same.
/// </summary>
public sealed partial class FittedPreprocessor
{
    /// <summary>Makes one from what is known of its features.</summary>
    /// <param name="features">At least one feature, each with a name of its own.</param>
    /// <param name="scaling">How centers and scales were found.</param>
    /// <param name="excluded">Why columns were left out, a sentence each; null for none.</param>
    /// <exception cref="ArgumentException">
    /// There is no feature, a name stands twice, a center or fill value is not finite, or a scale or weight is not
    /// positive and finite.
    /// </exception>
    public FittedPreprocessor(
        IReadOnlyList<FittedFeature> features, Scaling scaling, IReadOnlyList<string>? excluded = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        Features = [.. features];
        Scaling = scaling;
        Excluded = [.. excluded ?? []];
        if (Features.Count == 0)
        {
            throw new ArgumentException("A preprocessor needs at least one feature.");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (FittedFeature feature in Features)
        {
            if (!names.Add(feature.Name))
            {
                throw new ArgumentException($"Feature '{feature.Name}' is listed twice.");
            }

            CheckNumber(feature, "center", feature.Center, mustBePositive: false);
            CheckNumber(feature, "scale", feature.Scale, mustBePositive: true);
            CheckNumber(feature, "weight", feature.Weight, mustBePositive: true);
            CheckNumber(feature, "fill value", feature.FillValue ?? 0, mustBePositive: false);
        }
    }

    /// <summary>The features, in the order of the matrix's columns.</summary>
    public IReadOnlyList<FittedFeature> Features { get; }

    /// <summary>The features' names, in the same order.</summary>
    public IReadOnlyList<string> FeatureNames => [.. Features.Select(feature => feature.Name)];

    /// <summary>How centers and scales were found.</summary>
    public Scaling Scaling { get; }

    /// <summary>The table's columns that the features are made of, each once, in the order of the features.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> ColumnNames => [.. Features.Select(feature => feature.Column).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The centroids, k x d on the features' scale, that fill missing cells: a row goes to the one that is nearest in the
    /// features that it has, and takes the rest from it (<see cref="MissingValues.KPod"/>). Null where rows are dropped or
    /// filled by <see cref="FittedFeature.FillValue"/>.
    /// </summary>
    [JsonIgnore]
    public FeatureMatrix? FillCentroids { get; private init; }

    /// <summary>The columns that were left out without having been told to, a sentence each that says why.</summary>
    public IReadOnlyList<string> Excluded { get; }

    /// <summary>The same with their columns, where this was fitted and not read from a file.</summary>
    internal IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>Scales and weights the features of a table, which may be another one than was fitted.</summary>
    /// <exception cref="ArgumentException">A feature's column is not in the table, or is of another kind.</exception>
    /// <exception cref="DataException">A value is so large that squared differences overflow.</exception>
    public PreparedData Transform(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (FillCentroids is not null)
        {
            return TransformPartly(table).FilledFrom(FillCentroids);
        }

        EncodedTable encoded = new(table, Features);
        List<DroppedRow> dropped = [];
        int[] rows = encoded.RowsLackingNone(j => Features[j].FillValue is null, dropped);
        double[] values = Scaled(encoded, rows);
        return new PreparedData(FeatureMatrix.Owning(FeatureNames, values), rows, dropped, UnseenLevels(table));
    }

    /// <summary>
    /// Scales and weights the features of a table and leaves missing cells missing, whatever
    /// <see cref="FittedFeature.FillValue"/> says. Rows without any feature are dropped.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Transform"/>.</exception>
    /// <exception cref="DataException">As for <see cref="Transform"/>.</exception>
    public PartlyPreparedData TransformPartly(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        EncodedTable encoded = new(table, Features);
        List<DroppedRow> dropped = [];
        int[] rows = encoded.RowsWithAny(dropped);
        double[] values = Scaled(encoded, rows, keepMissing: true);
        return new PartlyPreparedData(new PartialMatrix(values, FeatureNames), rows, dropped, UnseenLevels(table));
    }

    /// <summary>The same, but missing cells are filled from the nearest of these centroids.</summary>
    /// <param name="centroids">k x d on the features' scale, with the same features in the same order.</param>
    /// <exception cref="ArgumentException">The features are others, or there is no centroid.</exception>
    public FittedPreprocessor FillingFrom(FeatureMatrix centroids)
    {
        ArgumentNullException.ThrowIfNull(centroids);
        CheckFeatures(centroids);
        return centroids.RowCount == 0
            ? throw new ArgumentException("There is no centroid to fill missing cells from.", nameof(centroids))
            : new FittedPreprocessor(Features, Scaling, Excluded) { Exclusions = Exclusions, FillCentroids = centroids };
    }

    /// <summary>The table and a column of days for each date that was clustered, so that segments can be described by it.</summary>
    internal CustomerTable WithAges(CustomerTable table)
    {
        NumericColumn[] ages =
        [
            .. Features.Where(feature => feature.Encoding is AgeEncoding && !table.Contains(feature.Name)).Select(feature => feature.NumbersOf(table)),
        ];
        return ages.Length == 0 ? table : new CustomerTable([.. table.Columns, .. ages], table.Id?.Name, table.LoadReport) { Lines = table.Lines, RowNumbers = table.RowNumbers };
    }

    /// <summary>
    /// Takes scaled numbers, such as centroids, back to original units (see <see cref="FittedFeature.ToOriginal"/>); row
    /// weights are kept.
    /// </summary>
    /// <param name="scaled">A matrix with the same features in the same order.</param>
    /// <exception cref="ArgumentException">The features are others.</exception>
    public FeatureMatrix InverseTransform(FeatureMatrix scaled)
    {
        ArgumentNullException.ThrowIfNull(scaled);
        CheckFeatures(scaled);
        double[] values = new double[scaled.Values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Features[i % Features.Count].ToOriginal(scaled.Values[i]);
        }

        return new FeatureMatrix(FeatureNames, values, scaled.RowWeights.ToArray());
    }

    /// <summary>The rows' features on their scales, row after row.</summary>
    private double[] Scaled(EncodedTable encoded, int[] rows, bool keepMissing = false)
    {
        double[] values = new double[checked(rows.Length * Features.Count)];
        double limit = SafeMagnitude.Of(rows.Length, Features.Count);
        for (int j = 0; j < Features.Count; j++)
        {
            FittedFeature feature = Features[j];
            double fill = keepMissing ? double.NaN : feature.FillValue ?? double.NaN;
            ReadOnlySpan<double> cells = encoded.Columns[j].Values;
            for (int i = 0; i < rows.Length; i++)
            {
                double cell = cells[rows[i]];
                double number = double.IsNaN(cell) ? fill : cell;
                double value = feature.ToScaled(number);
                if (!(Math.Abs(value) <= limit) && !(keepMissing && double.IsNaN(cell)))
                {
                    throw SafeMagnitude.Exceeded(limit, feature.Name, value, encoded.Table, rows[i], " after scaling and weighting");
                }

                values[(i * Features.Count) + j] = value;
            }
        }

        return values;
    }

    /// <summary>The levels that no feature of their column knows.</summary>
    internal IReadOnlyList<UnseenLevel> UnseenLevels(CustomerTable table)
    {
        List<UnseenLevel> unseen = [];
        foreach (IGrouping<string, FittedFeature> column in Features
            .Where(feature => feature.Encoding is { IsLevel: true }).GroupBy(feature => feature.Column, StringComparer.Ordinal))
        {
            OtherLevelsEncoding? other = column.Select(feature => feature.Encoding).OfType<OtherLevelsEncoding>().FirstOrDefault();
            HashSet<string> known = new(
                [.. column.Select(feature => feature.Encoding).OfType<LevelEncoding>().Select(level => level.Level), .. other?.Kept ?? [], .. other?.Pooled ?? []],
                StringComparer.Ordinal);
            CellLevels levels = CellLevels.Of(table[column.Key]);
            int[] counts = levels.Counts();
            unseen.AddRange(Enumerable.Range(0, counts.Length)
                .Where(code => counts[code] > 0 && !known.Contains(levels.Levels[code]))
                .Select(code => new UnseenLevel(column.Key, levels.Levels[code], counts[code], other is not null))
                .OrderBy(level => level.Level, StringComparer.Ordinal));
        }

        return unseen;
    }

    private void CheckFeatures(FeatureMatrix matrix)
    {
        if (!matrix.FeatureNames.SequenceEqual(FeatureNames, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The matrix has the features {string.Join(", ", matrix.FeatureNames)}, but the preprocessor was fitted to {string.Join(", ", FeatureNames)}.");
        }
    }

    private static void CheckNumber(FittedFeature feature, string what, double value, bool mustBePositive)
    {
        if (!double.IsFinite(value) || (mustBePositive && value <= 0))
        {
            string right = mustBePositive ? "a positive finite number" : "a finite number";
            throw new ArgumentException(Invariant($"The {what} of feature '{feature.Name}' is {value}, but must be {right}."));
        }
    }
}
