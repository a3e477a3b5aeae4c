namespace Segmentation.Tests.Clustering.Streaming;

/// <summary>Looks at the memory of the whole process: no other test beside it.</summary>
[Collection(Alone)]
public sealed class StreamedMemoryTests
{
    internal const string Alone = "memory";

    [Fact]
    public void Fit_TenTimesTheRows_NeedsNoMoreMemory()
    {
        long few = MostBytesHeld(200_000);
        long many = MostBytesHeld(2_000_000);

        // The rows would fill 3.2 and 32 MB. What is held is the sample, a block and the sums of its chunks, about 0.4 MB.
        Assert.InRange(many - few, long.MinValue, 1 << 20);
    }

    private static long MostBytesHeld(int rowCount)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        MadeRows rows = new(rowCount, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before));

        StreamedKMeansModel model = new StreamedKMeans(3) { SampleSize = 1000, BlockRows = 8192, MaxIterations = 2 }.Fit(rows);
        model.WriteSegments(TextWriter.Null, null, TestContext.Current.CancellationToken);

        Assert.Equal(rowCount, model.RowCount);
        return most;
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneGroup;

    /// <summary>Rows that are made when they are read; now and then the memory is looked at.</summary>
    private sealed class MadeRows(int count, Action look) : IStreamedRows
    {
        public string Name => "the rows";

        public IReadOnlyList<string> FeatureNames { get; } = ["x", "y"];

        public string? IdName => null;

        public IStreamedRowReader Open() => new Reader(count, look);

        private sealed class Reader(int count, Action look) : IStreamedRowReader
        {
            private int row;

            public string? Id => null;

            public string Place => "somewhere";

            public bool Read(Span<double> values)
            {
                values[0] = (row % 3 * 10) + (row % 101 / 100.0);
                values[1] = row % 103 / 100.0;
                if (row % 100_000 == 99_999)
                {
                    look();
                }

                return row++ < count;
            }

            public void Dispose()
            {
            }
        }
    }
}
