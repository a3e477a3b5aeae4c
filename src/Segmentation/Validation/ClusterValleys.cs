using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Segmentation;

/// <summary>
/// Whether a valley lies between each two clusters, or one cloud was merely cut. The rows of both, a row of weight w as w rows, are projected onto the
/// line through their centroids, 0 at one and 1 at the other. Where a density has a single peak, its mean over the middle
/// third cannot lie below its means over both neighbours, from -1/3 to 1/3 and from 2/3 to 4/3; binomial tests ask
/// whether it does.
/// </summary>
internal static class ClusterValleys
{
    /// <summary>The middle is half as wide as a neighbour: of the rows in both, a third if they are equally dense.</summary>
    private const double MiddleShare = 1.0 / 3;

    /// <summary>
    /// The p-value of the least clear valley, 0 to 1; small where every two clusters have one between them. As all must,
    /// looking at many pairs needs no correction.
    /// </summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="model">Their clusters, at least two.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double LeastClear(FeatureMatrix matrix, ClusterModel model, CancellationToken cancellationToken)
    {
        int clusterCount = model.ClusterCount;
        bool isWeighted = !matrix.RowWeights.IsEmpty;
        Counts[,] counts = new Counts[clusterCount, clusterCount];
        for (int row = 0; row < matrix.RowCount; row++)
        {
            if (row % 65_536 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int own = model.LabelArray[row];
            for (int other = 0; other < clusterCount; other++)
            {
                if (other != own)
                {
                    double place = Place(matrix.Row(row), model.Centroids.Row(own), model.Centroids.Row(other));
                    counts[own, other].Add(place, matrix.WeightOf(row));
                }
            }
        }

        double leastClear = 0;
        for (int one = 0; one < clusterCount; one++)
        {
            for (int other = one + 1; other < clusterCount; other++)
            {
                leastClear = Math.Max(leastClear, PValue(counts[one, other], counts[other, one], isWeighted));
            }
        }

        return leastClear;
    }

    /// <summary>Where a row lies on the line from one point, 0, to another, 1.</summary>
    private static double Place(ReadOnlySpan<double> row, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        double along = 0;
        double length = 0;
        for (int feature = 0; feature < row.Length; feature++)
        {
            double step = to[feature] - from[feature];
            along += (row[feature] - from[feature]) * step;
            length += step * step;
        }

        return along / length;
    }

    /// <summary>The larger of both sides' p-values: the middle must be thinner than either.</summary>
    private static double PValue(Counts one, Counts other, bool isWeighted)
    {
        // Around a centroid there are only rows of its own cluster: the others are nearer to theirs, past the half way.
        double middle = one.Middle + other.Middle;
        return Math.Max(AtMost(middle, one.Near, isWeighted), AtMost(middle, other.Near, isWeighted));
    }

    /// <summary>
    /// The chance that of all rows no more lie in the middle. Weights may add up to no whole number: the incomplete beta
    /// function, which the binomial sum is for whole ones, goes on between them.
    /// </summary>
    private static double AtMost(double middle, double near, bool isWeighted) => isWeighted
        ? near == 0 ? 1 : SpecialFunctions.BetaRegularized(near, middle + 1, 1 - MiddleShare)
        : Binomial.CDF(MiddleShare, (int)(middle + near), middle);

    /// <summary>The rows of one cluster on the line to another, by their weights.</summary>
    private struct Counts
    {
        /// <summary>Within a third of the way around the own centroid.</summary>
        public double Near;

        /// <summary>In the middle third, on either side of the border.</summary>
        public double Middle;

        public void Add(double place, double weight)
        {
            Near += place is > -1.0 / 3 and < 1.0 / 3 ? weight : 0;
            Middle += place is >= 1.0 / 3 and <= 2.0 / 3 ? weight : 0;
        }
    }
}
