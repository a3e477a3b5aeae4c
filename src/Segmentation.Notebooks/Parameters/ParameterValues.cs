using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation.Notebooks;

/// <summary>
/// Values for a notebook's parameters. They take the place of the cell's own when it runs; the cell's text in the file
/// stays as it is, and a line in its output says what was set.
/// </summary>
public sealed class ParameterValues
{
    private static readonly string[] PathEndings = ["File", "Path", "Folder"];

    private readonly ParameterCell cell;
    private readonly List<(NotebookParameter Parameter, string Literal)> values = [];

    private ParameterValues(ParameterCell cell)
    {
        this.cell = cell;
    }

    /// <summary>Checks values against the parameters that a notebook has.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="values">Texts by the names of the parameters.</param>
    /// <param name="baseFolder">
    /// What a relative path stands for, when the name of its parameter ends in File, Path or Folder: the cells run in the
    /// notebook's folder, but whoever gives a path means it from where he stands.
    /// </param>
    /// <exception cref="DataException">A name is not known, or a text is not of its parameter's type.</exception>
    public static ParameterValues Of(NotebookDocument document, IReadOnlyDictionary<string, string> values, string baseFolder)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(values);
        ParameterCell cell = ParameterCell.Of(document) ?? throw new DataException(
            $"{document.Path} has no cell tagged '{ParameterCell.Tag}', so nothing can be set in it.");
        ParameterValues result = new(cell);
        string[] known = [.. cell.Parameters.Select(parameter => parameter.Name)];
        foreach ((string name, string text) in values)
        {
            NotebookParameter parameter = cell.Parameters.LastOrDefault(each => each.Name == name) ?? throw new DataException(
                $"{document.Path} has no parameter '{name}'.{Spelling.DidYouMean(name, known)} Parameters: {string.Join(", ", known)}.");
            bool isPath = parameter.Type.TrimEnd('?') == "string" && text.Length > 0
                && PathEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
            result.values.Add((parameter, ParameterLiteral.Of(parameter, isPath ? Path.GetFullPath(text, baseFolder) : text)));
        }

        return result;
    }

    /// <summary>Reads values from a JSON file: one object, its members the names of parameters.</summary>
    /// <exception cref="DataException">It cannot be read, or is no such object.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        try
        {
            JsonDocumentOptions options = new() { AllowDuplicateProperties = false };
            JsonObject root = JsonNode.Parse(File.ReadAllText(path), documentOptions: options) as JsonObject
                ?? throw new DataException($"{path} should be a JSON object such as {{ \"seed\": 7 }}.");
            return root.ToDictionary(member => member.Key, member => Text(path, member.Key, member.Value));
        }
        catch (JsonException error)
        {
            throw new DataException(path, (int?)error.LineNumber + 1, "this is not JSON.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The text that a cell runs with: its own, unless it is the one with the parameters.</summary>
    internal string Code(NotebookCell running)
    {
        if (running != cell.Cell)
        {
            return running.Source;
        }

        StringBuilder code = new(running.Source);
        foreach ((NotebookParameter parameter, string literal) in values.OrderByDescending(value => value.Parameter.Place.Start.Value))
        {
            int start = parameter.Place.Start.Value;
            int length = parameter.Place.End.Value - start;
            string before = running.Source.Substring(start, length);
            string lines = new('\n', before.Count(letter => letter == '\n'));   // so that the lines below keep their numbers
            code.Remove(start, length).Insert(start, (parameter.Default is null ? " = " : "") + literal + lines);
        }

        return code.ToString();
    }

    /// <summary>Says below the cell with the parameters what was set.</summary>
    internal void AddNote(NotebookCell running, OutputCollector outputs)
    {
        if (running == cell.Cell && values.Count > 0)
        {
            IEnumerable<string> set = values.Select(value => $"{value.Parameter.Name} = {value.Literal}");
            outputs.AddText($"Set for this run: {string.Join("; ", set)}", saysSkipped: false);
        }
    }

    private static string Text(string path, string name, JsonNode? value) => value switch
    {
        null => throw new DataException($"{path}: the value of '{name}' is null; leave it out to keep the notebook's own."),
        JsonObject => throw new DataException($"{path}: the value of '{name}' is an object; it should be one value."),
        JsonValue single when single.TryGetValue(out string? text) => text,
        _ => value.ToJsonString(),
    };
}
