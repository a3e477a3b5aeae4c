using System.Text.Json.Nodes;

namespace Segmentation.Cli.Tests.Commands;

/// <summary>The JSON files of a result's folder.</summary>
internal static class ResultJson
{
    public static JsonObject Of(string folder, string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name)))!.AsObject();

    /// <summary>The options that the manifest records.</summary>
    public static JsonObject Options(string folder) => Of(folder, "manifest.json")["options"]!.AsObject();
}
