using System.Text.Json;
using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>A segment as a budget sees it.</summary>
/// <param name="Segment">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">Its customers, at least 1.</param>
/// <param name="Value">The measured value per customer; null where none was measured.</param>
public sealed record BudgetSegment(int Segment, string Name, int Customers, double? Value)
{
    /// <summary>The segments of a run, with their value per customer where a value column was named.</summary>
    public static IReadOnlyList<BudgetSegment> Of(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Of(result.Profiles, result.Value);
    }

    /// <summary>The segments of a folder that a run wrote, from its summary.json.</summary>
    /// <exception cref="DataException">The folder holds no whole result.</exception>
    public static IReadOnlyList<BudgetSegment> ReadFrom(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!ResultVerification.Of(folder, cancellationToken).IsWhole)
        {
            throw new DataException($"{folder} is not a whole result: 'segment verify' says what is wrong with it.");
        }

        string path = Path.Combine(folder, "summary.json");
        try
        {
            JsonNode summary = JsonNode.Parse(File.ReadAllText(path))!;
            Dictionary<int, double?> values = summary["value"]?["segments"]?.AsArray()
                .ToDictionary(segment => segment!["segment"]!.GetValue<int>(), segment => segment!["mean"]?.GetValue<double>()) ?? [];
            return
            [
                .. summary["segments"]!.AsArray().Select(segment => new BudgetSegment(
                    segment!["segment"]!.GetValue<int>(), segment["name"]!.GetValue<string>(), segment["size"]!.GetValue<int>(),
                    values.GetValueOrDefault(segment["segment"]!.GetValue<int>()))),
            ];
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }
        catch (Exception error) when (error is JsonException or NullReferenceException or InvalidOperationException or FormatException)
        {
            throw new DataException(path, null, "it does not hold the segments of a run.");
        }
    }

    internal static IReadOnlyList<BudgetSegment> Of(IReadOnlyList<SegmentProfile> profiles, ValueRanking? value) =>
        [.. profiles.Select((profile, i) => new BudgetSegment(profile.Segment, profile.Name, profile.Size, value?.Segments[i].Mean))];
}
