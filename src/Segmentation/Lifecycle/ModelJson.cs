using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Segmentation;

/// <summary>
/// The model file: one JSON object, described in model.md. Numbers are written so that they read back to the same double.
/// A model file is data, never code.
/// </summary>
internal static class ModelJson
{
    /// <summary>The version that is written; it and every earlier one are read.</summary>
    public const int Version = 2;

    private const string Format = "segmentation-model";

    /// <summary>No model is as large; a file that is larger is not read into memory.</summary>
    private const int LongestFile = 1 << 28;

    private static readonly string[] SinceVersionTwo = ["idColumn", "training", "nextSegment", "fillFromCentroids"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
            model.MadeBy,
            model.Seed,
            model.Inertia,
            model.Preprocessor.Scaling,
            model.Preprocessor.Features,
            [.. model.Segments.Select((segment, i) =>
                new Segment(segment.Segment, segment.Name, segment.Size, model.Centroids.Row(i).ToArray()))],
            model.IdColumn,
            model.Training)
        {
            FillFromCentroids = model.Preprocessor.FillCentroids is not null,
            NextSegment = model.NextSegment,
        };
        return JsonSerializer.Serialize(document, Options) + "\n";
    }

    public static SegmentationModel Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            JsonNode? header = JsonNode.Parse(Text(path));
            CheckHeader(path, header as JsonObject);
            Document document = header.Deserialize<Document>(Options)!;
            ModelChecks.Check(document);
            return FromDocument(document);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new DataException($"{path}: the model is damaged: {Reason(error).ReplaceLineEndings(" ")}", error);
        }
    }

    private static string Text(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DataException(path, null, "is a folder, not a model file.");
        }

        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using MemoryStream content = new();
            byte[] buffer = new byte[1 << 16];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (content.Length + read > LongestFile)
                {
                    throw new DataException(path, null, $"this is not a model file: it is larger than {LongestFile >> 20} MiB.");
                }

                content.Write(buffer, 0, read);
            }

            ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            return StrictUtf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    private static string Reason(Exception error) => error is DecoderFallbackException
        ? "it is not UTF-8."
        : error.Message.Split(" (Parameter '", 2)[0];

    private static void CheckHeader(string path, JsonObject? header)
    {
        if (header is null || !(header["format"] is JsonValue format && format.TryGetValue(out string? name) && name == Format))
        {
            throw new DataException(path, null, $"this is not a model file: it has no \"format\": \"{Format}\".");
        }

        if (!(header["version"] is JsonValue number && number.TryGetValue(out int version)))
        {
            throw new DataException(
                path, null, $"the model is damaged: its version is {Shown(header["version"])}, not a whole number.");
        }

        if (version is < 1 or > Version)
        {
            string remedy = version > Version ? " A newer program can read it." : string.Empty;
            throw new DataException(
                path, null, $"the model's version is {version}, but this program knows versions 1 to {Version}.{remedy}");
        }

        if (version == 1 && SinceVersionTwo.FirstOrDefault(header.ContainsKey) is string later)
        {
            throw new DataException(path, null, $"the model is damaged: version 1 has no \"{later}\".");
        }
    }

    private static string Shown(JsonNode? value)
    {
        const int Most = 40;
        string text = value?.ToJsonString() ?? "missing";
        return text.Length <= Most ? text : text[..Most] + "…";
    }

    private static SegmentationModel FromDocument(Document document)
    {
        FittedPreprocessor preprocessor = new(document.Features, document.Scaling);
        FeatureMatrix centroids = FeatureMatrix.Owning(preprocessor.FeatureNames, [.. document.Segments.SelectMany(segment => segment.Centroid)]);
        return new SegmentationModel(
            document.FillFromCentroids ? preprocessor.FillingFrom(centroids) : preprocessor,
            centroids,
            [.. document.Segments.Select(segment => new ModelSegment(segment.Number, segment.Name, segment.Size))],
            document.Seed,
            document.Inertia,
            document.Training,
            document.IdColumn,
            document.Library)
        {
            NextSegment = document.NextSegment,
        };
    }

    /// <summary>The file's properties, in their order; what has a default came with version 2.</summary>
    internal sealed record Document(
        string Format,
        int Version,
        string Library,
        int Seed,
        double Inertia,
        Scaling Scaling,
        IReadOnlyList<FittedFeature> Features,
        IReadOnlyList<Segment> Segments,
        string? IdColumn = null,
        TrainingStatistics? Training = null)
    {
        /// <summary>Whether missing cells are filled from the nearest centroid (k-POD).</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public bool FillFromCentroids { get; init; }

        /// <summary>The number of the next new segment, where vanished segments had higher ones.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? NextSegment { get; init; }
    }

    internal sealed record Segment(
        [property: JsonPropertyName("segment")] int Number, string Name, int Size, IReadOnlyList<double> Centroid);
}
