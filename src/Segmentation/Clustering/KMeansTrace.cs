namespace Segmentation;

/// <summary>
/// The story of one K-Means run: in each iteration every row goes to its nearest centroid, then every centroid to the
/// mean of its rows, until no row changes its cluster.
/// </summary>
public sealed partial class KMeansTrace
{
    private KMeansTrace(FeatureMatrix matrix, IReadOnlyList<KMeansIteration> iterations, bool converged)
    {
        Matrix = matrix;
        Iterations = iterations;
        Converged = converged;
    }

    /// <summary>The rows that were clustered.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The iterations in order, at least one. In the last one of a run that converged nothing changes.</summary>
    public IReadOnlyList<KMeansIteration> Iterations { get; }

    /// <summary>Whether it ended because nothing changed any more, not because of the iteration limit.</summary>
    public bool Converged { get; }

    internal static KMeansTrace Of(KMeans options, FeatureMatrix matrix, FeatureMatrix start)
    {
        // One iteration at a time by the very loops that Fit runs, so that the steps are those that it takes.
        using Crew crew = new(1);
        using RowBlocks rows = new(matrix, crew, CancellationToken.None);
        using LloydIterations lloyd = new(rows, options.ClusterCount, crew);
        List<KMeansIteration> iterations = [];
        bool converged = false;
        for (FeatureMatrix before = start; !converged && iterations.Count < options.MaxIterations; before = iterations[^1].After)
        {
            double[] after = lloyd.Run(before.ValueArray, 1, 0, null, CancellationToken.None).Centroids;
            KMeansIteration iteration = new(
                matrix, iterations.LastOrDefault(), before, FeatureMatrix.Owning(matrix.FeatureNames, after));
            bool settled = iteration.Changes == 0
                || (iterations.Count > 0 && iterations[^1].Inertia - iteration.Inertia < options.Tolerance * iteration.Inertia);
            converged = settled && iteration.Sizes.All(size => size > 0);
            iterations.Add(iteration);
        }

        return new KMeansTrace(matrix, iterations, converged);
    }
}
