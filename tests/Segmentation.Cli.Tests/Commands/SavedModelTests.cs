using Segmentation.TestSupport;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>Tests of what is done with a model: a folder of each test's own with customers, and what a run made of them.</summary>
public abstract class SavedModelTests : IAsyncLifetime
{
    internal TemporaryFolder Folder { get; } = new();

    protected string Data => Folder.File("customers.csv");

    protected string Model => Folder.File("out/model.json");

    public async ValueTask InitializeAsync()
    {
        Folder.Write("customers.csv", Customers.ThreeGroups());
        Assert.Equal(0, (await Invocation.RunAsync("run", Data, "--features", "Income,Spending", "--k", "3", "--out", Folder.File("out"))).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
