using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>What a cell gave, ready for the file.</summary>
/// <param name="Outputs">In the order they came.</param>
/// <param name="ExecutionCount">The number of its run among the cells run, from 1; null when it was not run.</param>
public sealed record CellOutputs(IReadOnlyList<CellOutput> Outputs, int? ExecutionCount)
{
    internal JsonArray ToJson() => new([.. Outputs.Select(output => output.ToJson(ExecutionCount ?? 0))]);
}
