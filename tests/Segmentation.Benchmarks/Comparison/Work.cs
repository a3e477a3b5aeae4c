using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>One line of the comparison: what both sides do, and how fast this library should be at it.</summary>
/// <param name="Name">What <c>--only</c> calls it.</param>
/// <param name="Title">What the table calls it.</param>
/// <param name="RowCount">The points, n.</param>
/// <param name="Arguments">The verb and its arguments, the same for both sides; makes the data.</param>
/// <param name="Settings">The peer's settings, of which the fastest counts.</param>
/// <param name="Check">Whether both found the same.</param>
internal sealed record Work(
    string Name,
    string Title,
    int RowCount,
    Func<SeededData, IReadOnlyList<string>> Arguments,
    IReadOnlyList<PeerSetting> Settings,
    Func<JsonObject, JsonObject, Agreement> Check)
{
    /// <summary>How many times the peer's speed is required, and aimed at; null where nothing is.</summary>
    public (double Least, double Aim)? Goal { get; init; }

    /// <summary>The time allowed in seconds; null for any.</summary>
    public double? LongestSeconds { get; init; }

    /// <summary>Whether it starts from random numbers: each alternation then takes another seed.</summary>
    public bool IsRandom { get; init; }

    /// <summary>How often a child process times it.</summary>
    public int Repetitions { get; init; } = 1;

    /// <summary>The numbers in a row where growth and memory are judged by this work; null where they are not.</summary>
    public int? GrowthFeatures { get; init; }
}

/// <summary>One way to run a peer.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Package">The Python package that it needs.</param>
/// <param name="Arguments">Arguments of its own.</param>
/// <param name="CoreType">OPENBLAS_CORETYPE, or null to leave it unset.</param>
internal sealed record PeerSetting(string Name, string Package, IReadOnlyList<string> Arguments, string? CoreType)
{
    public IReadOnlyDictionary<string, string> Environment => CoreType is null
        ? new Dictionary<string, string>()
        : new Dictionary<string, string> { ["OPENBLAS_CORETYPE"] = CoreType };

    /// <summary>The setting with OPENBLAS_CORETYPE unset and with SkylakeX, whose kernels use AVX-512.</summary>
    public static IEnumerable<PeerSetting> WithCoreTypes(string name, params string[] arguments) =>
    [
        new(name, "sklearn", arguments, null),
        new($"{name}, SkylakeX", "sklearn", arguments, "SkylakeX"),
    ];
}
