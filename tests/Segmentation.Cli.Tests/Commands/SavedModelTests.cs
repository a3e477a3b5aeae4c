using System.Text.Json.Nodes;
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

    /// <summary>The model as the first version of the format wrote it, in a file of its own.</summary>
    protected async Task<string> ModelOfTheFirstVersionAsync()
    {
        JsonObject model = JsonNode.Parse(await File.ReadAllTextAsync(Model, TestContext.Current.CancellationToken))!.AsObject();
        model["version"] = 1;
        model.Remove("training");
        model.Remove("idColumn");
        return Folder.Write("old.json", model.ToJsonString());
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
