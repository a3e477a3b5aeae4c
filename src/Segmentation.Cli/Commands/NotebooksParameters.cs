using System.Text.Json.Nodes;
using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>Shows the parameters of notebooks.</summary>
internal sealed class NotebooksParameters(NotebooksRequest request, CommandOutput output)
{
    public void Show()
    {
        List<(string File, IReadOnlyList<NotebookParameter> Parameters)> found = [];
        foreach (string file in request.Files)
        {
            found.Add((file, ParameterCell.Of(NotebookDocument.Load(file))?.Parameters ?? []));
        }

        output.Document(() => new JsonObject { ["notebooks"] = new JsonArray([.. found.Select(each => ToJson(each.File, each.Parameters))]) });
        foreach ((string file, IReadOnlyList<NotebookParameter> parameters) in found)
        {
            output.Heading(file);
            if (parameters.Count == 0)
            {
                output.Line($"No parameters: no cell is tagged '{ParameterCell.Tag}'.");
                continue;
            }

            TextTable table = new("Name", "Type", "Default");
            foreach (NotebookParameter parameter in parameters)
            {
                table.Add(parameter.Name, parameter.Type, parameter.Default);
            }

            output.Table(table);
        }
    }

    private static JsonObject ToJson(string file, IReadOnlyList<NotebookParameter> parameters) => new()
    {
        ["file"] = file,
        ["parameters"] = new JsonArray([.. parameters.Select(parameter => new JsonObject
        {
            ["name"] = parameter.Name,
            ["type"] = parameter.Type,
            ["default"] = parameter.Default,
        })]),
    };
}
