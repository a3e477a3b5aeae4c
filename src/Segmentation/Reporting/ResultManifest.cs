using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Segmentation;

/// <summary>One file of a result.</summary>
/// <param name="Name">The name in the result's folder.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 hexadecimal digits in lower case.</param>
public sealed record ResultFile(string Name, long Length, string Sha256);

/// <summary>
/// What a run wrote into its folder and how it was asked: the content of <c>manifest.json</c>. It has no date:
/// two manifests of the same input differ only where the files do, such as in the timings of summary.json.
/// </summary>
public sealed class ResultManifest
{
    /// <summary>The name of the file that holds the manifest.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The version of the manifest's form that this version of the library writes, and the only one it reads.</summary>
    public const int Version = 1;

    private const string Tool = "segment";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    internal ResultManifest(string toolVersion, JsonObject options, IReadOnlyList<ResultFile> files)
    {
        ToolVersion = toolVersion;
        Options = options;
        Files = files;
    }

    /// <summary>The version of the library that wrote the result.</summary>
    public string ToolVersion { get; }

    /// <summary>Every option as it was resolved.</summary>
    public JsonObject Options { get; }

    /// <summary>The files of the result, the manifest itself excepted, in the order in which they were declared.</summary>
    public IReadOnlyList<ResultFile> Files { get; }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="DataException">There is none, it is damaged, or another version of the tool wrote it.</exception>
    public static ResultManifest Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string path = Path.Combine(folder, FileName);
        if (!Directory.Exists(folder))
        {
            throw new DataException($"There is no folder {folder}.");
        }

        if (!File.Exists(path))
        {
            throw new DataException(
                $"{folder} has no {FileName}: it is not a folder that 'segment run' finished writing.");
        }

        return ReadFile(path);
    }

    internal static ResultManifest ReadFile(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            return Parse(path, document.RootElement);
        }
        catch (JsonException error)
        {
            int? line = error.LineNumber is long number ? (int)number + 1 : null;
            throw new DataException(path, line, "the manifest is damaged: it is not valid JSON.");
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
    }

    /// <summary>Whether a result may have a file of that name: a plain one in the folder itself, not hidden.</summary>
    internal static bool IsFileName(string name) =>
        name.Length > 0
        && name[0] != '.'
        && name != FileName
        && !name.AsSpan().ContainsAny('/', '\\', ':')
        && !name.Any(char.IsControl);

    internal void Write(Stream stream)
    {
        using Utf8JsonWriter writer = new(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
        writer.WriteStartObject();
        writer.WriteNumber("manifestVersion", Version);
        writer.WriteString("tool", Tool);
        writer.WriteString("toolVersion", ToolVersion);
        writer.WritePropertyName("options");
        Options.WriteTo(writer);
        writer.WriteStartArray("files");
        foreach (ResultFile file in Files)
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteNumber("bytes", file.Length);
            writer.WriteString("sha256", file.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static ResultManifest Parse(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("tool", out JsonElement tool)
            || tool.ValueKind != JsonValueKind.String || tool.GetString() != Tool)
        {
            throw new DataException(path, null, "this is not a manifest that segment wrote.");
        }

        JsonElement version = Member(path, root, "manifestVersion", JsonValueKind.Number);
        if (!version.TryGetInt32(out int number) || number != Version)
        {
            throw new DataException(
                path, null, $"the manifest's version is {version.GetRawText()}, but this segment reads version {Version} only.");
        }

        List<ResultFile> files = [];
        foreach (JsonElement element in Member(path, root, "files", JsonValueKind.Array).EnumerateArray())
        {
            ResultFile file = ParseFile(path, element);
            if (files.Exists(other => other.Name == file.Name))
            {
                throw Damaged(path, $"it lists the file '{file.Name}' twice");
            }

            files.Add(file);
        }

        return new ResultManifest(
            Member(path, root, "toolVersion", JsonValueKind.String).GetString()!,
            JsonObject.Create(Member(path, root, "options", JsonValueKind.Object).Clone())!,
            files);
    }

    private static ResultFile ParseFile(string path, JsonElement element)
    {
        string name = Member(path, element, "name", JsonValueKind.String).GetString()!;
        if (!IsFileName(name))
        {
            throw Damaged(path, $"it lists '{name}', which is not the name of a file in its folder");
        }

        string sha256 = Member(path, element, "sha256", JsonValueKind.String).GetString()!;
        if (!Member(path, element, "bytes", JsonValueKind.Number).TryGetInt64(out long length) || length < 0
            || sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw Damaged(path, $"the length or the SHA-256 of '{name}' is not one");
        }

        return new ResultFile(name, length, sha256);
    }

    private static JsonElement Member(string path, JsonElement owner, string name, JsonValueKind kind) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement member)
        && member.ValueKind == kind
            ? member
            : throw Damaged(path, $"'{name}' is missing or is not {KindInWords(kind)}");

    private static string KindInWords(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a number",
        JsonValueKind.Object => "an object",
        _ => "text",
    };

    private static DataException Damaged(string path, string what) =>
        new(path, null, $"the manifest is damaged: {what}.");
}
