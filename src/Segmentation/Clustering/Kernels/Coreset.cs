using MathNet.Numerics.Random;

namespace Segmentation;

/// <summary>
/// A small weighted sample that stands for all rows (Bachem, Lucic and Krause 2018, lightweight coresets): half of the
/// chance is even and half goes by squared distance from the mean, so that far rows are not overlooked, and a row drawn
/// weighs the inverse of its chance. The marks are drawn evenly spread (systematic sampling), which varies less.
/// </summary>
internal sealed class Coreset
{
    private readonly FeatureMatrix matrix;
    private readonly RowSpread spread;

    private Coreset(FeatureMatrix matrix, RowSpread spread)
    {
        this.matrix = matrix;
        this.spread = spread;
    }

    /// <param name="matrix">The rows.</param>
    /// <param name="spread">How they lie.</param>
    /// <param name="size">How many to draw, with replacement.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="crew">Works on the chunks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static FeatureMatrix Draw(
        FeatureMatrix matrix, RowSpread spread, int size, Xoshiro256StarStar random, Crew crew, CancellationToken cancellationToken)
    {
        Coreset coreset = new(matrix, spread);
        double[] marks = [.. Enumerable.Range(0, size).Select(i => (i + random.NextDouble()) / size)];
        int[] firstMarks = coreset.FirstMarks(marks);
        double[] values = new double[size * matrix.FeatureCount];
        double[] rowWeights = new double[size];
        crew.Run(spread.Chunks.Count, chunk => coreset.Take(chunk, marks, firstMarks, values, rowWeights), cancellationToken);
        return FeatureMatrix.Owning(matrix.FeatureNames, values, rowWeights);
    }

    /// <summary>For each chunk the first mark that falls into it; one more for the end.</summary>
    private int[] FirstMarks(double[] marks)
    {
        int[] first = new int[spread.Chunks.Count + 1];
        double passed = 0;
        for (int chunk = 0; chunk < spread.Chunks.Count - 1; chunk++)
        {
            passed += Chance(spread.ChunkWeights[chunk], spread.ChunkDistances[chunk]);
            first[chunk + 1] = first[chunk];
            while (first[chunk + 1] < marks.Length && marks[first[chunk + 1]] < passed)
            {
                first[chunk + 1]++;
            }
        }

        first[^1] = marks.Length;
        return first;
    }

    /// <summary>Takes the rows that a chunk's marks fall on; what rounding leaves over falls on its last row.</summary>
    private void Take(int chunk, double[] marks, int[] firstMarks, double[] values, double[] rowWeights)
    {
        int mark = firstMarks[chunk];
        int endMark = firstMarks[chunk + 1];
        int end = spread.Chunks.EndOf(chunk);
        double passed = 0;
        for (int before = 0; before < chunk; before++)
        {
            passed += Chance(spread.ChunkWeights[before], spread.ChunkDistances[before]);
        }

        for (int row = FixedChunks.StartOf(chunk); row < end && mark < endMark; row++)
        {
            double weight = matrix.WeightOf(row);
            double chance = Chance(weight, weight * SquaredDistance.Between(matrix.Row(row), spread.Mean));
            passed += chance;
            for (; mark < endMark && (marks[mark] < passed || row == end - 1); mark++)
            {
                matrix.Row(row).CopyTo(values.AsSpan(mark * matrix.FeatureCount));
                rowWeights[mark] = weight / (chance * marks.Length);
            }
        }
    }

    private double Chance(double weight, double distance) => spread.Distance == 0
        ? weight / spread.Weight
        : 0.5 * ((weight / spread.Weight) + (distance / spread.Distance));
}
