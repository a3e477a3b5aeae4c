using System.Text.Json;

namespace Segmentation.Tests.Exploration;

public sealed class ColumnSummaryTests
{
    [Fact]
    public void Of_Categories_ListsLevelsByCountThenOrdinally()
    {
        CategoricalColumn column = new("City", ["Rome", "Bern", "Oslo", null, "Oslo", "Oslo", "Bern", "Rome", null]);

        CategoricalSummary summary = CategoricalSummary.Of(column);

        Assert.Equal((7, 2, 3), (summary.Count, summary.Missing, summary.Distinct));
        Assert.Equal(
            [new LevelCount("Oslo", 3, 3 / 7.0), new LevelCount("Bern", 2, 2 / 7.0), new LevelCount("Rome", 2, 2 / 7.0)],
            summary.Levels);
    }

    [Fact]
    public void Of_LevelWithoutRows_LeavesItOut()
    {
        Column column = new CategoricalColumn("City", ["Rome", "Bern"]).Take([1, 1]);

        CategoricalSummary summary = Assert.IsType<CategoricalSummary>(ColumnSummary.Of(column));

        Assert.Equal([new LevelCount("Bern", 2, 1)], summary.Levels);
    }

    [Fact]
    public void Of_AllCategoriesMissing_HasNoLevels()
    {
        CategoricalSummary summary = CategoricalSummary.Of(new CategoricalColumn("City", [null, null]));

        Assert.Equal((0, 2, 0), (summary.Count, summary.Missing, summary.Distinct));
        Assert.Empty(summary.Levels);
    }

    [Fact]
    public void Of_MallGender_AgreesWithThePublishedCounts()
    {
        JsonElement expected = MallFile.Reference().GetProperty("gender_counts");

        CategoricalSummary summary = CategoricalSummary.Of((CategoricalColumn)MallFile.Load()["Gender"]);

        Assert.Equal(
            [
                new LevelCount("Female", expected.GetProperty("Female").GetInt32(), 0.56),
                new LevelCount("Male", expected.GetProperty("Male").GetInt32(), 0.44),
            ],
            summary.Levels);
    }

    [Fact]
    public void Of_Dates_HasTheFirstAndTheLast()
    {
        DateTime may = new(2024, 5, 1, 0, 0, 0, DateTimeKind.Unspecified);
        Column column = new DateColumn("Joined", [may, null, may.AddDays(-3), may]);

        ColumnSummary summary = ColumnSummary.Of(column);

        Assert.Equal(new DateSummary("Joined", 3, 1, 2, may.AddDays(-3), may), summary);
    }

    [Fact]
    public void Of_AllDatesMissing_HasNoRange()
    {
        DateSummary summary = DateSummary.Of(new DateColumn("Joined", [null]));

        Assert.Equal(new DateSummary("Joined", 0, 1, 0, null, null), summary);
    }

    [Theory]
    [InlineData(ColumnKind.Text)]
    [InlineData(ColumnKind.Id)]
    public void Of_Text_CountsTheDifferentOnesLetterByLetter(ColumnKind kind)
    {
        Column column = new TextColumn("Note", ["0001", "1", null, "a", "A", "a"], kind);

        ColumnSummary summary = ColumnSummary.Of(column);

        Assert.Equal(new TextSummary("Note", kind, 5, 1, 4), summary);
    }
}
