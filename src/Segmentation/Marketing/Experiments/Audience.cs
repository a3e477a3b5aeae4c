using static System.FormattableString;

namespace Segmentation;

/// <summary>
/// A segment's customers, split into those who get a campaign and those who are held out of it. Its own name and that of
/// its file tell nothing about the customers: ad platforms refuse names that suggest wealth or health.
/// </summary>
public sealed class Audience
{
    private readonly bool[] heldOut;

    private Audience(SegmentList list, bool[] heldOut, string number, Holdout experiment)
    {
        List = list;
        this.heldOut = heldOut;
        Name = $"Audience {number}";
        FileName = $"audience-{number}.csv";
        Experiment = experiment;
    }

    /// <summary>The segment's customers.</summary>
    public SegmentList List { get; }

    /// <summary>For each customer of the list whether they are held out.</summary>
    public ReadOnlySpan<bool> HeldOut => heldOut;

    /// <summary>A neutral name with the segment's number: "Audience 01".</summary>
    public string Name { get; }

    /// <summary>The name of its file: "audience-01.csv".</summary>
    public string FileName { get; }

    /// <summary>What these two arms can show.</summary>
    public Holdout Experiment { get; }

    /// <summary>What the two arms can show of the mean of a value; null where no value was given.</summary>
    public Holdout? ValueExperiment { get; internal init; }

    /// <summary>Splits the customers of each segment.</summary>
    /// <param name="lists">The segments.</param>
    /// <param name="split">How their customers are split; its share takes the place of the design's.</param>
    /// <param name="design">What the experiments are to show.</param>
    /// <param name="value">What is known of a value of the customers; null for nothing.</param>
    /// <param name="cancellationToken">Stops the work with an <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<Audience> Of(
        IReadOnlyList<SegmentList> lists,
        HoldoutSplit split,
        HoldoutDesign design,
        AudienceValue? value = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(design);
        design = design with { HoldoutShare = split.HoldoutShare };
        int digits = Math.Max(2, Invariant($"{lists.Select(list => list.Segment).DefaultIfEmpty().Max()}").Length);
        return [.. lists.Select(MakeOne)];

        Audience MakeOne(SegmentList list)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool[] heldOut = split.HeldOut(list.Ids);
            int count = heldOut.Count(held => held);
            string number = list.Segment.ToString($"D{digits}", System.Globalization.CultureInfo.InvariantCulture);
            return new Audience(list, heldOut, number, design.For(list.Ids.Count, count))
            {
                ValueExperiment = value?.StandardDeviationOf(list) is double deviation and > 0
                    ? design.ForMean(list.Ids.Count, count, deviation, value.Effect)
                    : null,
            };
        }
    }
}
