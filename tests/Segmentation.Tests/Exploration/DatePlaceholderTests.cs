namespace Segmentation.Tests.Exploration;

public sealed class DatePlaceholderTests
{
    [Theory]
    [InlineData("9999-12-31", 1)]
    [InlineData("9999-12-31", 40)]
    [InlineData("1900-01-01", 1)]
    [InlineData("1970-01-01", 2)]
    [InlineData("2099-12-31", 1)]
    [InlineData("2222-02-02", 1)]
    [InlineData("1753-01-01", 1)]
    [InlineData("2044-05-06", 3)]
    public void Of_DateFarFromAllOthers_IsAPlaceholder(string date, int count)
    {
        DateTime placeholder = DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((placeholder, count), Assert.Single(DatePlaceholders.Of(Orders([.. Enumerable.Repeat(placeholder, count)]))));
    }

    [Theory]
    [InlineData("2021-01-01", 9)]
    [InlineData("2024-12-31", 9)]
    [InlineData("2016-05-06", 1)]
    [InlineData("2026-12-31", 30)]
    public void Of_DatesThatMayBeMeant_AreNone(string date, int count)
    {
        DateTime own = DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Empty(DatePlaceholders.Of(Orders([.. Enumerable.Repeat(own, count)])));
    }

    [Fact]
    public void Of_BothEnds_AreTwo()
    {
        Assert.Equal(2, DatePlaceholders.Of(Orders(new(1900, 1, 1), new(9999, 12, 31))).Count);
    }

    [Fact]
    public void Of_BirthdaysFromAllYears_AreNone()
    {
        DateTime?[] birthdays = [new(1931, 1, 1), .. Enumerable.Range(0, 400).Select(i => (DateTime?)new DateTime(1936, 3, 1).AddDays(57 * i))];

        Assert.Empty(DatePlaceholders.Of(new DateColumn("birthday", birthdays)));
    }

    [Fact]
    public void Of_DatesOfOneDayOnly_AreNone()
    {
        Assert.Empty(DatePlaceholders.Of(new DateColumn("x", [new(1900, 1, 1), new(1900, 1, 1)])));
        Assert.Empty(DatePlaceholders.Of(new DateColumn("x", [null])));
    }

    [Fact]
    public void Fit_AgeBesideAPlaceholder_IsStatedAtTheLatestRealDate()
    {
        CustomerTable table = new([Orders(new(9999, 12, 31), new(1900, 1, 1))]);

        FittedPreprocessor fitted = new Preprocessor { Features = ["Last order"] }.Fit(table);

        Assert.Equal(new AgeEncoding("Last order", new(2023, 10, 25)), fitted.Features[0].Encoding);
    }

    [Fact]
    public void Findings_Placeholder_SayTheCountAndWhatToDo()
    {
        TableSummary summary = TableSummary.Of(new([Orders(new(9999, 12, 31), new(9999, 12, 31), new(1900, 1, 1))]));

        Finding finding = Assert.Single(summary.Findings, finding => finding.Kind == FindingKind.Placeholders);

        Assert.Equal(3, finding.Count);
        Assert.Equal(
            "'Last order' is 9999-12-31 or 1900-01-01 in 3 of 103 rows, years from all other dates: it looks like a word for 'unknown' or 'never', and would count as an age. Take it as missing (--missing-text 9999-12-31,1900-01-01, as the file spells it), or leave the column out.",
            finding.Message);
    }

    /// <summary>A hundred dates from 2021-02-01 to 2023-10-25, and these.</summary>
    private static DateColumn Orders(params DateTime[] more) => new(
        "Last order", [.. Enumerable.Range(0, 100).Select(i => (DateTime?)new DateTime(2021, 2, 1).AddDays(i == 99 ? 996 : 10 * i)), .. more.Select(date => (DateTime?)date)]);
}
