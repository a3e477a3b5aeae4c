namespace Segmentation.Tests.Reporting;

/// <summary>The report's headline, its one picture and its three actions.</summary>
public sealed class LeadTests
{
    /// <summary>Means 20 (of 4) and 80 (of 5) of incomes 10 to 90: 8,000 between segments of 8,400 in all.</summary>
    [Fact]
    public void Headline_NoValue_NamesTheColumnThatTheSegmentsExplainMost()
    {
        Assert.Equal(
            "Income (k$) tells the segments apart most: 80 on average in segment 1 against 20 in segment 2; the segments explain 95.2% of its variance.",
            Headline.Of(ReportSamples.Small));
    }

    /// <summary>Revenue: 165 of 207 (9 customers) is the five's, the rest 42.</summary>
    [Fact]
    public void Headline_Value_SaysWhoBringsIt()
    {
        SegmentationResult result = ReportSamples.All["value"];

        Assert.Equal($"Segment 1 ({result.Profiles[0].Name}), 55.6% of the customers, brings 79.7% of Revenue ($).", Headline.Of(result));
    }

    [Fact]
    public void Headline_OneSegment_SaysThatThereIsNothingToTellApart() =>
        Assert.Equal("200 customers in one segment: there is nothing to tell apart.", Headline.Of(ReportSamples.All["one segment"]));

    [Fact]
    public void Headline_Categories_NamesALevelWithItsShares()
    {
        SegmentationResult result = Categories();

        Assert.Matches("^Contract tells the segments apart most: (Monthly|Yearly) is 100% of segment 1 and 0% of segment 2; the segments explain 100% of its variance\\.$", Headline.Of(result));
    }

    [Fact]
    public void Features_LevelsOfACategory_AreItsColumnOnce() => Assert.Equal("Contract and Fibre", ResultText.Features(Categories()));

    [Fact]
    public void ExplainedVariance_WorkedByHand_IsBetweenOverAll()
    {
        // Means 1 and 5 around 3: 4 x 4 between, 4 x 1 within.
        FeatureMatrix matrix = FeatureMatrix.FromRows([0, 7], [2, 7], [4, 7], [6, 7]);

        Assert.Equal([0.8, 0], SegmentSeparation.ExplainedVariance(matrix, [0, 0, 1, 1], 2));
    }

    [Fact]
    public void Recovered_SegmentsApartOnOneAxis_IsAll()
    {
        Assert.Equal(1, SegmentSeparation.Recovered([0, 1, 9, 10], [0, 0, 0, 0], [0, 0, 1, 1], 2));
        Assert.Equal(0.5, SegmentSeparation.Recovered([0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 1], 2));
    }

    /// <summary>Centres at (±3, 0) and (0, ±1) of a plane in three dimensions: the first direction is the long one.</summary>
    [Fact]
    public void Directions_CentresInAPlane_AreItsAxes()
    {
        double[][] directions = SegmentDirections.Of(FeatureMatrix.FromRows([3, 0, 5], [-3, 0, 5], [0, 1, 5], [0, -1, 5]), [1, 1, 1, 1])!;

        Assert.Equal([1, 0, 0], directions[0].Select(weight => Math.Round(weight, 12) + 0.0));
        Assert.Equal([0, 1, 0], directions[1].Select(weight => Math.Round(weight, 12) + 0.0));
        Assert.Null(SegmentDirections.Of(FeatureMatrix.FromRows([0, 0], [1, 1], [2, 2]), [1, 1, 1]));
    }

    [Fact]
    public void Picture_FlagBesideTwoNumbers_IsByTheNumbers()
    {
        int[] rows = [.. Enumerable.Range(0, 90)];
        SegmentationResult result = Run(3, new CustomerTable(
        [
            new NumericColumn("Flag", [.. rows.Select(row => row % 3 == 0 ? 1.0 : 0)]),
            new NumericColumn("Income", [.. rows.Select(row => (row % 3 * 50) + (row / 9.0))]),
            new NumericColumn("Spending", [.. rows.Select(row => (row % 3 == 1 ? 60 : 0) + (row / 7.0))]),
        ]));

        LeadPicture lead = new(result);

        Assert.Equal(LeadKind.Columns, lead.Kind);
        Assert.Equal(("Income", "Spending"), (lead.Draw().Layout.XAxis.Title, lead.Draw().Layout.YAxis.Title));
    }

    [Fact]
    public void Picture_ClusteredOnLogarithms_HasLogAxes()
    {
        int[] rows = [.. Enumerable.Range(0, 90)];
        SegmentationResult result = Run(3, new CustomerTable(
        [
            new NumericColumn("Amount", [.. rows.Select(row => Math.Pow(10, row % 3) * (1 + (row / 100.0)))]),
            new NumericColumn("Orders", [.. rows.Select(row => row % 3 == 0 ? 0.0 : row)]),
        ]), new() { ["Amount"] = ColumnEncoding.Log, ["Orders"] = ColumnEncoding.Log });

        Layout layout = new LeadPicture(result).Draw().Layout;

        Assert.Equal((AxisKind.Log, AxisKind.LogOfOnePlus), (layout.XAxis.Kind, layout.YAxis.Kind));
    }

    [Fact]
    public void Picture_CategoriesAlone_IsTheHeatMapOfShares()
    {
        LeadPicture lead = new(Categories());

        HeatmapTrace cells = Assert.IsType<HeatmapTrace>(Assert.Single(lead.Draw().Data));
        Assert.Equal(LeadKind.Shares, lead.Kind);
        Assert.Contains("100", cells.CellText[0]);
        Assert.Equal(["1", "2", "All"], lead.Draw().Layout.XAxis.TickTexts);
    }

    /// <summary>Ratings make rows of points, so the picture is along the directions, whose titles say the weights.</summary>
    [Fact]
    public void Picture_RatingsAlone_IsAlongTheDirections()
    {
        int[] rows = [.. Enumerable.Range(0, 90)];
        SegmentationResult result = Run(3, new CustomerTable(
            [.. Enumerable.Range(0, 4).Select(column => new NumericColumn($"Q{column}", [.. rows.Select(row => 1.0 + (((row % 3) + (column * (row % 3 == 2 ? 1 : 0)) + (row / 45)) % 5))]))]));

        LeadPicture lead = new(result);

        Assert.Equal(LeadKind.Directions, lead.Kind);
        Assert.Contains(" × Q", lead.Draw().Layout.XAxis.Title, StringComparison.Ordinal);
        Assert.EndsWith("and 1 more", lead.Draw().Layout.XAxis.Title, StringComparison.Ordinal);
    }

    /// <summary>Two segments have one direction; points of ratings would lie on each other.</summary>
    [Fact]
    public void Picture_RatingsInTwoSegments_AreTheMeans()
    {
        int[] rows = [.. Enumerable.Range(0, 90)];
        SegmentationResult result = Run(2, new CustomerTable(
            [.. Enumerable.Range(0, 4).Select(column => new NumericColumn($"Q{column}", [.. rows.Select(row => row % 2 * 2.0 + (row / 10 + column) % 3)]))]));

        Assert.Equal(LeadKind.Means, new LeadPicture(result).Kind);
    }

    [Fact]
    public void Headline_ColumnThatIsOneValueInEachSegment_SaysTheValues()
    {
        int[] rows = [.. Enumerable.Range(0, 90)];
        SegmentationResult result = Run(2, new CustomerTable(
        [
            new NumericColumn("Channel", [.. rows.Select(row => row % 3 == 0 ? 2.0 : 1)]),
            new NumericColumn("Income", [.. rows.Select(row => row / 9.0)]),
            new NumericColumn("Spending", [.. rows.Select(row => row % 3 == 0 ? 60 + (row % 5) : row % 7)]),
        ]));

        Assert.Equal("Channel tells the segments apart most: always 2 in segment 2 and always 1 in segment 1.", Headline.Of(result));
    }

    [Fact]
    public void Actions_ManySegments_AreThreeOfDifferentSegmentsWithTheirNumbers()
    {
        IReadOnlyList<Recommendation> actions = TopActions.Of(ReportSamples.All["mall"]);

        Assert.Equal(3, actions.Count);
        Assert.Equal(3, actions.Select(action => action.Segment).Distinct().Count());
        Assert.Equal(3, actions.Select(action => action.Action).Distinct().Count());
        Assert.All(actions, action => Assert.Matches(@"\d", TopActions.Because(action)));
    }

    [Fact]
    public void Category_WithoutNumbers_HasNoEmptyHeatMap()
    {
        Figure map = Chart.ProfileHeatMap(Categories().Profiles);

        Assert.Equal("Percentages of each segment", map.Layout.Title);
        Assert.DoesNotContain("−0.5", map.ToSvg(), StringComparison.Ordinal);
    }

    private static SegmentationResult Categories()
    {
        int[] rows = [.. Enumerable.Range(0, 60)];
        return Run(2, new CustomerTable(
        [
            new CategoricalColumn("Contract", [.. rows.Select(row => row % 5 < 3 ? "Monthly" : "Yearly")]),
            new CategoricalColumn("Fibre", [.. rows.Select(row => row % 5 < 3 ? "Yes" : "No")]),
        ]));
    }

    private static SegmentationResult Run(int segments, CustomerTable table, Dictionary<string, ColumnEncoding>? encodings = null) => new SegmentationPipeline
    {
        Preprocessor = new() { Features = [.. table.Columns.Select(column => column.Name)], Encodings = encodings ?? new() },
        ClusterCount = segments,
        MaxClusters = segments,
        StabilitySamples = 0,
    }.Run(table);
}
