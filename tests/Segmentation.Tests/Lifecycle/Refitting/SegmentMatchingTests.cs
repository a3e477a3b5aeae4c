namespace Segmentation.Tests.Lifecycle.Refitting;

public sealed class SegmentMatchingTests
{
    [Fact]
    public void OnCustomers_SameGroupsOtherOrder_AllSurviveWithTheirNumbers()
    {
        SegmentMatching matching = Match([0, 0, 0, 1, 1, 2], [2, 2, 2, 0, 0, 1]);

        Assert.Equal([2, 3, 1], matching.Numbers);
        Assert.Equal(["Survived 1>1", "Survived 2>2", "Survived 3>3"], Told(matching));
    }

    [Fact]
    public void Describe_OneCustomer_IsSpokenOfInTheSingular()
    {
        SegmentFlow one = new(1, 1, 1, 1, 1);

        Assert.Equal(
            [
                "Segment 1 survived: 1 of its 1 customer known to both is still in it (100%); it has 1 customer, before 1.",
                "Segment 1 survived: its centroid is 0.5 from the old one, and it has 1 customer, before 2.",
                "Segment 1 split: of its 1,200 customers known to both, 1 (100%) is in segment 1 and 1,199 are in segment 2.",
                "Segment 1 vanished: it had 1 customer, 1 of them is known to both, and no segment goes on as it.",
                "Segment 1 is new: 1 of its 1 customer is known to both, and it goes on as no old segment.",
            ],
            new[]
            {
                new SegmentTransition(SegmentTransitionKind.Survived, [1], [1], [one], 1, 1, 1),
                new SegmentTransition(SegmentTransitionKind.Survived, [1], [1], [one], 2, 1, 0, 0.5),
                new SegmentTransition(SegmentTransitionKind.Split, [1], [1, 2], [one, new(1, 2, 1199, null, null)], 1200, 1200, 1200),
                new SegmentTransition(SegmentTransitionKind.Vanished, [1], [], [], 1, 0, 1),
                new SegmentTransition(SegmentTransitionKind.New, [], [1], [], 0, 1, 1),
            }.Select(transition => transition.Describe()));
        Assert.StartsWith(
            "1 of 2 customers known to both (50%) is in the segment that goes on as theirs;", new SegmentAgreement(2, 1, 0).Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnCustomers_OneInTwoParts_SplitAndTheLargerKeepsTheNumber()
    {
        SegmentMatching matching = Match([0, 0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 2, 2, 2, 2]);

        Assert.Equal([1, 3, 2], matching.Numbers);
        Assert.Equal(["Split 1>1,3", "Survived 2>2"], Told(matching));
        Assert.Equal(
            "Segment 1 split: of its 5 customers known to both, 3 (60%) are in segment 1 and 2 (40%) are in segment 3.",
            matching.Transitions[0].Describe());
    }

    [Fact]
    public void OnCustomers_ThreeEvenParts_NoneKeepsTheNumber()
    {
        SegmentMatching matching = Match([0, 0, 0, 0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2, 3, 3, 3]);

        Assert.Equal([3, 4, 5, 2], matching.Numbers);
        Assert.Equal(["Split 1>3,4,5", "Survived 2>2"], Told(matching));
    }

    [Fact]
    public void OnCustomers_TwoInOne_MergedIntoTheLarger()
    {
        SegmentMatching matching = Match([0, 0, 1, 1, 1, 2, 2], [0, 0, 0, 0, 0, 1, 1]);

        Assert.Equal([2, 3], matching.Numbers);
        Assert.Equal(["Merged 1,2>2", "Survived 3>3"], Told(matching));
        Assert.Equal(
            "Segments 1 and 2 merged into segment 2: 2 (100%) of those of segment 1 and 3 (100%) of those of segment 2 are in it.",
            matching.Transitions[0].Describe());
    }

    [Fact]
    public void OnCustomers_NobodyKnown_IsNewWithANumberThatWasNeverUsed()
    {
        SegmentMatching matching = SegmentMatching.OnCustomers([1, 2], [3, 2], [0, 0, 0, 1, 1, -1, -1], [0, 0, 0, 1, 1, 2, 2], 3, nextNumber: 7);

        Assert.Equal([1, 2, 7], matching.Numbers);
        Assert.Equal(["Survived 1>1", "Survived 2>2", "New >7"], Told(matching));
    }

    [Fact]
    public void OnCustomers_AFewCustomersOfALargeSegmentAreLeft_ItVanished()
    {
        int[] old = [.. Enumerable.Repeat(0, 50), 1];
        int[] clusters = new int[51];

        // Segment 2 had half of the customers and has 1 of 51: less than a tenth of its share, wherever that one is.
        SegmentMatching matching = SegmentMatching.OnCustomers([1, 2], [50, 50], old, clusters, 1, nextNumber: 3);

        Assert.Equal(["Survived 1>1", "Vanished 2>"], Told(matching));
    }

    [Fact]
    public void OnCustomers_SomeMovedToAnotherSegment_IsNoSplit()
    {
        // 2 of 5 left segment 1 for segment 2, which is still mostly its own 6.
        SegmentMatching matching = Match([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);

        Assert.Equal(["Survived 1>1", "Survived 2>2"], Told(matching));
    }

    [Fact]
    public void OnCentroids_NearAndFar_SurviveVanishAndAreNew()
    {
        // 0 moved to 1; 10 would have to go to 40, more than half of the 10 to its neighbour.
        SegmentMatching matching = SegmentMatching.OnCentroids(
            [1, 2], [5, 5], new FeatureMatrix(["A"], [0.0, 10]), [4, 6], new FeatureMatrix(["A"], [40.0, 1]), nextNumber: 3);

        Assert.Equal([3, 1], matching.Numbers);
        Assert.Equal(["Survived 1>1", "Vanished 2>", "New >3"], Told(matching));
        Assert.Equal("Segment 1 survived: its centroid is 1 from the old one, and it has 6 customers, before 5.", matching.Transitions[0].Describe());
    }

    private static SegmentMatching Match(int[] old, int[] clusters)
    {
        int count = old.Max() + 1;
        int[] sizes = [.. Enumerable.Range(0, count).Select(i => old.Count(label => label == i))];
        return SegmentMatching.OnCustomers([.. Enumerable.Range(1, count)], sizes, old, clusters, clusters.Max() + 1, count + 1);
    }

    private static IEnumerable<string> Told(SegmentMatching matching) =>
        matching.Transitions.Select(transition => $"{transition.Kind} {string.Join(',', transition.From)}>{string.Join(',', transition.To)}");
}
