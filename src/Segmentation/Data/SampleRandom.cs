using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// Random numbers that are the same bits on every machine: additions, multiplications and comparisons of a fixed
/// stream only, no logarithm or cosine, whose last bits differ between platforms.
/// </summary>
internal sealed class SampleRandom(int seed)
{
    private readonly Xoshiro256StarStar stream = new(seed, threadSafe: false);

    /// <summary>Between 0, included, and 1, excluded.</summary>
    public double Uniform() => stream.NextDouble();

    /// <summary>A whole number from 0 to count - 1.</summary>
    public int Index(int count) => (int)(Uniform() * count);

    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Nearly standard normal: the sum of twelve uniform numbers (Irwin-Hall), between -6 and 6.</summary>
    public double Normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += Uniform();
        }

        return sum;
    }

    /// <summary>A normal number rounded to a whole one, drawn again until it lies between the limits.</summary>
    public int WholeNormal(double mean, double deviation, int smallest, int largest)
    {
        while (true)
        {
            double value = Math.Round(mean + (deviation * Normal()));
            if (value >= smallest && value <= largest)
            {
                return (int)value;
            }
        }
    }

    /// <summary>Trials up to the first success: 1, 2, …, at most <paramref name="largest"/>.</summary>
    public int Geometric(double probability, int largest)
    {
        int trials = 1;
        while (trials < largest && !Chance(probability))
        {
            trials++;
        }

        return trials;
    }

    /// <summary>An index drawn with the given weights.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            total += weight;
        }

        double point = Uniform() * total;
        int index = 0;
        while (index < weights.Length - 1 && point >= weights[index])
        {
            point -= weights[index++];
        }

        return index;
    }

    public void Shuffle(int[] values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int other = Index(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}
