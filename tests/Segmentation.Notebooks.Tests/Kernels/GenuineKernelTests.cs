using Segmentation.TestSupport;

namespace Segmentation.Notebooks.Tests.Kernels;

/// <summary>
/// The committed notebooks give their committed outputs in the kernel that Visual Studio Code has as well, and in a culture with
/// decimal commas and another time zone.
/// </summary>
public sealed class GenuineKernelTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Places = new()
    {
        ["as it is"] = [],
        ["Germany and India"] = new() { ["LC_ALL"] = "de_DE.UTF-8", ["TZ"] = "Asia/Kolkata" },
    };

    public static MatrixTheoryData<string, string> Notebooks => new(
        Directory.GetFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)!).Order(), Places.Keys);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Run_Notebook_GivesTheCommittedOutputs(string file, string place)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        NotebookDocument document = NotebookDocument.Load(Repository.PathOf("notebooks", file));
        await using GenuineKernel kernel = await GenuineKernel.StartAsync(Places[place], cancellationToken);
        int count = 0;
        foreach (NotebookCell cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            (IReadOnlyList<CellOutput> outputs, string? failure) = await kernel.RunAsync(cell.Source, cancellationToken);

            Assert.True(failure is null, $"{file}, cell {cell.Number}: {failure}");
            string? difference = OutputComparison.Difference(cell.Outputs, new CellOutputs(outputs, ++count));
            Assert.True(difference is null, $"{file}, cell {cell.Number}: {difference}");
        }
    }
}
