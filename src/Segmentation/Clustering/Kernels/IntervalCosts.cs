namespace Segmentation;

/// <summary>
/// The sum of squared deviations from their mean of any run of sorted values, in constant time from sums over all values
/// before a place. The values are taken from their middle one and scaled by a power of two, both exactly, and the sums
/// have 32 digits: a tight group far from the others keeps its digits.
/// </summary>
internal sealed class IntervalCosts
{
    private readonly Sums[] before;

    /// <param name="values">m rising values.</param>
    /// <param name="weights">The weight of each.</param>
    public IntervalCosts(double[] values, double[] weights)
    {
        double middle = values[values.Length / 2];
        int exponent = Math.ILogB(Math.Max(values[^1] - middle, middle - values[0]));
        before = new Sums[values.Length + 1];
        for (int i = 0; i < values.Length; i++)
        {
            DoubleDouble exact = DoubleDouble.Difference(values[i], middle);
            DoubleDouble value = new(Math.ScaleB(exact.High, -exponent), Math.ScaleB(exact.Low, -exponent));
            DoubleDouble weight = new(weights[i], 0);
            DoubleDouble weighted = weight * value;
            before[i + 1] = new(
                before[i].Weight + weight, before[i].Value + weighted, before[i].Square + (weighted * value));
        }
    }

    /// <summary>The cost of the values from start to end, both included, in units of the scaling.</summary>
    public double Of(int start, int end)
    {
        ref readonly Sums low = ref before[start];
        ref readonly Sums high = ref before[end + 1];
        DoubleDouble sum = high.Value - low.Value;
        DoubleDouble cost = high.Square - low.Square - (sum * sum / (high.Weight - low.Weight));
        return Math.Max(0, cost.High);
    }

    /// <summary>Of all values before a place: their weight, and the weighted sums of them and of their squares.</summary>
    private readonly record struct Sums(DoubleDouble Weight, DoubleDouble Value, DoubleDouble Square);
}
