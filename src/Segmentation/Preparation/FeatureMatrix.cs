using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The numbers that are clustered: n rows x d features, row-major, every number finite. Rows may carry weights: a row
/// of weight 3 counts as three equal rows.
/// </summary>
public sealed partial class FeatureMatrix
{
    private readonly double[] values;
    private readonly double[] rowWeights;

    /// <summary>Makes a matrix.</summary>
    /// <param name="featureNames">d names.</param>
    /// <param name="values">n x d numbers, row after row, copied.</param>
    /// <param name="rowWeights">n positive finite weights, copied; empty when every row weighs 1.</param>
    /// <exception cref="ArgumentException">
    /// There is no feature, the lengths do not fit, a number is not finite, or a weight is not a positive finite number.
    /// </exception>
    public FeatureMatrix(
        IReadOnlyList<string> featureNames, ReadOnlySpan<double> values, ReadOnlySpan<double> rowWeights = default)
        : this(values.ToArray(), rowWeights.ToArray(), featureNames)
    {
    }

    private FeatureMatrix(double[] values, double[] rowWeights, IReadOnlyList<string> featureNames)
    {
        ArgumentNullException.ThrowIfNull(featureNames);
        if (featureNames.Count == 0)
        {
            throw new ArgumentException("A feature matrix needs at least one feature.", nameof(featureNames));
        }

        if (values.Length % featureNames.Count != 0)
        {
            throw new ArgumentException(
                $"{values.Length} numbers do not fill rows of {featureNames.Count} features.", nameof(values));
        }

        FeatureNames = [.. featureNames];
        FeatureCount = featureNames.Count;
        this.values = values;
        this.rowWeights = rowWeights;
        RowCount = values.Length / featureNames.Count;
        CheckNumbers();
        CheckWeights();
    }

    /// <summary>The number of rows, n.</summary>
    public int RowCount { get; }

    /// <summary>The number of features, d.</summary>
    public int FeatureCount { get; }

    /// <summary>The features' names, d of them.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>All numbers, row after row.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The weight of each row; empty when every row weighs 1.</summary>
    public ReadOnlySpan<double> RowWeights => rowWeights;

    /// <summary>The numbers themselves, for loops that run on several threads; never written to.</summary>
    internal double[] ValueArray => values;

    /// <summary>The weights themselves, empty when every row weighs 1; never written to.</summary>
    internal double[] RowWeightArray => rowWeights;

    /// <summary>
    /// A matrix over numbers that are not copied, for data that fill much of the memory: the caller must not change the
    /// array any more.
    /// </summary>
    /// <param name="featureNames">d names.</param>
    /// <param name="values">n x d numbers, row after row.</param>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public static FeatureMatrix Over(IReadOnlyList<string> featureNames, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Owning(featureNames, values);
    }

    /// <summary>As the public constructor, but keeps the arrays: the caller gives them away.</summary>
    internal static FeatureMatrix Owning(IReadOnlyList<string> featureNames, double[] values, double[]? rowWeights = null) =>
        new(values, rowWeights ?? [], featureNames);

    /// <summary>The d numbers of a row.</summary>
    /// <param name="row">0-based.</param>
    public ReadOnlySpan<double> Row(int row) => values.AsSpan(row * FeatureCount, FeatureCount);

    /// <summary>The weight of a row, 1 where rows carry none.</summary>
    internal double WeightOf(int row) => rowWeights.Length == 0 ? 1 : rowWeights[row];

    /// <summary>The same numbers with a weight for each row.</summary>
    /// <exception cref="ArgumentException">The count is not n, or a weight is not a positive finite number.</exception>
    public FeatureMatrix WithRowWeights(ReadOnlySpan<double> weights) =>
        Owning(FeatureNames, values, weights.ToArray());

    /// <summary>Makes a matrix from rows of equal length; the features are called x1, x2, ….</summary>
    public static FeatureMatrix FromRows(params IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int featureCount = rows.Count == 0 ? 0 : rows[0].Length;
        if (rows.FirstOrDefault(row => row.Length != featureCount) is double[] other)
        {
            throw new ArgumentException($"A row has {other.Length} numbers, but the first has {featureCount}.", nameof(rows));
        }

        string[] names = [.. Enumerable.Range(1, featureCount).Select(i => $"x{i}")];
        return Owning(names, [.. rows.SelectMany(row => row)]);
    }

    /// <summary>Looks for the first wrong number only where one of many is wrong: x - x is 0 for finite x, else not a number.</summary>
    private void CheckNumbers()
    {
        const int Together = 1 << 16;
        bool[] wrong = new bool[(values.Length + Together - 1) / Together];
        FixedChunks.Run(
            wrong.Length,
            wrong.Length == 1 ? 1 : Environment.ProcessorCount,
            part => wrong[part] = HasWrong(values.AsSpan(part * Together, Math.Min(Together, values.Length - (part * Together)))),
            CancellationToken.None);
        for (int i = Array.IndexOf(wrong, true) * Together; i >= 0 && i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    $"Feature '{FeatureNames[i % FeatureCount]}' is not a finite number in row {i / FeatureCount}.");
            }
        }
    }

    private static bool HasWrong(ReadOnlySpan<double> numbers)
    {
        Vector256<double> differences = Vector256<double>.Zero;
        int i = 0;
        for (; i <= numbers.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            Vector256<double> four = Vector256.Create(numbers[i..]);
            differences += four - four;
        }

        bool wrong = differences != Vector256<double>.Zero;
        for (; i < numbers.Length; i++)
        {
            wrong |= !double.IsFinite(numbers[i]);
        }

        return wrong;
    }

    private void CheckWeights()
    {
        if (rowWeights.Length != 0 && rowWeights.Length != RowCount)
        {
            throw new ArgumentException($"There are {rowWeights.Length} row weights for {RowCount} rows.");
        }

        int wrong = Array.FindIndex(rowWeights, weight => !(weight > 0 && double.IsFinite(weight)));
        if (wrong >= 0)
        {
            throw new ArgumentException($"The weight of row {wrong} is {rowWeights[wrong]:R}; a weight is a positive finite number.");
        }
    }
}
