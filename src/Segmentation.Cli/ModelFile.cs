using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli;

/// <summary>The argument MODEL, the same for every command that reads one, and what is made of it.</summary>
internal static class ModelFile
{
    public static Argument<string> Argument() => new("MODEL")
    {
        Description = "A model.json that 'segment run' or 'segment stream' wrote.",
    };

    /// <summary>What a command found with a model, for programs: the files come first, "model" and "file".</summary>
    public static JsonObject Document(string model, string file, JsonObject found)
    {
        found.Insert(0, "model", model);
        found.Insert(1, "file", file);
        return found;
    }
}
