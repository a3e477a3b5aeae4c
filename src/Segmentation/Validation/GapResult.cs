namespace Segmentation;

/// <summary>The gap of one number of clusters.</summary>
/// <param name="ClusterCount">The number of clusters, k.</param>
/// <param name="LogInertia">The natural logarithm of the real rows' inertia.</param>
/// <param name="ReferenceLogInertia">The mean logarithm of the reference sets' inertias.</param>
/// <param name="StandardError">s_k: the population standard deviation of those logarithms times the square root of 1 + 1/B.</param>
public sealed record GapScore(int ClusterCount, double LogInertia, double ReferenceLogInertia, double StandardError)
{
    /// <summary>How much lower the real rows' logarithm is: <see cref="ReferenceLogInertia"/> less <see cref="LogInertia"/>.</summary>
    public double Gap => ReferenceLogInertia - LogInertia;
}

/// <summary>What a <see cref="GapStatistic"/> found: a gap for each number of clusters.</summary>
public sealed class GapResult
{
    internal GapResult(IReadOnlyList<GapScore> scores)
    {
        Scores = scores;
    }

    /// <summary>
    /// A row for each k from 1. It ends before the first k at which an inertia is 0 up to rounding, whose logarithm says
    /// nothing; so it may be empty.
    /// </summary>
    public IReadOnlyList<GapScore> Scores { get; }

    /// <summary>The number of clusters that a rule picks (1 is a valid answer: no groups); null where there is no gap.</summary>
    public int? Choose(GapRule rule) => Scores.Count == 0
        ? null
        : 1 + MaxStandardError.Choose(
            [.. Scores.Select(score => score.Gap)], [.. Scores.Select(score => score.StandardError)], rule);

    /// <summary>The rows up to the first k that was left out.</summary>
    internal GapResult WithoutGaps => new([.. Scores.TakeWhile((score, i) => score.ClusterCount == i + 1)]);

    /// <param name="inertias">For each k in each set: the real rows first, then B reference sets.</param>
    /// <param name="counts">Each k, rising from 1.</param>
    internal static GapResult Of(double[][] inertias, int[] counts)
    {
        int references = inertias.Length - 1;
        List<GapScore> scores = [];
        for (int i = 0; i < inertias[0].Length && Array.TrueForAll(inertias, set => !NoInertia.Is(set[i], set[0])); i++)
        {
            double[] logarithms = [.. inertias.Skip(1).Select(set => Math.Log(set[i]))];
            double mean = FixedChunks.InOrder(logarithms) / references;
            double variance = FixedChunks.InOrder([.. logarithms.Select(value => (value - mean) * (value - mean))]) / references;
            scores.Add(new GapScore(counts[i], Math.Log(inertias[0][i]), mean, Math.Sqrt(variance * (1 + (1.0 / references)))));
        }

        return new GapResult(scores);
    }
}
