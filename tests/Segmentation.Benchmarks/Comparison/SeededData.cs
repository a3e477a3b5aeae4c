using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace Segmentation.Benchmarks;

/// <summary>How made rows lie.</summary>
internal enum RowShape
{
    /// <summary>Twelve overlapping normal groups of unequal size and width: K-Means needs many iterations.</summary>
    Mixture,

    /// <summary>Evenly in a cube: no structure at all.</summary>
    Uniform,
}

/// <summary>Makes the rows, starts, labels and CSV files of the comparison, each once, the same for every run.</summary>
/// <param name="folder">Where the files are kept.</param>
internal sealed class SeededData(string folder)
{
    private const int Groups = 12;
    private const double Side = 10;

    /// <summary>A file of n x d numbers.</summary>
    public string Rows(int rowCount, int featureCount, RowShape shape) => Made(
        $"{shape}-{rowCount}x{featureCount}.f64".ToLowerInvariant(),
        path => BinaryFile.Write<double>(path, Numbers(rowCount, featureCount, shape)));

    /// <summary>A file of k x d numbers: rows of the data, spread evenly over the file.</summary>
    public string Start(int rowCount, int featureCount, RowShape shape, int clusterCount) => Made(
        $"{shape}-{rowCount}x{featureCount}-start{clusterCount}.f64".ToLowerInvariant(),
        path =>
        {
            double[] rows = ReadRows(rowCount, featureCount, shape);
            IEnumerable<int> chosen = Enumerable.Range(0, clusterCount).Select(cluster => (int)((long)cluster * rowCount / clusterCount));
            BinaryFile.Write<double>(path, chosen.SelectMany(row => rows[(row * featureCount)..((row + 1) * featureCount)]).ToArray());
        });

    /// <summary>A file of n labels, of K-Means.</summary>
    public string Labels(int rowCount, int featureCount, RowShape shape, int clusterCount) => Made(
        $"{shape}-{rowCount}x{featureCount}-labels{clusterCount}.i32".ToLowerInvariant(),
        path =>
        {
            FeatureMatrix matrix = new(VerbOptions.FeatureNames(featureCount), ReadRows(rowCount, featureCount, shape));
            BinaryFile.Write(path, new KMeans(clusterCount) { Restarts = 1 }.Fit(matrix).Labels);
        });

    /// <summary>A CSV file of customers: an id, a category, a whole number, and numbers of 2, 4 and about 17 digits.</summary>
    public string Csv(int rowCount) => Made($"customers-{rowCount}.csv", path =>
    {
        string[] regions = ["north", "east", "south", "west", "centre"];
        Xoshiro256StarStar random = new(rowCount, threadSafe: false);
        using StreamWriter writer = new(path);
        writer.Write("CustomerID,Region,Age,Income,Visits per week,Balance\n");
        for (int row = 0; row < rowCount; row++)
        {
            string region = regions[random.Next(regions.Length)];
            double balance = Normal.Sample(random, 0, 1000);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"C{row + 1:D8},{region},{random.Next(18, 90)},{random.NextDouble() * 120_000:F2},{random.NextDouble() * 7:F4},{balance:R}\n"));
        }
    });

    private double[] ReadRows(int rowCount, int featureCount, RowShape shape) =>
        BinaryFile.Read<double>(Rows(rowCount, featureCount, shape), (long)rowCount * featureCount);

    /// <summary>A file that is there only when it is whole.</summary>
    private string Made(string name, Action<string> write)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            write(path + ".part");
            File.Move(path + ".part", path);
        }

        return path;
    }

    public static double[] Numbers(int rowCount, int featureCount, RowShape shape)
    {
        Xoshiro256StarStar random = new((rowCount * 31) + featureCount, threadSafe: false);
        double[] numbers = new double[rowCount * featureCount];
        if (shape == RowShape.Uniform)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = random.NextDouble() * Side;
            }

            return numbers;
        }

        double[] centers = [.. Enumerable.Range(0, Groups * featureCount).Select(_ => random.NextDouble() * Side)];
        double[] deviations = [.. Enumerable.Range(0, Groups).Select(_ => 0.5 + (1.5 * random.NextDouble()))];
        for (int row = 0; row < rowCount; row++)
        {
            // The smaller of two draws: the first groups are the largest.
            int group = Math.Min(random.Next(Groups), random.Next(Groups));
            for (int feature = 0; feature < featureCount; feature++)
            {
                numbers[(row * featureCount) + feature] =
                    Normal.Sample(random, centers[(group * featureCount) + feature], deviations[group]);
            }
        }

        return numbers;
    }
}
