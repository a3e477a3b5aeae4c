namespace Segmentation;

/// <summary>The new customers on their way into a refit.</summary>
/// <param name="Table">As they were given.</param>
/// <param name="Customers">In the order in which they are worked on.</param>
/// <param name="Preprocessor">How they become numbers.</param>
/// <param name="Prepared">The numbers.</param>
/// <param name="OldCentroids">The old model's centroids on the same scale.</param>
internal sealed record RefitData(
    CustomerTable Table, CustomerTable Customers, FittedPreprocessor Preprocessor, PreparedData Prepared, FeatureMatrix OldCentroids);

/// <summary>What the two ways of starting found.</summary>
/// <param name="Warm">From the old centroids.</param>
/// <param name="Fresh">From random ones.</param>
/// <param name="FreshIsBetter">Whether the fresh start is lower by more than rounding.</param>
internal sealed record RefitStarts(KMeansModel Warm, KMeansModel Fresh, bool FreshIsBetter)
{
    public KMeansModel Kept => FreshIsBetter ? Fresh : Warm;
}
