using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Segmentation;

/// <summary>
/// The model file, version 1: one JSON object with the properties of <see cref="Document"/>. Numbers are written so
/// that they read back to the same double. A model file is data, never code.
/// </summary>
internal static class ModelJson
{
    private const string Format = "segmentation-model";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write(SegmentationModel model)
    {
        Document document = new(
            Format,
            Version,
            LibraryVersion.Text,
            model.Seed,
            model.Inertia,
            model.Preprocessor.Scaling,
            model.Preprocessor.Features,
            [.. model.Segments.Select((segment, i) =>
                new Segment(segment.Segment, segment.Name, segment.Size, model.Centroids.Row(i).ToArray()))])
        {
            FillFromCentroids = model.Preprocessor.FillCentroids is not null,
        };
        return JsonSerializer.Serialize(document, Options) + "\n";
    }

    public static SegmentationModel Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }

        try
        {
            JsonNode? header = JsonNode.Parse(text);
            CheckHeader(path, header as JsonObject);
            return FromDocument(header.Deserialize<Document>(Options)!);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new DataException($"{path}: the model is damaged: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }

    private static void CheckHeader(string path, JsonObject? header)
    {
        if (header is null || !(header["format"] is JsonValue format && format.TryGetValue(out string? name) && name == Format))
        {
            throw new DataException(path, null, $"this is not a model file: it has no \"format\": \"{Format}\".");
        }

        if (!(header["version"] is JsonValue number && number.TryGetValue(out int version) && version is >= 1 and <= Version))
        {
            throw new DataException(
                path, null, $"the model's version is {header["version"]?.ToJsonString() ?? "missing"}, but this program knows versions up to {Version}. A newer program can read it.");
        }
    }

    private static SegmentationModel FromDocument(Document document)
    {
        FittedPreprocessor preprocessor = new(document.Features, document.Scaling);
        Segment[] segments = [.. document.Segments];
        IReadOnlyList<string> names = preprocessor.FeatureNames;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Number != i + 1)
            {
                throw new ArgumentException($"segment {i + 1} has the number {segments[i].Number}.");
            }

            if (segments[i].Centroid.Count != names.Count)
            {
                throw new ArgumentException($"segment {i + 1} has {segments[i].Centroid.Count} coordinates for {names.Count} features.");
            }
        }

        if (segments.Length == 0)
        {
            throw new ArgumentException("it has no segment.");
        }

        FeatureMatrix centroids = FeatureMatrix.Owning(names, [.. segments.SelectMany(segment => segment.Centroid)]);
        return new SegmentationModel(
            document.FillFromCentroids ? preprocessor.FillingFrom(centroids) : preprocessor,
            centroids,
            [.. segments.Select(segment => new ModelSegment(segment.Number, segment.Name, segment.Size))],
            document.Seed,
            document.Inertia);
    }

    private sealed record Document(
        string Format,
        int Version,
        string Library,
        int Seed,
        double Inertia,
        Scaling Scaling,
        IReadOnlyList<FittedFeature> Features,
        IReadOnlyList<Segment> Segments)
    {
        /// <summary>Whether missing cells are filled from the nearest centroid (k-POD).</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool FillFromCentroids { get; init; }
    }

    private sealed record Segment(
        [property: JsonPropertyName("segment")] int Number, string Name, int Size, IReadOnlyList<double> Centroid);
}
