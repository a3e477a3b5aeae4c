namespace Segmentation;

/// <summary>What a model says of one customer. Everything but the problems is null for a customer who cannot be scored.</summary>
/// <param name="Segment">The segment's number, from 1: the one whose centroid is nearest, of equally near ones the lowest.</param>
/// <param name="Name">The segment's name.</param>
/// <param name="Distance">The Euclidean distance to the segment's centroid, in the space that was clustered.</param>
/// <param name="Margin">
/// How much nearer it is than the next one: (next - own) / next over these two distances, from 0, on the border between the
/// two, to 1, on the centroid; 0 where both are 0. It is the simplified silhouette of the customer (Hruschka et al. 2004).
/// Null too where the model has one segment only.
/// </param>
/// <param name="IsUnlikeTraining">
/// Whether the distance is beyond the 99th percentile of the training customers' distances to their own centroids; so one in
/// a hundred of them is unlike the others. Null too where the model has no <see cref="SegmentationModel.Training"/>.
/// </param>
/// <param name="Problems">Why the customer cannot be scored, such as "Age is missing"; empty for one who can.</param>
public readonly record struct ScoredCustomer(
    int? Segment, string? Name, double? Distance, double? Margin, bool? IsUnlikeTraining, IReadOnlyList<string> Problems)
{
    /// <summary>The problems in one text, "; " between them; null where there is none.</summary>
    public string? Reason => Problems.Count == 0 ? null : string.Join("; ", Problems);

    internal static ScoredCustomer NotScored(params IReadOnlyList<string> problems) => new(null, null, null, null, null, problems);
}
