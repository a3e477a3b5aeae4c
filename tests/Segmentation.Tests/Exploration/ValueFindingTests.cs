namespace Segmentation.Tests.Exploration;

/// <summary>Numbers and dates that are something else than amounts, and those that only look like it.</summary>
public sealed class ValueFindingTests
{
    [Theory]
    [InlineData("Age", 999, 18, 80, 5)]
    [InlineData("Age", 99, 18, 80, 5)]
    [InlineData("pdays", 999, 0, 27, 300)]
    [InlineData("visits", -1, 0, 40, 3)]
    [InlineData("visits", -99, 0, 40, 3)]
    [InlineData("Income", 666666, 2_000, 160_000, 1)]
    [InlineData("Income", 314159, 2_000, 90_000, 6)]
    [InlineData("q1", 9, 1, 5, 4)]
    [InlineData("Year_Birth", 1900, 1935, 2001, 4)]
    [InlineData("Year_Birth", 0, 1935, 2001, 4)]
    public void Of_NumberFarBeyondTheOthers_IsAPlaceholderWithItsCount(string name, double placeholder, int low, int high, int count)
    {
        Finding finding = Assert.Single(
            Found(name, [.. Enumerable.Repeat(placeholder, count), .. Between(low, high, 300)]), finding => finding.Kind == FindingKind.Placeholders);

        Assert.Equal(count, finding.Count);
        Assert.StartsWith(
            FormattableString.Invariant($"'{name}' is {placeholder} in {count} of {300 + count} rows, far from all other values ({low:#,0} to {high:#,0}):"),
            finding.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Income", 99, 20, 98, 5)]
    [InlineData("Score", 99, 0, 98, 9)]
    [InlineData("Age", 90, 18, 80, 5)]
    [InlineData("Balance", -1, -200, 900, 3)]
    [InlineData("Change", -1, 0, 1, 9)]
    [InlineData("Donation", 1000, 5, 250, 9)]
    [InlineData("Credit limit", 100_000, 500, 30_000, 9)]
    [InlineData("Revenue", 7413, 10, 900, 1)]
    [InlineData("Spend", 0, 500, 900, 40)]
    [InlineData("Rating", 10, 0, 9, 20)]
    public void Of_EndsThatMayBeMeant_AreNoPlaceholders(string name, double end, int low, int high, int count)
    {
        Assert.DoesNotContain(
            Found(name, [.. Enumerable.Repeat(end, count), .. Between(low, high, 300)]), finding => finding.Kind == FindingKind.Placeholders);
    }

    [Fact]
    public void Of_PlaceholderInMostRows_IsNotToBeTakenAsMissing()
    {
        Finding finding = Assert.Single(
            Found("pdays", [.. Enumerable.Repeat(999.0, 900), .. Between(1, 27, 100)]), finding => finding.Kind == FindingKind.Placeholders);

        Assert.EndsWith(
            "it looks like a word for 'never', and counts as an amount. Leave the column out, or make a yes/no column of it.",
            finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PlaceholderInAFile_NamesTheOptionWithTheOtherWordsForMissing()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{(i < 3 ? "999" : i == 5 ? "NA" : $"{18 + i}")},{i * 16.65}\n"));

        Finding finding = Assert.Single(
            TableSummary.Of(Csv.Read("id,Age,Spend\n" + rows + "60,20,999\n")).Findings, finding => finding.Kind == FindingKind.Placeholders);

        Assert.EndsWith(
            "Take it as missing (--missing-text NA,999, which empties that number in 'Spend' too), or leave the column out.",
            finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Age", 131, "an age is 0 to 110 years")]
    [InlineData("Alter", -3, "an age is 0 to 110 years")]
    [InlineData("customer_age", 150, "an age is 0 to 110 years")]
    [InlineData("Year_Birth", 1893, "a customer of 2020 was born from 1910 on")]
    public void Of_AgeThatNobodyHas_IsNamed(string name, double impossible, string why)
    {
        bool areYears = name == "Year_Birth";

        Finding finding = Assert.Single(
            Found(name, [impossible, .. areYears ? Between(1940, 2004, 200) : Between(18, 90, 200)]), finding => finding.Kind == FindingKind.ImpossibleValues);

        Assert.Equal(
            FormattableString.Invariant($"'{name}' has 1 of 201 values that cannot be ({impossible}): {why}. Correct it, or take it as missing ({(impossible < 0 ? "--missing-text=\"-3\"" : $"--missing-text {impossible}")})."),
            finding.Message);
    }

    [Fact]
    public void Of_YearsOfBirthBesideDates_AreComparedWithTheLatestThatIsNoPlaceholder()
    {
        double[] years = [1893, 1899, 1900, .. Between(1940, 1996, 200)];
        DateTime?[] dates = [new(9999, 12, 31), .. Enumerable.Range(0, 202).Select(i => (DateTime?)new DateTime(2012, 7, 30).AddDays(3 * i))];
        CustomerTable table = new([new NumericColumn("Year_Birth", years), new DateColumn("Dt_Customer", dates)]);

        Finding finding = Assert.Single(TableSummary.Of(table).Findings, finding => finding.Kind == FindingKind.ImpossibleValues);

        Assert.StartsWith(
            "'Year_Birth' has 3 of 203 values that cannot be (1893, 1899, 1900): a customer of 2014, the latest year of the file's dates, was born from 1904 to 2014.",
            finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Account age", 18, 300)]
    [InlineData("Age in days", 18, 30_000)]
    [InlineData("Wage", 18, 300)]
    [InlineData("Age", 0, 104)]
    [InlineData("Average", 18, 300)]
    public void Of_OtherAges_AreNotImpossible(string name, int low, int high)
    {
        Assert.DoesNotContain(Found(name, Between(low, high, 200)), finding => finding.Kind == FindingKind.ImpossibleValues);
    }

    [Theory]
    [InlineData("Year_Birth", 1940, 2001, FindingKind.Years)]
    [InlineData("Geburtsjahr", 1940, 2001, FindingKind.Years)]
    [InlineData("x", 1940, 2001, FindingKind.Years)]
    [InlineData("Kaufjahr Jahr", 2015, 2020, FindingKind.Years)]
    [InlineData("Last purchase date", 44_000, 45_200, FindingKind.SerialDates)]
    [InlineData("Kunde seit", 40_000, 45_200, FindingKind.SerialDates)]
    [InlineData("created timestamp", 1_500_000_000, 1_700_000_000, FindingKind.SerialDates)]
    [InlineData("Region", 1, 3, FindingKind.Codes)]
    [InlineData("month", 1, 12, FindingKind.Codes)]
    [InlineData("Kundentyp Typ", 1, 5, FindingKind.Codes)]
    [InlineData("tipo de cliente", 1, 4, FindingKind.Codes)]
    [InlineData("地域", 1, 8, FindingKind.Codes)]
    [InlineData("PLZ", 10_115, 99_998, FindingKind.Postcodes)]
    [InlineData("Flag", 0, 1, FindingKind.Flags)]
    [InlineData("Discount %", 0, 100, FindingKind.Percentages)]
    [InlineData("pct_online", 3, 60, FindingKind.Percentages)]
    public void Of_NumbersThatAreNoAmounts_AreNamedAsWhatTheyAre(string name, int low, int high, FindingKind kind)
    {
        Finding finding = Assert.Single(Found(name, Between(low, high, 240)), finding => finding.Kind >= FindingKind.Placeholders);

        Assert.Equal((kind, kind is FindingKind.Flags or FindingKind.Percentages), (finding.Kind, finding.IsNote));
        Assert.Equal([name], finding.Columns);
    }

    [Theory]
    [InlineData("Income", 20, 99)]
    [InlineData("Income", 20_000, 60_000)]
    [InlineData("Years as customer", 0, 40)]
    [InlineData("Days since last order", 0, 900)]
    [InlineData("Number of orders", 1, 12)]
    [InlineData("NumStorePurchases", 0, 13)]
    [InlineData("Children", 0, 5)]
    [InlineData("Rating", 1, 5)]
    [InlineData("Months", 1, 12)]
    [InlineData("month spend", 1, 12)]
    [InlineData("Spending Score (1-100)", 1, 100)]
    [InlineData("Discount share", 0, 100)]
    [InlineData("Tenure", 0, 72)]
    [InlineData("Yearly income", 1_900, 90_000)]
    [InlineData("Visits", 150_000, 250_000)]
    [InlineData("Order value date", 40_000, 45_000)]
    public void Of_OrdinaryAmounts_AreNothingElse(string name, int low, int high)
    {
        Assert.DoesNotContain(Found(name, Between(low, high, 240)), finding => finding.Kind >= FindingKind.Placeholders);
    }

    [Fact]
    public void Of_DatesWrittenTogether_NamesTheFormat()
    {
        double[] days = [.. Enumerable.Range(0, 60).Select(i => Compact(new DateTime(2023, 1, 5).AddDays(11 * i)))];
        double[] months = [.. Enumerable.Range(0, 60).Select(i => Math.Floor(Compact(new DateTime(2019, 1, 5).AddMonths(i)) / 100))];

        Assert.Equal(
            "The 60 numbers of 'x' are dates written together, from 20230105 to 20241015, and no amounts: from one month to the next they jump. Read them as dates (--date-format yyyyMMdd), or leave the column out (--features without it).",
            Assert.Single(Found("x", days), finding => finding.Kind == FindingKind.CompactDates).Message);
        Assert.Contains("(--date-format yyyyMM)", Assert.Single(Found("x", months), finding => finding.Kind == FindingKind.CompactDates).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Found("x", [.. days, 20230230]), finding => finding.Kind == FindingKind.CompactDates);
        Assert.DoesNotContain(Found("x", [.. days, 20231301]), finding => finding.Kind == FindingKind.CompactDates);
    }

    [Fact]
    public void Of_SpreadsheetDays_SaysWhichDatesTheyAre()
    {
        // 44197 is 2021-01-01 in Excel.
        Finding finding = Assert.Single(Found("Joined", Between(44_197, 44_561, 200)), finding => finding.Kind == FindingKind.SerialDates);

        Assert.Contains("a spreadsheet's days since 1900: 2021-01-01 to 2021-12-31.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(170, true)]
    [InlineData(159, false)]
    public void Of_ZeroInFourOfFiveRows_IsNamed(int zeros, bool named)
    {
        Finding[] found = Found("Wine", [.. Enumerable.Repeat(0.0, zeros), .. Between(1, 60, 200 - zeros)]);

        Assert.Equal(named, found.Any(finding => finding.Kind == FindingKind.MostlyZeros));
        Assert.All(
            found.Where(finding => finding.Kind == FindingKind.MostlyZeros),
            finding => Assert.StartsWith("'Wine' is 0 in 170 of 200 rows (85%): ", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_RareLevels_AreNamedWithTheirCounts()
    {
        string[] cells = [.. Enumerable.Repeat("Married", 500), .. Enumerable.Repeat("Single", 300), "YOLO", "YOLO", "Absurd"];

        Finding finding = Assert.Single(TableSummary.Of(new([new CategoricalColumn("Marital", cells)])).Notes);

        Assert.Equal(FindingKind.RareLevels, finding.Kind);
        Assert.Equal(
            "'YOLO' (2 rows) and 'Absurd' (1 row) of 'Marital' are rare among 803 rows. Correct what is a mistake; as a category (--encode \"Marital=onehot\") what is rare counts as 'other'.",
            finding.Message);
    }

    [Fact]
    public void Of_ManyTownsWithFewRowsEach_AreNotRare()
    {
        string[] cells = [.. Enumerable.Range(0, 900).Select(i => i < 600 ? "Town" : $"Place {i % 30}")];

        Assert.Empty(TableSummary.Of(new([new CategoricalColumn("Town", cells)])).Notes);
    }

    [Fact]
    public void Of_ManyFlags_AreOneNote()
    {
        Column[] flags = [.. Enumerable.Range(0, 28).Select(i => new NumericColumn($"F{i}", [.. Enumerable.Range(0, 60).Select(row => row * (i + 3) % 31 < 13 ? 1.0 : 0)]))];

        Finding finding = Assert.Single(TableSummary.Of(new(flags)).Notes);

        Assert.StartsWith("'F0', 'F1', 'F2', 'F3' and 24 more columns hold 0 and 1 only, as yes/no flags do:", finding.Message, StringComparison.Ordinal);
    }

    private static double Compact(DateTime date) => (date.Year * 10_000) + (date.Month * 100) + date.Day;

    /// <summary>Whole numbers from one to another, both ends once or more, not all different, in no order.</summary>
    private static double[] Between(int low, int high, int count) =>
        [low, high, low, .. Enumerable.Range(3, count - 3).Select(i => low + (double)((i * 2_654_435_761L >> 8) % (high - low + 1L)))];

    private static Finding[] Found(string name, double[] values)
    {
        TableSummary summary = TableSummary.Of(new([new NumericColumn(name, values)]));
        return [.. summary.Findings, .. summary.Notes];
    }
}
