using System.Globalization;
using FsCheck;

namespace Segmentation.Tests;

/// <summary>
/// Checks properties on random cases that are the same in every run. The environment asks for others:
/// <c>PROPERTY_SEED</c> for other cases, <c>PROPERTY_TIMES</c> for so many times as many (tests/README.md).
/// </summary>
internal static class RandomCases
{
    private const ulong DefaultSeed = 20240607;

    private static ulong Seed => FromEnvironment("PROPERTY_SEED", DefaultSeed);

    private static int Times => checked((int)FromEnvironment("PROPERTY_TIMES", 1));

    /// <summary>Throws with the smallest case found for which the property does not hold.</summary>
    /// <param name="property">What must hold.</param>
    /// <param name="cases">How many cases are drawn.</param>
    public static void Holds(this Property property, int cases = 100)
    {
        // A stream is a seed and an odd number.
        Config config = Config.QuickThrowOnFailure
            .WithName($"PROPERTY_SEED={Seed} PROPERTY_TIMES={Times}")
            .WithMaxTest(checked(cases * Times))
            .WithReplay(Seed, (2 * Seed) + 1);
        Check.One(config, property);
    }

    private static ulong FromEnvironment(string name, ulong otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(text) ? otherwise
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) && number > 0 ? number
            : throw new InvalidOperationException($"{name} should be a whole number of at least 1 but is '{text}'.");
    }
}
