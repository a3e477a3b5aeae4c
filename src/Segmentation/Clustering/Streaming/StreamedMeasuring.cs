using MathNet.Numerics.Random;
using static System.FormattableString;

namespace Segmentation;

/// <summary>The first pass over a stream: moments of the features, and a sample of the rows (Vitter's algorithm R, 1985).</summary>
internal sealed class StreamedMeasuring
{
    private readonly IReadOnlyList<string> names;
    private readonly StreamedMoments[] moments;
    private readonly int[] missing;
    private readonly string[] extremePlaces;
    private readonly double[] extremes;
    private readonly StreamedBlock sample;
    private readonly int sampleSize;
    private readonly Xoshiro256StarStar random;

    private StreamedMeasuring(IReadOnlyList<string> names, int sampleSize, int seed)
    {
        this.names = names;
        this.sampleSize = sampleSize;
        moments = [.. names.Select(_ => new StreamedMoments())];
        missing = new int[names.Count];
        extremePlaces = new string[names.Count];
        extremes = new double[names.Count];
        sample = new StreamedBlock(names.Count);
        random = new Xoshiro256StarStar(seed);
    }

    /// <summary>Makes the pass.</summary>
    /// <exception cref="DataException">
    /// There is no complete row, a feature is constant, or a value is so large that squared differences overflow.
    /// </exception>
    public static StreamedStatistics Run(StreamedPasses passes, int sampleSize, int seed, CancellationToken cancellationToken)
    {
        IStreamedRows source = passes.Source;
        StreamedMeasuring measuring = new(source.FeatureNames, sampleSize, seed);
        passes.ForEachRow(StreamedStep.Measure, measuring.Add, cancellationToken);
        return measuring.Statistics(passes.Content!, source.Name);
    }

    private void Add(IStreamedRowReader reader, ReadOnlySpan<double> row, bool isComplete, int completeRows)
    {
        for (int i = 0; i < row.Length; i++)
        {
            missing[i] += double.IsNaN(row[i]) ? 1 : 0;
            if (isComplete)
            {
                moments[i].Add(row[i]);
                if (Math.Abs(row[i]) > extremes[i])
                {
                    (extremes[i], extremePlaces[i]) = (Math.Abs(row[i]), reader.Place);
                }
            }
        }

        if (!isComplete)
        {
            return;
        }

        if (sample.Count < sampleSize)
        {
            sample.Add(row);
        }
        else if ((int)(random.NextDouble() * completeRows) is int seat && seat < sampleSize)
        {
            row.CopyTo(sample.Row(seat));
        }
    }

    private StreamedStatistics Statistics(StreamedContent content, string source)
    {
        if (content.RowCount == 0)
        {
            throw new DataException($"{source} has no rows.");
        }

        if (content.CompleteRows == 0)
        {
            throw new DataException($"No row of {source} has all of the features {string.Join(", ", names)}. Use fewer features.");
        }

        double limit = SafeMagnitude.Of(content.CompleteRows, names.Count);
        for (int i = 0; i < names.Count; i++)
        {
            if (extremes[i] > limit)
            {
                throw new DataException(Invariant(
                    $"{extremePlaces[i]}: feature '{names[i]}' is as large as {extremes[i]:G6}, so large that squared differences overflow. Correct the cell, or state the feature in a larger unit."));
            }

            if (Rounding.SameUpToRounding(moments[i].Minimum, moments[i].Maximum))
            {
                string rows = content.CompleteRows == content.RowCount ? "every row" : Invariant($"all {content.CompleteRows} rows that have all features");
                throw new DataException(Invariant(
                    $"Feature '{names[i]}' is {moments[i].Minimum} in {rows}, so it cannot tell customers apart. Leave it out."));
            }
        }

        return new StreamedStatistics(
            content,
            [
                .. names.Select((name, i) => new StreamedFeature(
                    name,
                    missing[i],
                    moments[i].Mean,
                    moments[i].SampleDeviation,
                    moments[i].PopulationDeviation,
                    moments[i].Minimum,
                    moments[i].Maximum)),
            ],
            new FeatureMatrix(names, sample.Values.AsSpan(0, sample.Count * names.Count)));
    }
}
