namespace Segmentation.Tests.Exploration;

public sealed class ConnectedBlocksTests
{
    [Fact]
    public void Of_AChainAndAPairAndOneAlone_AreTwoBlocks()
    {
        (int, int)[] links = [(0, 4), (2, 4), (1, 5)];

        IReadOnlyList<int[]> blocks = ConnectedBlocks.Of(6, (i, j) => links.Contains((i, j)));

        Assert.Collection(blocks, block => Assert.Equal([0, 2, 4], block), block => Assert.Equal([1, 5], block));
        Assert.Equal([(0, 2), (0, 4), (2, 4)], ConnectedBlocks.Pairs(blocks[0]));
    }

    [Fact]
    public void Of_NothingLinked_IsNoBlock() => Assert.Empty(ConnectedBlocks.Of(4, (_, _) => false));

    [Fact]
    public void Findings_TwentyEightColumnsThatSayTheSame_AreOneSentence()
    {
        double[] rows = [.. Enumerable.Range(0, 60).Select(row => (double)(row * row % 59))];
        CustomerTable table = new(Enumerable.Range(1, 28).Select(column =>
            new NumericColumn($"m{column}", [.. rows.Select((value, row) => (column * value) + (row == column ? 20 : 0))])));

        Finding finding = Assert.Single(TableSummary.Of(table).Findings, finding => finding.Kind == FindingKind.StrongCorrelation);
        AuditFinding audited = Assert.Single(PreparationAudit.Of(table, new()).Findings, finding => finding.Kind == AuditKind.SameThing);

        Assert.Equal(28, finding.Columns.Count);
        Assert.StartsWith("'m1', 'm2', 'm3' and 25 more: each of these 28 columns says nearly the same as another of them (correlations from 0.", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("over 60 rows or more). Clustering on all of them counts it 28 times.", finding.Message, StringComparison.Ordinal);
        Assert.Equal(28, audited.Columns.Count);
        Assert.EndsWith("so it counts 28 times: as much as a single feature of weight 5.29. Leave all but one out.", audited.Message, StringComparison.Ordinal);
    }
}
