namespace Segmentation;

/// <summary>A place in a <see cref="FittedThresholdTree"/>: a question or an answer.</summary>
/// <param name="Count">The rows that come here.</param>
public abstract record ThresholdNode(int Count);

/// <summary>A question: is the feature at most the threshold?</summary>
/// <param name="Count">The rows that come here.</param>
/// <param name="FeatureIndex">The feature, 0 to d - 1.</param>
/// <param name="Feature">Its name.</param>
/// <param name="Threshold">
/// In the feature's unit, with as few digits as part the rows that come here in the same way; nearest the middle of the
/// gap between them where several numbers have as few.
/// </param>
/// <param name="AtMost">Where rows at or below the threshold go.</param>
/// <param name="Above">Where the others go.</param>
public sealed record ThresholdSplit(
    int Count, int FeatureIndex, string Feature, double Threshold, ThresholdNode AtMost, ThresholdNode Above)
    : ThresholdNode(Count);

/// <summary>An answer: rows here are taken for customers of this segment.</summary>
/// <param name="Count">The rows that come here.</param>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Right">Those of the rows that are in that segment.</param>
public sealed record ThresholdLeaf(int Count, int Segment, int Right) : ThresholdNode(Count);
