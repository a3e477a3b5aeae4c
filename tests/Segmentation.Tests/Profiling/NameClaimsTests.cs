using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests.Profiling;

/// <summary>No name says more than the findings do, and tables of every shape give unique names and sentences with numbers.</summary>
public sealed class NameClaimsTests
{
    [Fact]
    [Trait("Kind", "Property")]
    public void Name_AnyTable_ClaimsOnlyWhatTheFindingsSupport()
    {
        HashSet<string> words = [];
        Property property = Prop.ForAll<int[], byte>((values, choice) =>
        {
            if (values.Length < 2)
            {
                return;
            }

            string[] clustered = (choice % 4) switch { 0 => ["Age"], 1 => ["Age", "Visits"], 2 => ["Age", "Visits", "Fee"], _ => [] };
            (CustomerTable table, int[] labels) = Customers(values, (choice / 4 % 5) + 2);

            foreach (SegmentProfile profile in new SegmentProfiler(clustered).Profile(table, labels).Where(profile => profile.Share < 1))
            {
                string name = profile.Name.Split(" #")[0].Split(" (")[0].ToLowerInvariant();
                foreach (string phrase in name.Split(", "))
                {
                    Assert.True(IsSupported(phrase, profile), $"{profile.Name}: '{phrase}' of {profile.Describe()}");
                    words.UnionWith(phrase.Split(' '));
                }
            }
        });

        property.Holds(cases: 400);

        // The random tables did call for every kind of word.
        string[] wanted = ["high", "low", "very", "older", "younger", "average", "above-average", "below-average", "mostly", "more", "nothing"];
        Assert.Empty(wanted.Except(words));
    }

    [Theory]
    [InlineData("only categories beside the features", 5)]
    [InlineData("sixty columns", 5)]
    [InlineData("sixty columns", 2)]
    [InlineData("sixty columns", 20)]
    [InlineData("two features", 2)]
    [InlineData("two features", 20)]
    public void Profile_TableOfThisShape_HasUniqueNamesAndNoSentenceWithoutANumber(string shape, int segments)
    {
        (CustomerTable table, string[] features, int[] labels) = Shaped(shape, segments);

        IReadOnlyList<SegmentProfile> profiles = new SegmentProfiler(features).Profile(table, labels);

        Assert.Equal(segments, profiles.Select(profile => profile.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains(profiles, profile => profile.Findings.Count > 0);
        Assert.All(profiles, profile =>
        {
            Assert.InRange(profile.Name.Length, 1, 52);
            Assert.Matches(@"\d.*: .*\d", profile.Describe());
            Assert.All(profile.Findings, finding =>
            {
                Assert.Matches(@"\d.* overall \(.*\d.* customers", finding.Describe());
                Assert.Equal(finding.Clustered, finding.AdjustedPValue is null);
                Assert.True(finding.StandsOut);
            });
        });
    }

    private static bool IsSupported(string phrase, SegmentProfile profile)
    {
        string[] parts = phrase.Split(' ');
        Evidence? Mean(string noun, int sign) => SegmentFindings.Compared(profile).SingleOrDefault(evidence =>
            evidence.Kind == EvidenceKind.Mean && Same(evidence.Column, noun) && (sign == 0 || Math.Sign(evidence.Effect) == sign));
        bool Level(bool most) => profile.Findings.Any(finding =>
            finding.Kind == EvidenceKind.Level && Same(finding.Level, parts[^1]) && finding.Value > 0.5 == most);
        bool Gap(EvidenceKind kind) => profile.Findings.Any(finding => finding.Kind == kind && Same(finding.Column, parts[^1]));
        return phrase switch
        {
            "average on everything" => SegmentFindings.Compared(profile).All(evidence => evidence.Strength < 0.25 || evidence.Kind > EvidenceKind.Level),
            "nothing stands out" => profile.Findings.Count == 0,
            "average age" => Math.Abs(Mean("age", 0)!.Effect) < 0.25,
            "older" or "much older" => Mean("age", 1)!.StandsOut,
            "younger" or "much younger" => Mean("age", -1)!.StandsOut,
            "somewhat older" => Mean("age", 1)!.Effect is >= 0.25 and < 0.5,
            "somewhat younger" => Mean("age", -1)!.Effect is > -0.5 and <= -0.25,
            _ => parts switch
            {
                ["high", _] or ["very", "high", _] => Mean(parts[^1], 1)!.StandsOut,
                ["low", _] or ["very", "low", _] => Mean(parts[^1], -1)!.StandsOut,
                ["above-average", _] => Mean(parts[^1], 1)!.Effect is >= 0.25 and < 0.5,
                ["below-average", _] => Mean(parts[^1], -1)!.Effect is > -0.5 and <= -0.25,
                ["average", _] => Math.Abs(Mean(parts[^1], 0)!.Effect) < 0.25,
                ["mostly", _] => Level(most: true),
                ["more", "often", "no", _] => Gap(EvidenceKind.Missing),
                ["more", "often", "unusual", _] => Gap(EvidenceKind.Outliers),
                ["more", "often", _] => Level(most: false),
                ["often", "high", _] => Gap(EvidenceKind.AboveUpperQuartile),
                ["often", "low", _] => Gap(EvidenceKind.BelowLowerQuartile),
                _ => false,
            },
        };
    }

    /// <summary>Thirty customers for each number; what they are like depends on numbers and on their segment.</summary>
    private static (CustomerTable Table, int[] Labels) Customers(int[] values, int segments)
    {
        int rows = values.Length * 30;
        Random random = new(HashOf(values));
        int[] labels = [.. Enumerable.Range(0, rows).Select(i => i % Math.Min(segments, rows))];
        double[] Numbers(int which) =>
            [.. labels.Select(label => Math.Round(((values[(label + which) % values.Length] % 5) * (1 + (2 * which))) + (random.NextDouble() * 12), 3))];
        bool gaps = values[0] % 3 == 0;
        CustomerTable table = new(
        [
            new NumericColumn("Age", Numbers(0)),
            new NumericColumn("Visits", Numbers(1)),
            new NumericColumn("Fee", Numbers(2)),
            new CategoricalColumn("City", [.. labels.Select(label =>
                gaps && label == 1 && random.Next(2) == 0 ? null : random.Next(3) == 0 ? "Rome" : values[(label + 1) % values.Length] % 2 == 0 ? "Oslo" : "Lima")]),
        ]);
        return (table, labels);
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static int HashOf(int[] values) => values.Aggregate(17, (hash, value) => unchecked((hash * 31) + value));

    private static (CustomerTable Table, string[] Features, int[] Labels) Shaped(string shape, int segments)
    {
        Random random = new(5);
        int[] labels = [.. Enumerable.Range(0, segments * 40).Select(i => i % segments)];
        NumericColumn Number(string name, double shift) =>
            new(name, [.. labels.Select(label => (label * shift % 17) + random.NextDouble())]);
        CategoricalColumn Category(string name, bool follows) =>
            new(name, [.. labels.Select(label => $"{name} {(follows && random.Next(4) > 0 ? label : random.Next(segments))}")]);
        Column[] columns = shape switch
        {
            "sixty columns" => [.. Enumerable.Range(1, 60).Select(i => (Column)Number($"Average spend in category {i} of the catalogue (k$)", i))],
            "two features" => [Number("Income", 1), Number("Spending", 5)],
            _ => [Number("Income", 1), Number("Spending", 5), .. Enumerable.Range(1, 8).Select(i => (Column)Category($"Answer {i}", i % 2 == 0))],
        };
        return (new(columns), [.. columns.OfType<NumericColumn>().Take(shape == "sixty columns" ? 30 : 2).Select(column => column.Name)], labels);
    }
}
