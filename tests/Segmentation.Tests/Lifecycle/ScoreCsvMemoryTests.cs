using System.Globalization;
using Segmentation.Tests.Clustering.Streaming;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

/// <summary>Looks at the memory of the whole process: no other test beside it.</summary>
[Collection(StreamedMemoryTests.Alone)]
public sealed class ScoreCsvMemoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static SegmentationModel Model { get; } = Models.Of([new FittedFeature("A", 0, 1), new FittedFeature("B", 0, 1)], [[0, 0], [10, 10]], null, "Id");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ScoreCsv_ManyRows_KeepsNoneOfThem()
    {
        string path = folder.File("many.csv");
        using (StreamWriter writer = new(path))
        {
            writer.Write("Id,A,B\n");
            for (int i = 0; i < 400_000; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"customer-{i},{i % 13}.25,{i % 9}\n"));
            }
        }

        HeapWatcher watcher = new();
        ScoringSummary summary = Model.ScoreCsv(path, TextWriter.Null, null, watcher, TestContext.Current.CancellationToken);

        // What is alive is a block of 16,384 rows, 3 MB; 400,000 rows with their ids would be 40 MB and more.
        Assert.Equal(400_000, summary.Rows);
        Assert.True(watcher.Reports > 10);
        Assert.InRange(watcher.Growth, long.MinValue, 16 << 20);
    }

    /// <summary>How much more of the heap is alive at the end than after the first block.</summary>
    private sealed class HeapWatcher : IProgress<double>
    {
        private long first;

        public int Reports { get; private set; }

        public long Growth { get; private set; }

        public void Report(double value)
        {
            Reports++;
            if (Reports == 1 || Reports % 8 == 0)
            {
                long alive = GC.GetTotalMemory(forceFullCollection: true);
                first = Reports == 1 ? alive : first;
                Growth = Math.Max(Growth, alive - first);
            }
        }
    }
}
