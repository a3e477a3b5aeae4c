using System.CommandLine;

namespace Segmentation.Cli;

/// <summary>The options of a run that say what customers are worth, and what they show.</summary>
internal sealed class ValueOptions
{
    private readonly Option<string?> column = new("--value")
    {
        HelpName = "COLUMN",
        Description = "A numeric column that says what a customer is worth: segments are ranked by it. It need not be a feature.",
    };

    private readonly Option<string?> before = new("--value-before")
    {
        HelpName = "COLUMN",
        Description = "The column with the same value of an earlier period, to know which segments grow.",
    };

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(column);
        command.Options.Add(before);
    }

    /// <summary>The column that was asked for; null for none.</summary>
    public string? Column(ParseResult arguments) => arguments.GetValue(column);

    /// <summary>The column of the earlier period; null for none.</summary>
    public string? ColumnBefore(ParseResult arguments) => arguments.GetValue(before);

    /// <summary>Shows the segments by value, where that was asked for.</summary>
    public static void Show(CommandOutput output, SegmentationResult result)
    {
        if (result.Value is not ValueRanking value)
        {
            return;
        }

        output.Heading($"Value by {value.Column}");
        output.Table(TableOf(value));
        foreach (string sentence in value.Sentences)
        {
            output.Line(sentence);
        }
    }

    private static TextTable TableOf(ValueRanking value)
    {
        string[] change = value.Before is null ? [] : ["#Change", "#From", "#To", "Trend"];
        TextTable table = new(
            ["#Rank", "#Segment", "Name", "#Share of customers", "#Share of value", "#Each", "#From", "#To", "Level", .. change]);
        foreach (SegmentValue segment in value.Ranked)
        {
            string?[] changed = value.Before is null
                ? []
                : [Number(segment.Change), Number(segment.ChangeLower), Number(segment.ChangeUpper), ValueText.Word(segment.Standing.Trend)];
            table.Add(
            [
                Shown.Count(segment.Rank), Shown.Count(segment.Segment), segment.Name, Shown.Percent(segment.ShareOfCustomers),
                segment.ShareOfValue is double share ? Shown.Percent(share) : null,
                Number(segment.Mean), Number(segment.Lower), Number(segment.Upper), ValueText.Word(segment.Standing.Level), .. changed,
            ]);
        }

        return table;
    }

    private static string? Number(double? value) => value is double known ? NumberText.Of(known) : null;
}
