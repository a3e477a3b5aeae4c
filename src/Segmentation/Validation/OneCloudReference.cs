using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Rows without groups for tables with columns of few values: each column keeps to its <see cref="ReferenceColumn"/>, and
/// the columns hang together as one normal cloud would make them (a Gaussian copula) with the same correlations. Columns
/// of which exactly one is high in each row, as the levels of a category are, move as one.
/// </summary>
internal sealed class OneCloudReference
{
    private readonly FeatureMatrix matrix;
    private readonly ReferenceColumn[] columns;

    /// <summary>The features of each part of the cloud: one, or those of which exactly one is high in each row.</summary>
    private readonly int[][] parts;

    /// <summary>Takes independent standard normal numbers to correlated ones.</summary>
    private readonly Matrix<double> mixing;

    /// <param name="matrix">The real rows, at least one, without weights.</param>
    /// <param name="sorted">The values of each column, rising.</param>
    /// <param name="columns">What each column looks like without groups.</param>
    public OneCloudReference(FeatureMatrix matrix, double[][] sorted, ReferenceColumn[] columns)
    {
        this.matrix = matrix;
        this.columns = columns;
        parts = ExclusiveColumns.Parts(matrix, sorted);
        mixing = Mixing(sorted);
    }

    /// <summary>As many rows as the real ones, with the same features; the same seed gives the same rows.</summary>
    public FeatureMatrix Draw(int seed)
    {
        Xoshiro256StarStar random = new(seed);
        int rowCount = matrix.RowCount;
        double[][] cloud = [.. parts.Select(_ => new double[rowCount])];
        double[] independent = new double[parts.Length];
        for (int row = 0; row < rowCount; row++)
        {
            for (int i = 0; i < independent.Length; i++)
            {
                independent[i] = Normal.Sample(random, 0, 1);
            }

            for (int part = 0; part < parts.Length; part++)
            {
                for (int i = 0; i < independent.Length; i++)
                {
                    cloud[part][row] += mixing[part, i] * independent[i];
                }
            }
        }

        double[] values = new double[rowCount * matrix.FeatureCount];
        int[] order = new int[rowCount];
        for (int part = 0; part < parts.Length; part++)
        {
            // The lowest place in the cloud gets the lowest value: so ties in a column say nothing of other columns.
            for (int row = 0; row < rowCount; row++)
            {
                order[row] = row;
            }

            Array.Sort(cloud[part], order);
            Fill(values, parts[part], order, random);
        }

        return FeatureMatrix.Owning(matrix.FeatureNames, values);
    }

    private void Fill(double[] values, int[] features, int[] order, Xoshiro256StarStar random)
    {
        if (features.Length == 1)
        {
            double[] drawn = columns[features[0]].Draw(order.Length, random);
            for (int i = 0; i < order.Length; i++)
            {
                values[(order[i] * matrix.FeatureCount) + features[0]] = drawn[i];
            }

            return;
        }

        for (int i = 0; i < order.Length; i++)
        {
            // The real rows in their order, dealt out anew.
            foreach (int feature in features)
            {
                values[(order[i] * matrix.FeatureCount) + feature] = matrix.Row(i)[feature];
            }
        }
    }

    private Matrix<double> Mixing(double[][] sorted)
    {
        HermiteSeries?[] series = [.. parts.Select(part => part.Length == 1 ? HermiteSeries.Of(sorted[part[0]]) : null)];
        Matrix<double> correlations = Matrix<double>.Build.DenseIdentity(parts.Length);
        for (int i = 0; i < parts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (series[i] is HermiteSeries one && series[j] is HermiteSeries other)
                {
                    correlations[i, j] = correlations[j, i] = HermiteSeries.NormalCorrelation(one, other, Correlation(parts[i][0], parts[j][0]));
                }
            }
        }

        // Correlations found pair by pair need not fit together: what would be a negative variance is none.
        var factors = correlations.Evd(Symmetricity.Symmetric);
        return factors.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(
            factors.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real))));
    }

    private double Correlation(int one, int other)
    {
        double meanOne = 0;
        double meanOther = 0;
        for (int row = 0; row < matrix.RowCount; row++)
        {
            meanOne += matrix.Row(row)[one] / matrix.RowCount;
            meanOther += matrix.Row(row)[other] / matrix.RowCount;
        }

        double products = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int row = 0; row < matrix.RowCount; row++)
        {
            double x = matrix.Row(row)[one] - meanOne;
            double y = matrix.Row(row)[other] - meanOther;
            products += x * y;
            squaresOne += x * x;
            squaresOther += y * y;
        }

        return squaresOne > 0 && squaresOther > 0 ? products / Math.Sqrt(squaresOne * squaresOther) : 0;
    }
}
