using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Random;
using Segmentation.TestSupport;

namespace Segmentation.Tests.Lifecycle;

/// <summary>What a model file gives back, whatever was done to it.</summary>
public sealed class ModelFileTests : IDisposable
{
    /// <summary>The first version, as it was written before there were training statistics.</summary>
    private const string VersionOne =
        """
        {
          "format": "segmentation-model",
          "version": 1,
          "library": "0.1.0",
          "seed": 7,
          "inertia": 12.5,
          "scaling": "standard",
          "features": [
            { "name": "Income", "center": 50.25, "scale": 10, "weight": 1, "fillValue": null },
            { "name": "Age", "center": 40, "scale": 5, "weight": 2, "fillValue": 39 }
          ],
          "segments": [
            { "segment": 1, "name": "Older", "size": 5, "centroid": [0.1, 2] },
            { "segment": 2, "name": "Younger", "size": 3, "centroid": [-0.1, -2] }
          ]
        }
        """;

    private static readonly string Written = SegmentationModel.Of(
        new SegmentationPipeline { ClusterCount = 3, MaxClusters = 3 }.Run(SampleData.MallCustomers(60))).ToJson();

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Kind", "Property")]
    public void Load_AnyModel_IsTheSameToTheBit() => Prop.ForAll(RandomModels(), model =>
    {
        SegmentationModel read = Read(model.ToJson());

        return Bits(model.Centroids.Values).SequenceEqual(Bits(read.Centroids.Values))
            && model.Preprocessor.Features.SequenceEqual(read.Preprocessor.Features)
            && model.Segments.SequenceEqual(read.Segments)
            && (model.Seed, model.Inertia, model.IdColumn, model.MadeBy) == (read.Seed, read.Inertia, read.IdColumn, read.MadeBy)
            && Numbers(model.Training!).SequenceEqual(Numbers(read.Training!))
            && model.ToJson() == read.ToJson();
    }).Holds();

    [Fact]
    public void Load_VersionOne_ScoresWithoutKnowingWhoIsUnlike()
    {
        SegmentationModel model = Read(VersionOne);

        // Income 50.25 and the fill value 39 are scaled to 0 and -0.4; Younger at (-0.1, -2) is nearer than Older at (0.1, 2).
        ScoredCustomer customer = model.Score(new CustomerTable([new NumericColumn("Income", [50.25]), new NumericColumn("Age", [double.NaN])]))[0];

        Assert.Null(model.Training);
        Assert.Null(model.IdColumn);
        Assert.Equal((2, "Younger", null), (customer.Segment, customer.Name, customer.IsUnlikeTraining));
        Assert.Equal(Math.Sqrt((0.1 * 0.1) + (1.6 * 1.6)), customer.Distance!.Value, 1e-15);
    }

    [Fact]
    public void ToJson_OfVersionOne_IsVersionTwo()
    {
        JsonNode written = JsonNode.Parse(Read(VersionOne).ToJson())!;

        Assert.Equal(2, written["version"]!.GetValue<int>());
        Assert.Null(written["training"]);
        Assert.Equal("0.1.0", written["library"]!.GetValue<string>());
    }

    [Fact]
    public void ToJson_TenTimesTheCustomers_IsHardlyLonger()
    {
        string larger = SegmentationModel.Of(
            new SegmentationPipeline { ClusterCount = 3, MaxClusters = 3 }.Run(SampleData.MallCustomers(600))).ToJson();

        Assert.InRange(larger.Length, Written.Length / 2, Written.Length * 2);
    }

    [Theory]
    [InlineData("version", "3", "the model's version is 3, but this program knows versions 1 to 2. A newer program can read it.")]
    [InlineData("version", "0", "the model's version is 0, but this program knows versions 1 to 2.")]
    [InlineData("version", "\"2\"", "the model is damaged: its version is \"2\", not a whole number.")]
    [InlineData("inertia", "-1", "the model is damaged: its inertia is not a number of at least 0.")]
    [InlineData("inertia", "1e999", "the model is damaged: its inertia is not a number of at least 0.")]
    [InlineData("segments", "[]", "the model is damaged: it has no segment.")]
    [InlineData("segments", "[null, null, null]", "the model is damaged: segment 1 is null.")]
    [InlineData("nextSegment", "3", "the model is damaged: its next segment's number is taken.")]
    [InlineData("features", "[null]", "the model is damaged: a feature has no name.")]
    [InlineData("format", "\"other\"", "this is not a model file: it has no \"format\": \"segmentation-model\".")]
    public void Load_AWrongProperty_SaysWhat(string property, string value, string message)
    {
        JsonObject model = JsonNode.Parse(Written)!.AsObject();
        model[property] = JsonNode.Parse(value);

        Assert.Equal($"{Path}: {message}", Assert.Throws<DataException>(() => Read(model.ToJsonString())).Message);
    }

    [Fact]
    public void Load_SegmentNumbersThatDoNotRise_SaysSo()
    {
        JsonNode model = JsonNode.Parse(Written)!;
        model["segments"]![1]!["segment"] = 1;

        Assert.Equal(
            $"{Path}: the model is damaged: its segments' numbers do not rise from 1.",
            Assert.Throws<DataException>(() => Read(model.ToJsonString())).Message);
    }

    [Theory]
    [InlineData("features[0].counts[0]", "1000", "the training statistics of 'Age' have counts that do not add up.")]
    [InlineData("features[0].edges[1]", "-1000", "the training statistics of 'Age' have edges that do not rise.")]
    [InlineData("features[0].name", "\"Agee\"", "its training statistics have other features than the model.")]
    [InlineData("segments[1].count", "0", "the training statistics have segments that do not add up.")]
    [InlineData("segments[1].variances[0]", "-1", "the training statistics of segment 2 are not 3 means and as many variances.")]
    [InlineData("segments[1].means", "[1]", "the training statistics of segment 2 are not 3 means and as many variances.")]
    [InlineData("segments[2].segment", "2", "its training statistics have other segments than the model.")]
    [InlineData("distanceQuantiles", "[]", "its training statistics have distances that are not rising quantiles with the 99th percentile among them.")]
    [InlineData("distanceQuantiles[0].distance", "100", "its training statistics have distances that are not rising quantiles with the 99th percentile among them.")]
    [InlineData("rowsMeasured", "61", "its training rows are not counts.")]
    [InlineData("categories", "[{\"column\":\"c\",\"missing\":0,\"other\":0,\"levels\":[null]}]", "its training statistics have a category that is not levels with counts.")]
    public void Load_WrongTrainingStatistics_SaysWhat(string place, string value, string message)
    {
        JsonNode model = JsonNode.Parse(Written)!;
        JsonNode parent = model["training"]!;
        string[] steps = place.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (string step in steps[..^1])
        {
            parent = step[0] == '[' ? parent[int.Parse(step[1..^1], null)]! : parent[step]!;
        }

        if (steps[^1][0] == '[')
        {
            parent[int.Parse(steps[^1][1..^1], null)] = JsonNode.Parse(value);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        Assert.Equal($"{Path}: the model is damaged: {message}", Assert.Throws<DataException>(() => Read(model.ToJsonString())).Message);
    }

    [Fact]
    public void Load_CutOffAnywhere_IsOneLineOfDataException()
    {
        for (int length = 0; length < Written.TrimEnd().Length; length += 7)
        {
            DataException error = Assert.Throws<DataException>(() => Read(Written[..length]));
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Fact]
    public void Load_ChangedBytes_IsAModelOrADataException()
    {
        Xoshiro256StarStar random = new(1);
        byte[] whole = Encoding.UTF8.GetBytes(Written);
        int refused = 0;
        for (int i = 0; i < 2000; i++)
        {
            byte[] changed = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            refused += IsRefused(changed) ? 1 : 0;
        }

        Assert.InRange(refused, 1000, 1999);   // a changed digit is a model still
    }

    [Fact]
    public void Load_PropertiesOfOtherTypes_IsADataException()
    {
        string[] others = ["null", "true", "-1", "1e400", "\"x\"", "[]", "{}", "[[]]", "{\"$type\":\"System.Diagnostics.Process\"}"];
        int places = 0;
        foreach (string other in others)
        {
            for (int place = 0; ; place++)
            {
                JsonNode model = JsonNode.Parse(Written)!;
                int left = place;
                if (!ReplaceNth(model, ref left, JsonNode.Parse(other)))
                {
                    break;
                }

                places++;
                IsRefused(Encoding.UTF8.GetBytes(model.ToJsonString()));   // it throws when anything but a DataException comes out
            }
        }

        Assert.InRange(places, 1000, int.MaxValue);
    }

    [Fact]
    public void Load_NotUtf8_SaysSo()
    {
        File.WriteAllBytes(Path, [.. Encoding.Latin1.GetBytes(Written.Replace("Age", "Âge", StringComparison.Ordinal))]);

        Assert.Equal($"{Path}: the model is damaged: it is not UTF-8.", Assert.Throws<DataException>(() => SegmentationModel.Load(Path)).Message);
    }

    [Fact]
    public void Load_AFolder_SaysSo() =>
        Assert.Equal($"{folder.Path}: is a folder, not a model file.", Assert.Throws<DataException>(() => SegmentationModel.Load(folder.Path)).Message);

    private string Path => folder.File("model.json");

    private SegmentationModel Read(string text) => SegmentationModel.Load(folder.Write("model.json", text));

    private bool IsRefused(byte[] content)
    {
        File.WriteAllBytes(Path, content);
        try
        {
            SegmentationModel model = SegmentationModel.Load(Path);
            model.Score(new CustomerTable(model.Preprocessor.FeatureNames.Select(name => new NumericColumn(name, [1, double.NaN]))));
            return false;
        }
        catch (DataException error)
        {
            Assert.DoesNotContain('\n', error.Message);
            return true;
        }
    }

    /// <summary>Replaces the n-th value below a node, counted depth first.</summary>
    private static bool ReplaceNth(JsonNode node, ref int n, JsonNode? other)
    {
        if (node is JsonObject properties)
        {
            foreach (string name in properties.Select(property => property.Key).ToArray())
            {
                if (n-- == 0)
                {
                    properties[name] = other;
                    return true;
                }

                if (properties[name] is JsonNode inner && ReplaceNth(inner, ref n, other))
                {
                    return true;
                }
            }
        }
        else if (node is JsonArray elements)
        {
            for (int i = 0; i < elements.Count; i++)
            {
                if (n-- == 0)
                {
                    elements[i] = other;
                    return true;
                }

                if (elements[i] is JsonNode inner && ReplaceNth(inner, ref n, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Models of any finite doubles, subnormal and huge ones among them.</summary>
    private static Arbitrary<SegmentationModel> RandomModels()
    {
        Gen<SegmentationModel> models =
            from features in Gen.Choose(1, 4)
            from segments in Gen.Choose(1, 4)
            from seed in Gen.Choose(0, int.MaxValue)
            select Random(features, segments, seed);
        return models.ToArbitrary();
    }

    private static SegmentationModel Random(int features, int segments, int seed)
    {
        Xoshiro256StarStar random = new(seed);
        double Any()
        {
            double value = BitConverter.Int64BitsToDouble(((long)random.Next() << 33) ^ ((long)random.Next() << 11) ^ random.Next());
            return double.IsFinite(value) ? value : random.NextDouble();
        }

        double Positive() => Math.Max(double.Epsilon, Math.Abs(Any()));
        double[] Rising(int count) => [.. Enumerable.Range(0, count).Select(_ => Any()).Distinct().Order()];
        TrainingDistribution Distribution(int i)
        {
            double[] edges = Rising(3);
            return new($"Feature \"{i}\" é\u2028", i, edges, [10, .. edges.Select(_ => 0)]);
        }

        FittedFeature[] fitted = [.. Enumerable.Range(0, features).Select(i =>
            new FittedFeature($"Feature \"{i}\" é\u2028", Any(), Positive(), Positive(), i % 2 == 0 ? null : Any()))];
        double[][] centroids = [.. Enumerable.Range(0, segments).Select(_ => Enumerable.Range(0, features).Select(_ => Any()).ToArray())];
        double[] distances = [.. Enumerable.Range(0, 2).Select(_ => Positive()).Order()];
        TrainingStatistics training = new(
            20, seed % 7, 10,
            [.. Enumerable.Range(0, features).Select(Distribution)],
            [.. Enumerable.Range(0, segments).Select(i => new TrainingSegment(
                i + 1, i == 0 ? 10 : 0, [.. Enumerable.Range(0, features).Select(_ => Any())], [.. Enumerable.Range(0, features).Select(_ => Positive())]))],
            [new TrainingCategory("Town", 2, [new TrainingLevel("<b>", 3)], 1)],
            [new DistanceQuantile(0.5, distances[0]), new DistanceQuantile(0.99, distances[1])]);
        return Models.Of(fitted, centroids, training, seed % 2 == 0 ? null : "Customer \0 \"No\"");
    }

    private static long[] Bits(ReadOnlySpan<double> numbers)
    {
        long[] bits = new long[numbers.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.DoubleToInt64Bits(numbers[i]);
        }

        return bits;
    }

    private static IEnumerable<double> Numbers(TrainingStatistics training) =>
    [
        training.RowsClustered, training.RowsDropped, training.RowsMeasured,
        .. training.Features.SelectMany(feature => feature.Edges.Concat(feature.Counts.Select(count => (double)count)).Append(feature.Missing)),
        .. training.Segments.SelectMany(segment => segment.Means.Concat(segment.Variances).Append(segment.Count)),
        .. training.DistanceQuantiles.SelectMany(quantile => new[] { quantile.Probability, quantile.Distance }),
    ];
}
