namespace Segmentation.Notebooks;

/// <summary>Collects what a cell gives; texts that follow each other on one stream become one output.</summary>
internal sealed class OutputCollector
{
    private readonly List<CellOutput> outputs = [];

    public IReadOnlyList<CellOutput> Outputs => outputs;

    public void Add(WorkerMessage message)
    {
        switch (message)
        {
            case StreamMessage stream when outputs.LastOrDefault() is StreamOutput last && last.Name == stream.Name:
                outputs[^1] = last with { Text = last.Text + stream.Text };
                break;
            case StreamMessage stream:
                outputs.Add(new StreamOutput(stream.Name, stream.Text));
                break;
            case DisplayMessage display:
                outputs.Add(new DisplayOutput(display.Data));
                break;
            case ResultMessage result:
                outputs.Add(new ResultOutput(result.Data));
                break;
        }
    }

    /// <summary>Adds the error that stopped the cell, as the .NET kernel writes it but with its place.</summary>
    public void Add(CellFailure failure, int cell)
    {
        string place = failure.At(cell);
        outputs.Add(new ErrorOutput("Error", char.ToUpperInvariant(place[0]) + place[1..], [place, .. failure.Trace]));
    }

    public void AddText(string text, bool saysSkipped) => outputs.Add(
        new DisplayOutput(new Dictionary<string, string> { ["text/plain"] = text }) { SaysSkipped = saysSkipped });
}
