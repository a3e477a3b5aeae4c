namespace Segmentation;

/// <summary>
/// What <see cref="KPrototypes"/> found. <see cref="ClusterModel.Centroids"/> and <see cref="ClusterModel.Inertia"/> are those
/// of the numbers.
/// </summary>
public sealed class KPrototypesModel : ClusterModel
{
    internal KPrototypesModel(
        int[] labels, int[] sizes, FeatureMatrix centroids, double inertia,
        IReadOnlyList<IReadOnlyList<string?>> modes, double gamma, int mismatches, IReadOnlyList<double> costs, bool converged)
        : base(labels, sizes, centroids, inertia)
    {
        Modes = modes;
        Gamma = gamma;
        Mismatches = mismatches;
        Costs = costs;
        Converged = converged;
    }

    /// <summary>
    /// For each cluster the most frequent level of each category, k x m; of equally frequent ones the first. Null where every
    /// cell of the cluster is missing.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string?>> Modes { get; }

    /// <summary>What a category that differs from the mode counts.</summary>
    public double Gamma { get; }

    /// <summary>The cells of categories that differ from their cluster's mode, missing ones included.</summary>
    public int Mismatches { get; }

    /// <summary>What was made small: <see cref="ClusterModel.Inertia"/> + <see cref="Gamma"/> x <see cref="Mismatches"/>.</summary>
    public double Cost => Inertia + (Gamma * Mismatches);

    /// <summary>The cost before each iteration of the start that was kept and after the last; it never rises.</summary>
    public IReadOnlyList<double> Costs { get; }

    /// <summary>Whether that start ended because no label changed any more, not because of the iteration limit.</summary>
    public bool Converged { get; }
}
