namespace Segmentation;

/// <summary>
/// Shapes that K-Means finds, and shapes that it cannot find. The same seed gives the same points, bit for bit, on any
/// machine: circles are drawn by rejection and a square root, without sine or cosine.
/// </summary>
public static class SampleShapes
{
    /// <summary>Three round groups of the same size, well apart: what K-Means is made for.</summary>
    /// <param name="points">The number of points, at least 1.</param>
    /// <param name="seed">Another seed gives other points.</param>
    public static SampleShape Blobs(int points = 300, int seed = 42) =>
        Make("Round groups", points, seed, 3, (random, group) => (
            (group switch { 0 => -5, 1 => 5, _ => 0 }) + random.Normal(),
            (group == 2 ? 6 : 0) + random.Normal()));

    /// <summary>A ring around a disc: no straight line parts them.</summary>
    /// <inheritdoc cref="Blobs"/>
    public static SampleShape Rings(int points = 300, int seed = 42) =>
        Make("Rings", points, seed, 2, (random, group) =>
        {
            (double x, double y) = Direction(random);
            double radius = (group == 0 ? 5 : 1.5) + (0.3 * random.Normal());
            return (radius * x, radius * y);
        });

    /// <summary>Two half moons that reach into each other.</summary>
    /// <inheritdoc cref="Blobs"/>
    public static SampleShape Moons(int points = 300, int seed = 42) =>
        Make("Moons", points, seed, 2, (random, group) =>
        {
            (double x, double y) = Direction(random);
            double height = group == 0 ? Math.Abs(y) : 0.5 - Math.Abs(y);
            double place = group == 0 ? x : 1 - x;
            return (place + (0.07 * random.Normal()), height + (0.07 * random.Normal()));
        });

    /// <summary>Three stretched groups side by side.</summary>
    /// <inheritdoc cref="Blobs"/>
    public static SampleShape Elongated(int points = 300, int seed = 42) =>
        Make("Stretched groups", points, seed, 3, (random, group) => (6 * random.Normal(), (4 * (group - 1)) + (0.6 * random.Normal())));

    /// <summary>A wide group of nine tenths of the points, and two small dense ones beside it.</summary>
    /// <inheritdoc cref="Blobs"/>
    public static SampleShape UnequalSizes(int points = 300, int seed = 42) =>
        Make("Unequal sizes", points, seed, 20, (random, part) => part switch
        {
            0 => (7 + (0.3 * random.Normal()), 2 + (0.3 * random.Normal())),
            1 => (7 + (0.3 * random.Normal()), -2 + (0.3 * random.Normal())),
            _ => (2 * random.Normal(), 2 * random.Normal()),
        }, part => part < 2 ? part + 1 : 0);

    /// <summary>Points spread evenly over a square: no groups at all.</summary>
    /// <inheritdoc cref="Blobs"/>
    public static SampleShape Noise(int points = 300, int seed = 42) =>
        Make("Uniform noise", points, seed, 1, (random, _) => (random.Uniform(), random.Uniform()));

    /// <summary>All of them.</summary>
    /// <inheritdoc cref="Blobs"/>
    public static IReadOnlyList<SampleShape> All(int points = 300, int seed = 42) =>
    [
        Blobs(points, seed), Rings(points, seed), Moons(points, seed), Elongated(points, seed), UnequalSizes(points, seed),
        Noise(points, seed),
    ];

    /// <summary>Draws the points part by part in turn, so that every part has its share.</summary>
    private static SampleShape Make(
        string name,
        int points,
        int seed,
        int parts,
        Func<SampleRandom, int, (double X, double Y)> draw,
        Func<int, int>? groupOf = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        SampleRandom random = new(seed);
        double[] values = new double[2 * points];
        int[] groups = new int[points];
        for (int i = 0; i < points; i++)
        {
            int part = i % parts;
            (values[2 * i], values[(2 * i) + 1]) = draw(random, part);
            groups[i] = groupOf?.Invoke(part) ?? part;
        }

        return new(name, FeatureMatrix.Owning(["x", "y"], values), groups);
    }

    /// <summary>A point on the unit circle, each with the same chance: a point of the disc, carried outwards.</summary>
    private static (double X, double Y) Direction(SampleRandom random)
    {
        while (true)
        {
            double x = (2 * random.Uniform()) - 1;
            double y = (2 * random.Uniform()) - 1;
            double length = Math.Sqrt((x * x) + (y * y));
            if (length is > 0.1 and <= 1)
            {
                return (x / length, y / length);
            }
        }
    }
}
