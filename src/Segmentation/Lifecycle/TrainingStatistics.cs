namespace Segmentation;

/// <summary>
/// What the training customers were like, kept in the model so that later ones can be compared with them. Its size depends
/// on the features and the segments only. All numbers are in the space that was clustered: encoded, scaled and weighted.
/// </summary>
/// <param name="RowsClustered">The customers that have a segment.</param>
/// <param name="RowsDropped">The customers that were left out because they lack a feature.</param>
/// <param name="RowsMeasured">
/// The customers that everything below counts: all clustered ones, or after a streamed clustering a random sample of them.
/// </param>
/// <param name="Features">The features, d of them, in the order of the matrix's columns.</param>
/// <param name="Segments">The segments, k of them, in the order of their numbers.</param>
/// <param name="Categories">The categorical columns that features were made from.</param>
/// <param name="DistanceQuantiles">
/// How far customers are from their own centroid (Euclidean), at rising probabilities, 0.99 among them; by definition R7.
/// </param>
public sealed record TrainingStatistics(
    int RowsClustered,
    int RowsDropped,
    int RowsMeasured,
    IReadOnlyList<TrainingDistribution> Features,
    IReadOnlyList<TrainingSegment> Segments,
    IReadOnlyList<TrainingCategory> Categories,
    IReadOnlyList<DistanceQuantile> DistanceQuantiles)
{
    /// <summary>A customer farther from the nearest centroid than this share of the training customers is unlike them.</summary>
    internal const double UnlikeProbability = 0.99;

    /// <summary>The probabilities of <see cref="DistanceQuantiles"/>.</summary>
    internal static readonly double[] Probabilities = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, UnlikeProbability, 0.999, 1];

    /// <summary>
    /// The 99th percentile of the training customers' distance to their own centroid: whoever is farther from the nearest
    /// centroid is unlike anything seen in training.
    /// </summary>
    internal double DistanceLimit => DistanceQuantiles.First(quantile => quantile.Probability == UnlikeProbability).Distance;
}

/// <summary>How a feature was distributed: bins by its deciles.</summary>
/// <param name="Name">The feature's name.</param>
/// <param name="Missing">The customers, dropped ones included, whose cell was missing in the column it is made from.</param>
/// <param name="Edges">
/// The different deciles below the maximum, rising, at most 9: bin i holds x with Edges[i - 1] &lt; x &lt;= Edges[i], the
/// first has no lower and the last no upper bound. Each edge is a value that occurs, so no bin is empty.
/// </param>
/// <param name="Counts">The customers in each bin, one bin more than edges; they add up to the rows measured.</param>
public sealed record TrainingDistribution(string Name, int Missing, IReadOnlyList<double> Edges, IReadOnlyList<int> Counts)
{
    /// <summary>The bin that a number falls into, 0-based.</summary>
    public int BinOf(double value)
    {
        int bin = 0;
        while (bin < Edges.Count && value > Edges[bin])
        {
            bin++;
        }

        return bin;
    }
}

/// <summary>How a segment's customers were spread.</summary>
/// <param name="Segment">Its number, from 1.</param>
/// <param name="Count">Its customers among the rows measured.</param>
/// <param name="Means">The mean of each feature, d of them; 0 where there is no customer.</param>
/// <param name="Variances">The variance of each feature with denominator <paramref name="Count"/>; 0 where there is no customer.</param>
public sealed record TrainingSegment(int Segment, int Count, IReadOnlyList<double> Means, IReadOnlyList<double> Variances);

/// <summary>How often the levels of a categorical column occurred.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Missing">The customers without a level.</param>
/// <param name="Levels">The levels in ordinal order.</param>
/// <param name="Other">The customers of levels beyond the 1,000 most frequent ones, which are not listed.</param>
public sealed record TrainingCategory(string Column, int Missing, IReadOnlyList<TrainingLevel> Levels, int Other);

/// <summary>A level of a category.</summary>
/// <param name="Level">Its text.</param>
/// <param name="Count">The training customers, dropped ones included, who have it.</param>
public sealed record TrainingLevel(string Level, int Count);

/// <summary>A quantile of the distance to the own centroid.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Distance">Euclidean, in the space that was clustered.</param>
public sealed record DistanceQuantile(double Probability, double Distance);
