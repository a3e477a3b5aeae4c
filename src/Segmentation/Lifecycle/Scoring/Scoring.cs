namespace Segmentation;

/// <summary>
/// Gives customers their nearest segment. Every row is scored by itself: neither the other rows of the table nor the number of
/// threads change a bit of it.
/// </summary>
internal sealed class Scoring
{
    private readonly SegmentationModel model;
    private readonly double? limit;

    public Scoring(SegmentationModel model)
    {
        this.model = model;
        limit = model.Training?.DistanceLimit;
    }

    /// <summary>For each row of the table what the model says.</summary>
    /// <exception cref="ArgumentException">The table lacks a column, or one is of another kind.</exception>
    /// <exception cref="DataException">A column would be numeric but for stray texts.</exception>
    public ScoredCustomer[] Score(CustomerTable table, CancellationToken cancellationToken = default)
    {
        // Without rows only the columns are at fault: whatever fails later is about the numbers of a row.
        model.Preprocessor.Transform(table.Take([]));
        ScoredCustomer[] scored = new ScoredCustomer[table.RowCount];
        Score(table, scored, 0, cancellationToken);
        return scored;
    }

    /// <summary>Looks for numbers that are too large to compare by halving the rows: there is hardly ever one.</summary>
    private void Score(CustomerTable table, ScoredCustomer[] scored, int start, CancellationToken cancellationToken)
    {
        PreparedData prepared;
        try
        {
            prepared = model.Preprocessor.Transform(table);
        }
        catch (DataException) when (table.RowCount > 1)
        {
            int half = table.RowCount / 2;
            Score(table.Take([.. Enumerable.Range(0, half)]), scored, start, cancellationToken);
            Score(table.Take([.. Enumerable.Range(half, table.RowCount - half)]), scored, start + half, cancellationToken);
            return;
        }
        catch (DataException)
        {
            scored[start] = ScoredCustomer.NotScored("a feature is too large");
            return;
        }

        foreach (DroppedRow row in prepared.Dropped)
        {
            scored[start + row.Row] = ScoredCustomer.NotScored([.. row.MissingFeatures.Select(Missing), .. row.UnusableCells]);
        }

        int[] rows = prepared.Rows.ToArray();
        new FixedChunks(rows.Length, Environment.ProcessorCount).ForEach(
            (_, from, to) =>
            {
                for (int i = from; i < to; i++)
                {
                    scored[start + rows[i]] = Score(prepared.Matrix.Row(i));
                }
            },
            cancellationToken);
    }

    /// <summary>What is said of a customer who lacks a feature.</summary>
    public static string Missing(string feature) => $"{feature} is missing";

    private ScoredCustomer Score(ReadOnlySpan<double> row)
    {
        ReadOnlySpan<double> centroids = model.Centroids.Values;
        int nearest = 0;
        double smallest = double.PositiveInfinity;
        double next = double.PositiveInfinity;
        for (int index = 0, offset = 0; offset < centroids.Length; index++, offset += row.Length)
        {
            double squared = SquaredDistance.Between(row, centroids.Slice(offset, row.Length));
            if (squared < smallest)
            {
                (nearest, smallest, next) = (index, squared, smallest);
            }
            else if (squared < next)
            {
                next = squared;
            }
        }

        double own = Math.Sqrt(smallest);
        double other = Math.Sqrt(next);
        double? margin = model.Segments.Count == 1 ? null : other == 0 ? 0 : (other - own) / other;
        ModelSegment segment = model.Segments[nearest];
        return new ScoredCustomer(segment.Segment, segment.Name, own, margin, limit is double most ? own > most : null, []);
    }
}
