using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Worker;

/// <summary>The code of a notebook that a cell imports.</summary>
internal static class ImportedNotebook
{
    /// <summary>The numbers and texts of its code cells.</summary>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static IEnumerable<(int Number, string Code)> Cells(string path)
    {
        JsonNode? root = JsonNode.Parse(File.ReadAllBytes(path));
        int number = 0;
        foreach (JsonNode? cell in root?["cells"] as JsonArray ?? [])
        {
            number++;
            if ((string?)cell?["cell_type"] == "code")
            {
                yield return (number, cell!["source"] is JsonArray lines
                    ? string.Concat(lines.Select(line => (string?)line))
                    : (string?)cell["source"] ?? string.Empty);
            }
        }
    }
}
