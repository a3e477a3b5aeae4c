using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>How columns were encoded, for the manifest.</summary>
internal static class PreparationExport
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>For each feature that is no number as it is, how it was encoded.</summary>
    public static JsonObject Encodings(FittedPreprocessor preprocessor) => new(
        preprocessor.Features.Where(feature => feature.Encoding is not null).Select(feature =>
            KeyValuePair.Create(feature.Name, JsonSerializer.SerializeToNode(feature.Encoding, Options))));
}
