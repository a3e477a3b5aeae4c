using System.Text;

namespace Segmentation.Notebooks;

/// <summary>Collects what a cell gives; texts that follow each other on one stream become one output.</summary>
internal sealed class OutputCollector
{
    private readonly List<CellOutput> outputs = [];
    private readonly StringBuilder stream = new();
    private string streamName = string.Empty;

    /// <summary>What was collected so far.</summary>
    public IReadOnlyList<CellOutput> Outputs
    {
        get
        {
            EndStream();
            return outputs;
        }
    }

    public void Add(WorkerMessage message)
    {
        switch (message)
        {
            case StreamMessage text:
                if (text.Name != streamName)
                {
                    EndStream();
                    streamName = text.Name;
                }

                stream.Append(text.Text);
                break;
            case DisplayMessage display:
                Add(new DisplayOutput(display.Data));
                break;
            case ResultMessage result:
                Add(new ResultOutput(result.Data));
                break;
        }
    }

    /// <summary>Adds the error that stopped the cell, as the .NET kernel writes it but with its place.</summary>
    public void Add(CellFailure failure, int cell)
    {
        string place = failure.At(cell);
        Add(new ErrorOutput("Error", char.ToUpperInvariant(place[0]) + place[1..], [place, .. failure.Trace]));
    }

    public void AddText(string text, bool saysSkipped) => Add(
        new DisplayOutput(new Dictionary<string, string> { ["text/plain"] = text }) { SaysSkipped = saysSkipped });

    private void Add(CellOutput output)
    {
        EndStream();
        outputs.Add(output);
    }

    private void EndStream()
    {
        if (stream.Length > 0)
        {
            outputs.Add(new StreamOutput(streamName, stream.ToString()));
            stream.Clear();
        }
    }
}
