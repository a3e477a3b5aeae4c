namespace Segmentation;

/// <summary>
/// Assigns every row of a stream to its nearest centroid, chunk by chunk, and adds up the chunks in their order: the same
/// chunks and the same order as for a matrix in memory, so the same bits, in memory for one block only.
/// </summary>
internal sealed class StreamedAssignment(StreamedPasses passes, FittedPreprocessor preprocessor, int clusterCount, int threads)
{
    private readonly FittedFeature[] features = [.. preprocessor.Features];

    /// <summary>One pass over the source.</summary>
    /// <exception cref="DataException">The squared distances do not fit a double.</exception>
    public StreamedTotals Totals(double[] centroids, double? inertiaBefore, CancellationToken cancellationToken)
    {
        double[] sums = new double[centroids.Length];
        double[] sizes = new double[clusterCount];
        double inertia = 0;
        bool ties = false;
        Chunk[] parts = [];
        passes.ForEachBlock(
            StreamedStep.Iterate,
            block =>
            {
                FixedChunks chunks = new(block.Count, threads);
                parts = parts.Length >= chunks.Count
                    ? parts
                    : [.. Enumerable.Range(0, chunks.Count).Select(_ => new Chunk(new double[sums.Length], new double[clusterCount]))];
                chunks.ForEach((chunk, start, end) => AssignChunk(block, centroids, parts[chunk], start, end), cancellationToken);
                for (int chunk = 0; chunk < chunks.Count; chunk++)
                {
                    Add(sums, parts[chunk].Sums);
                    Add(sizes, parts[chunk].Sizes);
                    inertia += parts[chunk].Inertia;
                    ties |= parts[chunk].HasTies;
                }
            },
            inertiaBefore,
            cancellationToken);
        return double.IsFinite(inertia)
            ? new StreamedTotals(sums, sizes, inertia, ties)
            : throw new DataException($"The values of {passes.Source.Name} lie so far apart that squared distances do not fit a double. Scale the features first.");
    }

    /// <summary>
    /// The row farthest from its nearest centroid and from every seat, of equally far ones the first; rows that are alone in
    /// their cluster are left there. One pass over the source.
    /// </summary>
    public StreamedSeat Farthest(
        double[] centroids, IReadOnlyList<StreamedSeat> seats, double[] sizes, CancellationToken cancellationToken)
    {
        double farthest = -1;
        StreamedSeat? seat = null;
        int row = 0;
        passes.ForEachBlock(
            StreamedStep.Iterate,
            block =>
            {
                for (int i = 0; i < block.Count; i++, row++)
                {
                    Span<double> values = Scaled(block.Row(i));
                    (int label, double distance) = SquaredDistance.Nearest(values, centroids);
                    foreach (StreamedSeat taken in seats)
                    {
                        label = taken.Row == row ? taken.Cluster : label;
                        distance = Math.Min(distance, SquaredDistance.Between(values, taken.Values));
                    }

                    if (distance > farthest && sizes[label] > 1)
                    {
                        (farthest, seat) = (distance, new StreamedSeat(row, values.ToArray(), label));
                    }
                }
            },
            null,
            cancellationToken);
        return seat ?? throw new DataException(
            $"{clusterCount} clusters need at least {clusterCount} different rows, but {passes.Source.Name} has fewer.");
    }

    /// <summary>For each row of a block its nearest centroid.</summary>
    public void Label(StreamedBlock block, double[] centroids, Span<int> labels)
    {
        for (int row = 0; row < block.Count; row++)
        {
            labels[row] = SquaredDistance.Nearest(Scaled(block.Row(row)), centroids).Index;
        }
    }

    private void AssignChunk(StreamedBlock block, double[] centroids, Chunk part, int start, int end)
    {
        Array.Clear(part.Sums);
        Array.Clear(part.Sizes);
        double inertia = 0;
        bool ties = false;
        for (int row = start; row < end; row++)
        {
            Span<double> values = Scaled(block.Row(row));
            (int label, double distance, bool tied) = SquaredDistance.NearestOrTied(values, centroids);
            ties |= tied;
            inertia += distance;
            part.Sizes[label]++;
            Span<double> sum = part.Sums.AsSpan(label * values.Length, values.Length);
            for (int feature = 0; feature < sum.Length; feature++)
            {
                sum[feature] += values[feature];
            }
        }

        (part.Inertia, part.HasTies) = (inertia, ties);
    }

    /// <summary>The row in the space that is clustered, in the place of the original.</summary>
    private Span<double> Scaled(Span<double> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (row[i] - features[i].Center) / features[i].Scale * features[i].Weight;
        }

        return row;
    }

    private static void Add(double[] totals, double[] parts)
    {
        for (int i = 0; i < totals.Length; i++)
        {
            totals[i] += parts[i];
        }
    }

    /// <summary>The partial result of a chunk.</summary>
    private sealed class Chunk(double[] sums, double[] sizes)
    {
        public double[] Sums => sums;

        public double[] Sizes => sizes;

        public double Inertia { get; set; }

        public bool HasTies { get; set; }
    }
}

/// <summary>A row that the centroid of an empty cluster moves onto.</summary>
/// <param name="Row">Its number among the complete rows, 0-based.</param>
/// <param name="Values">d numbers in the space that is clustered.</param>
/// <param name="Cluster">Its cluster.</param>
internal sealed record StreamedSeat(int Row, double[] Values, int Cluster);
