namespace Segmentation;

/// <summary>What <see cref="PartialKMeans"/> found.</summary>
public sealed class PartialKMeansModel
{
    internal PartialKMeansModel(KMeansModel model, FeatureMatrix filled, IReadOnlyList<double> objectives)
    {
        Model = model;
        Filled = filled;
        Objectives = objectives;
    }

    /// <summary>
    /// The clusters. <see cref="ClusterModel.Inertia"/> is the sum of squared distances over the cells that are there, which
    /// is that of <see cref="Filled"/>; the iterations are rounds of filling and clustering.
    /// </summary>
    public KMeansModel Model { get; }

    /// <summary>The rows with each missing cell filled from the row's own centroid.</summary>
    public FeatureMatrix Filled { get; }

    /// <summary>The sum of squared distances over the cells that are there, at the start and after each round; it never rises.</summary>
    public IReadOnlyList<double> Objectives { get; }
}
