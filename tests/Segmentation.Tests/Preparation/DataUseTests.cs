using System.Globalization;
using System.Text;

namespace Segmentation.Tests.Preparation;

public sealed class DataUseTests
{
    [Fact]
    public void Sentences_NothingLeftOut_SayAllRowsAndTheColumns() => Assert.Equal(
        ["Rows: all 40 are used.", "Compared by Spend: the numeric columns that are not ids. Choose with --features."],
        SentencesOf(Table("Spend", row => Text(row % 7))));

    [Fact]
    public void Sentences_RowsThatLackSomething_SayWhatAndWhatWouldKeepThem() => Assert.Equal(
        "Rows: 37 of 40 are used; 3 (7.5%) are not, for they lack a (2) and b (2); --missing median or kpod would keep them.",
        SentencesOf(Table("a,b", row => $"{(row < 2 ? "" : row % 7)},{(row is 1 or 2 ? "" : row % 5)}"))[0]);

    [Fact]
    public void Sentences_OneRow_SpeakOfOne() => Assert.Equal(
        "Rows: 39 of 40 are used; 1 (2.5%) is not, for it lacks a; --missing median or kpod would keep it.",
        SentencesOf(Table("a", row => row == 4 ? "" : Text(row % 7)))[0]);

    [Fact]
    public void Sentences_ThreeBadCells_NameThemAndTheOption() => Assert.Equal(
        "Not compared by Age, which is text because of 3 of 40 cells: '#VALUE!' in line 7, 'unknown' in line 9 and 1 more; --stray-text missing would take it in.",
        SentencesOf(Table("Spend,Age", row => $"{row % 7},{(row is 5 or 30 ? "#VALUE!" : row == 7 ? "unknown" : Text(20 + row))}"))[2]);

    [Theory]
    [InlineData("37 years", "#0 years")]
    [InlineData("$1,250", "$1,2#0")]
    [InlineData("12%", "#%")]
    public void Sentences_NumbersWithSomethingAround_AreTold(string kind, string pattern)
    {
        string sentence = SentencesOf(Table("Spend,Odd", row => $"{row % 7},\"{pattern.Replace("#", Text(1 + (row % 9)), StringComparison.Ordinal)}\""))[2];

        Assert.StartsWith("Not compared by Odd (as '", sentence, StringComparison.Ordinal);
        Assert.EndsWith("numbers with signs or words around them are text; leave only the numbers to use it.", sentence, StringComparison.Ordinal);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public void Sentences_CategoriesDatesAndTexts_SayWhatTakesThemIn()
    {
        string[] sentences = SentencesOf(Table(
            "Spend,Plan,Partner,Since,Note", row => $"{row % 7},{"ABC"[row % 3]},{(row % 2 == 0 ? "Yes" : "No")},2024-01-{1 + (row % 28):00},note number {row}"));

        Assert.Equal(
            [
                "Not compared by the categories Plan (3 values) and Partner (2 values); --encode \"Plan=onehot\", and so on for each, would take them in.",
                "Not compared by the date Since; --encode \"Since=age\" would take it in.",
                "Not compared by Note (text).",
            ],
            sentences[2..]);
    }

    [Fact]
    public void Sentences_ColumnCalledChurn_SuggestItAsTheOutcome() => Assert.Equal(
        "Not compared by Churn (2 values), which by its name says what became of a customer; --outcome \"Churn\" compares the segments by it.",
        SentencesOf(Table("Spend,Churn", row => $"{row % 7},{(row % 3 == 0 ? "Yes" : "No")}"))[2]);

    [Fact]
    public void Sentences_SparseColumn_SayThePriceAndThatTheNumbersAreNotAll() => Assert.Equal(
        [
            "Rows: all 40 are used.",
            "Compared by Spend: numeric columns that are not ids. Choose with --features.",
            "Left out, for it would cost most of the rows: NPS (missing in 36 of 40 rows). Name it in --features to pay that price, or fill its gaps with --missing median.",
        ],
        SentencesOf(Table("Spend,NPS", row => $"{row % 7},{(row % 10 == 3 ? Text(row % 9) : "")}")));

    [Fact]
    public void Sentences_FeaturesThatAreNamed_LeaveOutTheOthersOnPurpose() => Assert.Equal(
        ["Rows: all 40 are used.", "Compared by Spend, as asked."],
        SentencesOf(Table("Spend,Visits,Plan", row => $"{row % 7},{row % 5},{"AB"[row % 2]}"), new Preprocessor { Features = ["Spend"] }));

    [Fact]
    public void Sentences_EncodedCategory_IsAmongTheColumns() => Assert.Equal(
        "Compared by Spend and Plan: the numeric columns that are not ids, and those with an encoding. Choose with --features.",
        SentencesOf(
            Table("Spend,Plan", row => $"{row % 7},{"AB"[row % 2]}"),
            new Preprocessor { Encodings = new Dictionary<string, ColumnEncoding> { ["Plan"] = ColumnEncoding.OneHot } })[1]);

    [Fact]
    public void Options_ThatAreNamed_TakeTheColumnIn()
    {
        const string Header = "Spend,Plan,Since,Age";
        string Row(int row) => $"{row % 7},{"ABC"[row % 3]},2024-01-{1 + (row % 28):00},{(row == 5 ? "#VALUE!" : Text(20 + (row % 17)))}";
        CustomerTable table = Table(Header, Row, new CsvOptions { StrayTexts = StrayTextHandling.TreatAsMissing });

        IReadOnlyList<string> columns = new Preprocessor
        {
            Encodings = new Dictionary<string, ColumnEncoding> { ["Plan"] = ColumnEncoding.OneHot, ["Since"] = ColumnEncoding.Age },
        }.Fit(table).ColumnNames;

        Assert.Equal(["Spend", "Plan", "Since", "Age"], columns);
    }

    private static string[] SentencesOf(CustomerTable table, Preprocessor? preprocessor = null) => [.. DataUse.Of(table, preprocessor ?? new()).Sentences];

    private static CustomerTable Table(string header, Func<int, string> row, CsvOptions? options = null)
    {
        StringBuilder text = new($"CustomerID,{header}\n");
        for (int i = 0; i < 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"c{i:000},{row(i)}\n");
        }

        return Csv.Read(text.ToString(), options);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
