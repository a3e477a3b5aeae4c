using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>Whether two answers agree, and how far they are apart.</summary>
/// <param name="Holds">Whether they do.</param>
/// <param name="Text">What the table says.</param>
internal sealed record Agreement(bool Holds, string Text)
{
    /// <summary>The sums of both sides are added up in another order; beyond that they are equal.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The same inertia up to rounding.</summary>
    public static Agreement SameInertia(JsonObject ours, JsonObject peer) => Close(ours, peer, "inertia");

    /// <summary>The same standardised values up to rounding.</summary>
    public static Agreement SameValues(JsonObject ours, JsonObject peer) => Close(ours, peer, "sumOfMagnitudes");

    /// <summary>An inertia at or below the peer's.</summary>
    public static Agreement NoWorse(JsonObject ours, JsonObject peer)
    {
        double share = (Number(ours["inertia"]) / Number(peer["inertia"])) - 1;
        return new(share <= Rounding, $"inertia {Signed(share)}");
    }

    /// <summary>An inertia at or below the peer's for every number of clusters.</summary>
    public static Agreement NoWorseAtAny(JsonObject ours, JsonObject peer)
    {
        double[] shares = [.. ours["inertia"]!.AsArray().Zip(peer["inertia"]!.AsArray(), (our, their) => (Number(our) / Number(their)) - 1)];
        return new(shares.All(share => share <= Rounding), $"inertia {Signed(shares.Max())} at worst");
    }

    /// <summary>The same mean width, to 1e-12.</summary>
    public static Agreement SameScore(JsonObject ours, JsonObject peer)
    {
        double apart = Math.Abs(Number(ours["score"]) - Number(peer["score"]));
        return new(apart <= 1e-12, string.Create(CultureInfo.InvariantCulture, $"{apart:0.0E+0} apart"));
    }

    private static Agreement Close(JsonObject ours, JsonObject peer, string name)
    {
        double share = Math.Abs((Number(ours[name]) / Number(peer[name])) - 1);
        return new(share <= Rounding, string.Create(CultureInfo.InvariantCulture, $"{share:0.0E+0} apart"));
    }

    private static string Signed(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.0000;-0.0000;0} %");

    private static double Number(JsonNode? node) => node!.GetValue<double>();
}
