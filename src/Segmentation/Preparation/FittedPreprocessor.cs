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

    /// <summary>The columns that were left out without having been told to, a sentence each that says why.</summary>
    public IReadOnlyList<string> Excluded { get; }

    /// <summary>Scales and weights the features of a table, which may be another one than was fitted.</summary>
    /// <exception cref="ArgumentException">A feature is no column of the table, or is not numeric.</exception>
    /// <exception cref="DataException">A value is so large that squared differences overflow.</exception>
    public PreparedData Transform(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        NumericColumn[] columns = [.. Features.Select(feature => table.Numeric(feature.Name))];
        List<DroppedRow> dropped = [];
        int[] rows = CompleteRows(columns, dropped);
        double[] values = new double[checked(rows.Length * Features.Count)];
        double limit = SafeMagnitude.Of(rows.Length, Features.Count);
        for (int j = 0; j < Features.Count; j++)
        {
            FittedFeature feature = Features[j];
            double fill = feature.FillValue ?? double.NaN;
            ReadOnlySpan<double> cells = columns[j].Values;
            for (int i = 0; i < rows.Length; i++)
            {
                double cell = cells[rows[i]];
                double original = double.IsNaN(cell) ? fill : cell;
                double value = feature.ToScaled(original);
                if (!(Math.Abs(value) <= limit))
                {
                    throw SafeMagnitude.Exceeded(limit, feature.Name, value, table, rows[i], " after scaling and weighting");
                }

                values[(i * Features.Count) + j] = value;
            }
        }

        return new PreparedData(FeatureMatrix.Owning(FeatureNames, values), rows, dropped);
    }

    /// <summary>Takes scaled numbers, such as centroids, back to original units; row weights are kept.</summary>
    /// <param name="scaled">A matrix with the same features in the same order.</param>
    /// <exception cref="ArgumentException">The features are others.</exception>
    public FeatureMatrix InverseTransform(FeatureMatrix scaled)
    {
        ArgumentNullException.ThrowIfNull(scaled);
        if (!scaled.FeatureNames.SequenceEqual(FeatureNames, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The matrix has the features {string.Join(", ", scaled.FeatureNames)}, but the preprocessor was fitted to {string.Join(", ", FeatureNames)}.");
        }

        double[] values = new double[scaled.Values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            FittedFeature feature = Features[i % Features.Count];
            values[i] = (scaled.Values[i] / feature.Weight * feature.Scale) + feature.Center;
        }

        return new FeatureMatrix(FeatureNames, values, scaled.RowWeights.ToArray());
    }

    /// <summary>The rows that lack no feature, or only such as can be filled; the others are dropped.</summary>
    private int[] CompleteRows(NumericColumn[] columns, List<DroppedRow> dropped)
    {
        int rowCount = columns[0].RowCount;
        if (!columns.Where((column, j) => Features[j].FillValue is null).Any(column => column.MissingCount > 0))
        {
            return [.. Enumerable.Range(0, rowCount)];
        }

        List<int> kept = new(rowCount);
        for (int row = 0; row < rowCount; row++)
        {
            List<string>? lacking = Lacking(columns, row);
            if (lacking is null)
            {
                kept.Add(row);
            }
            else
            {
                dropped.Add(new DroppedRow(row, lacking));
            }
        }

        return [.. kept];
    }

    private List<string>? Lacking(NumericColumn[] columns, int row)
    {
        List<string>? lacking = null;
        for (int j = 0; j < columns.Length; j++)
        {
            if (Features[j].FillValue is null && columns[j].IsMissing(row))
            {
                (lacking ??= []).Add(columns[j].Name);
            }
        }

        return lacking;
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
