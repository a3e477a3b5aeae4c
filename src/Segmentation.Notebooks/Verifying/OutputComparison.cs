using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Segmentation.Notebooks;

/// <summary>Compares outputs, leaving aside execution counts and durations, which no two runs share.</summary>
internal static partial class OutputComparison
{
    private const int ShownLength = 60;
    private const int ShownBefore = 20;

    /// <summary>What differs, in one line; null when nothing does.</summary>
    public static string? Difference(IReadOnlyList<JsonObject> committed, CellOutputs now) =>
        Difference(committed, [.. now.ToJson().OfType<JsonObject>()]);

    /// <inheritdoc cref="Difference(IReadOnlyList{JsonObject}, CellOutputs)"/>
    public static string? Difference(IReadOnlyList<JsonObject> committed, IReadOnlyList<JsonObject> now)
    {
        Piece[] before = [.. Pieces(committed)];
        Piece[] after = [.. Pieces(now)];
        foreach ((Piece old, Piece made) in before.Zip(after))
        {
            if (old.Kind != made.Kind)
            {
                return $"{made.Kind} instead of {old.Kind}.";
            }

            if (old.Text != made.Text)
            {
                return $"{made.Kind} is {Shown(made.Text, old.Text)} instead of {Shown(old.Text, made.Text)}.";
            }
        }

        return before.Length == after.Length ? null
            : before.Length > after.Length ? $"{before[after.Length].Kind} is missing."
            : $"{after[before.Length].Kind} was not there before.";
    }

    /// <summary>The outputs taken apart into one text each; streams that follow each other joined.</summary>
    private static IEnumerable<Piece> Pieces(IEnumerable<JsonObject> outputs)
    {
        Piece? stream = null;
        int number = 0;
        foreach (JsonObject output in outputs)
        {
            string type = NotebookText.Of(output["output_type"]) ?? string.Empty;
            string name = NotebookText.Of(output["name"]) ?? string.Empty;
            if (type == "stream" && stream is not null && stream.Kind == name)
            {
                stream = stream with { Text = stream.Text + Text(output["text"]) };
                continue;
            }

            if (stream is not null)
            {
                yield return stream.Named(number);
                stream = null;
            }

            number++;
            if (type == "stream")
            {
                stream = new Piece(name, Text(output["text"]));
                continue;
            }

            if (type == "error")
            {
                yield return new Piece(type, Text(output["evalue"])).Named(number);
            }

            foreach ((string mime, JsonNode? value) in (output["data"] as JsonObject ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                yield return new Piece(mime, Text(value)).Named(number);
            }
        }

        if (stream is not null)
        {
            yield return stream.Named(number);
        }
    }

    private static string Text(JsonNode? value) =>
        Durations().Replace((NotebookText.Of(value) ?? value?.ToJsonString() ?? string.Empty).ReplaceLineEndings("\n"), "…");

    /// <summary>The text around the first letter in which it differs from the other.</summary>
    private static string Shown(string text, string other)
    {
        int same = text.AsSpan().CommonPrefixLength(other);
        int start = Math.Max(0, same - ShownBefore);
        string part = text.Substring(start, Math.Min(ShownLength, text.Length - start));
        return $"'{(start > 0 ? "…" : "")}{part}{(start + part.Length < text.Length ? "…" : "")}'";
    }

    [GeneratedRegex(@"\b\d+([.,]\d+)?\s?(ns|µs|us|ms|s|seconds?|minutes?)\b|\b\d+:\d\d:\d\d(\.\d+)?\b")]
    private static partial Regex Durations();

    private sealed record Piece(string Kind, string Text)
    {
        public Piece Named(int number) =>
            this with { Kind = string.Create(CultureInfo.InvariantCulture, $"output {number} ({Kind})") };
    }
}
