using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// The exact silhouette of rows grouped by cluster: every pair's distance is taken once and added to the sums of both
/// rows. The rows are cut into blocks and the pairs of blocks into rounds in which no block appears twice, so the
/// threads of a round never write to the same sum, and each sum grows in the order of the rounds, whatever the number
/// of threads. Beside the rows it keeps one sum for each row and cluster; of so many clusters that this would take more
/// than 64 MB it takes a band at a time against a band, of at least 32 clusters each.
/// </summary>
internal sealed class SilhouetteKernel
{
    private const int MostSums = 1 << 23;
    private const int LeastBand = 32;

    private readonly SilhouettePoints points;
    private readonly int[] starts;
    private readonly int[] clusterOf;
    private readonly int bandWidth;
    private readonly double[] sums;
    private readonly double[] within;
    private readonly double[] between;

    /// <param name="matrix">The rows.</param>
    /// <param name="rowsOfCluster">The rows of each cluster that take part.</param>
    public SilhouetteKernel(FeatureMatrix matrix, int[][] rowsOfCluster)
    {
        int[] rows = [.. rowsOfCluster.SelectMany(cluster => cluster)];
        clusterOf = [.. rowsOfCluster.SelectMany((cluster, label) => Enumerable.Repeat(label, cluster.Length))];
        starts = new int[rowsOfCluster.Length + 1];
        for (int cluster = 0; cluster < rowsOfCluster.Length; cluster++)
        {
            starts[cluster + 1] = starts[cluster] + rowsOfCluster[cluster].Length;
        }

        points = new SilhouettePoints(matrix, rows);
        bandWidth = Math.Min(rowsOfCluster.Length, Math.Max(LeastBand, MostSums / rows.Length));
        sums = new double[checked(rows.Length * bandWidth)];
        within = new double[rows.Length];
        between = new double[rows.Length];
        Array.Fill(between, double.PositiveInfinity);
    }

    /// <summary>The width of each row, cluster by cluster.</summary>
    public double[][] Widths(int threads, CancellationToken cancellationToken)
    {
        int clusterCount = starts.Length - 1;
        for (int band = 0; band < clusterCount; band += bandWidth)
        {
            for (int other = band; other < clusterCount; other += bandWidth)
            {
                Compare(BandFrom(band), BandFrom(other), threads, cancellationToken);
            }
        }

        return [.. Enumerable.Range(0, clusterCount).Select(cluster =>
            Enumerable.Range(starts[cluster], starts[cluster + 1] - starts[cluster]).Select(Width).ToArray())];
    }

    private Band BandFrom(int cluster)
    {
        int end = Math.Min(cluster + bandWidth, starts.Length - 1);
        return new Band(cluster, end, starts[cluster], starts[end]);
    }

    /// <summary>Adds up the distances between the rows of two bands, or within one, and takes the means.</summary>
    private void Compare(Band band, Band other, int threads, CancellationToken cancellationToken)
    {
        int rounds = Math.Max(band.Blocks, other.Blocks);
        for (int round = 0; round < rounds; round++)
        {
            // Every pair of blocks whose numbers add up to the round's, modulo the rounds: no block is in two of them.
            (int Block, int Other)[] pairs =
            [
                .. Enumerable.Range(0, band.Blocks)
                    .Select(block => (Block: block, Other: (round - block + rounds) % rounds))
                    .Where(pair => pair.Other < other.Blocks && (band != other || pair.Block <= pair.Other)),
            ];
            FixedChunks.Run(
                pairs.Length,
                threads,
                pair => AddBlocks(band, band.Block(pairs[pair].Block), other, other.Block(pairs[pair].Other), cancellationToken),
                cancellationToken);
        }

        TakeMeans(band, other, threads, cancellationToken);
        if (band != other)
        {
            TakeMeans(other, band, threads, cancellationToken);
        }
    }

    private void AddBlocks(
        Band band, (int Start, int End) rows, Band other, (int Start, int End) columns, CancellationToken cancellationToken)
    {
        Span<Vector512<double>> lanes = stackalloc Vector512<double>[SilhouetteTile.MostRows];
        Span<double> rowSums = stackalloc double[SilhouetteTile.MostRows];
        Span<double> columnSums = stackalloc double[SilhouetteTile.MostRows];
        for (int row = rows.Start; row < rows.End;)
        {
            int cluster = clusterOf[row];
            int rowEnd = Math.Min(rows.End, starts[cluster + 1]);
            for (int column = Math.Max(columns.Start, rows == columns ? row : 0); column < columns.End;)
            {
                int otherCluster = clusterOf[column];
                int columnEnd = Math.Min(columns.End, starts[otherCluster + 1]);
                SilhouetteTile.Add(
                    points, row, column, lanes, rowSums[..(rowEnd - row)], columnSums[..(columnEnd - column)], cancellationToken);
                AddTo(column, cluster - band.FirstCluster, columnSums[..(columnEnd - column)]);
                if (row != column)
                {
                    AddTo(row, otherCluster - other.FirstCluster, rowSums[..(rowEnd - row)]);
                }

                column = columnEnd;
            }

            row = rowEnd;
        }
    }

    private void AddTo(int position, int column, Span<double> additions)
    {
        int index = (position * bandWidth) + column;
        foreach (double addition in additions)
        {
            sums[index] += addition;
            index += bandWidth;
        }
    }

    /// <summary>Turns the sums of a band's rows into means over the other's clusters, and clears them.</summary>
    private void TakeMeans(Band band, Band other, int threads, CancellationToken cancellationToken)
    {
        FixedChunks chunks = new(band.EndRow - band.FirstRow, threads);
        chunks.ForEach(
            (_, start, end) =>
            {
                for (int position = band.FirstRow + start; position < band.FirstRow + end; position++)
                {
                    Span<double> row = sums.AsSpan(position * bandWidth, other.EndCluster - other.FirstCluster);
                    for (int i = 0; i < row.Length; i++)
                    {
                        TakeMean(position, other.FirstCluster + i, row[i]);
                    }

                    row.Clear();
                }
            },
            cancellationToken);
    }

    private void TakeMean(int position, int cluster, double sum)
    {
        int size = starts[cluster + 1] - starts[cluster];
        if (cluster == clusterOf[position])
        {
            within[position] = sum / (size - 1);
        }
        else
        {
            between[position] = Math.Min(between[position], sum / size);
        }
    }

    private double Width(int position)
    {
        int own = clusterOf[position];
        double larger = Math.Max(within[position], between[position]);
        return starts[own + 1] - starts[own] == 1 || larger == 0 ? 0 : (between[position] - within[position]) / larger;
    }

    /// <summary>Some clusters that follow each other, and their rows.</summary>
    private sealed record Band(int FirstCluster, int EndCluster, int FirstRow, int EndRow)
    {
        public int Blocks => (EndRow - FirstRow + SilhouetteTile.MostRows - 1) / SilhouetteTile.MostRows;

        public (int Start, int End) Block(int number)
        {
            int start = FirstRow + (number * SilhouetteTile.MostRows);
            return (start, Math.Min(EndRow, start + SilhouetteTile.MostRows));
        }
    }
}
