using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli;

/// <summary>The argument DATA with the options that say how it is to be read, the same for every command that reads one.</summary>
internal sealed class DataFile
{
    private const string StandardInput = "-";
    private const string Found = "found";

    private readonly Argument<string> data = new("DATA")
    {
        Description = "A CSV or TSV file with a header and one customer in each row; - is standard input.",
    };

    private readonly Option<string?> id = new("--id")
    {
        HelpName = "COLUMN",
        Description = "The column that identifies a customer. [default: found by its name and its values]",
    };

    private readonly Option<string> dateOrder = CommonOptions.OneOf(
        "--date-order", "Which comes first in dates such as 03/04/2024.", Found, "day", "month");

    private readonly Option<string?> dateFormat = new("--date-format")
    {
        HelpName = "FORMAT",
        Description = "The .NET format of the dates, such as dd.MM.yy. [default: the forms with a year of four digits]",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (string.IsNullOrWhiteSpace(text))
            {
                result.AddError("--date-format should be a format such as dd.MM.yy, but is empty.");
            }

            return text;
        },
    };

    private readonly Option<string> strayText = CommonOptions.OneOf(
        "--stray-text", "What a few texts in a column of numbers are: a fault when the column is used, or missing.", "refuse", "missing");

    private readonly Option<string> decimalSign = CommonOptions.OneOf(
        "--decimal", "What separates the decimals in numbers such as 1,234.", Found, "point", "comma");

    private readonly Option<IReadOnlyList<string>?> missingTexts = new("--missing-text")
    {
        HelpName = "A,B",
        Description = "Texts that mean a missing value in every column. [default: NA, N/A, NaN, null, ?, -, with care]",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ColumnNames.Parse,
    };

    /// <summary>Gives a command the argument and the options.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(data);
        command.Options.Add(id);
        command.Options.Add(dateOrder);
        command.Options.Add(dateFormat);
        command.Options.Add(decimalSign);
        command.Options.Add(strayText);
        command.Options.Add(missingTexts);
    }

    /// <summary>As <see cref="AddTo"/>, for a command that compares the customers with those of a model.</summary>
    public void AddForModelTo(Command command)
    {
        AddTo(command);
        id.Description = "The column that identifies a customer. [default: that of the training customers, else found by its name and its values]";
    }

    /// <summary>As <see cref="AddTo"/>, for a command that reads the file several times, and only its numbers and ids.</summary>
    public void AddForStreamingTo(Command command)
    {
        data.Description = "A CSV or TSV file with a header and one customer in each row; not standard input.";
        id.Description = "The column that identifies a customer. [default: found by its name]";
        command.Arguments.Add(data);
        command.Options.Add(id);
        command.Options.Add(decimalSign);
        command.Options.Add(strayText);
        command.Options.Add(missingTexts);
    }

    /// <summary>As <see cref="AddTo"/>, for a command that reads the file block by block and keeps nothing of it.</summary>
    public void AddForScoringTo(Command command)
    {
        AddForStreamingTo(command);
        command.Options.Add(dateOrder);
        command.Options.Add(dateFormat);
        data.Description = "A CSV or TSV file with a header and one customer in each row; - is standard input.";
        id.Description = "The column that identifies a customer. [default: that of the training customers, else found by its name]";
    }

    /// <summary>The file's name as it was given.</summary>
    public string Name(ParseResult arguments) => arguments.GetRequiredValue(data);

    /// <summary>What messages call the file.</summary>
    public string SourceName(ParseResult arguments) => IsStandardInput(arguments) ? "standard input" : Name(arguments);

    /// <summary>Whether the data came in a way that cannot be gone again.</summary>
    public bool IsStandardInput(ParseResult arguments) => Name(arguments) == StandardInput;

    /// <summary>How the file was to be read, for the manifest; the id column is not among it, for the table knows it.</summary>
    public JsonObject Record(ParseResult arguments) => new()
    {
        ["data"] = Name(arguments),
        ["dateOrder"] = arguments.GetValue(dateOrder),
        ["dateFormat"] = arguments.GetValue(dateFormat),
        ["decimal"] = arguments.GetValue(decimalSign),
        ["strayText"] = arguments.GetValue(strayText),
        ["missingText"] = arguments.GetValue(missingTexts) is IReadOnlyList<string> texts
            ? new JsonArray([.. texts.Select(text => JsonValue.Create(text))])
            : null,
    };

    /// <summary>Reads the file, or standard input where the name is a dash.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="cancellationToken">Stops the command.</param>
    /// <param name="usualId">The column of ids of a file that has it, where none is told; may be null.</param>
    /// <exception cref="DataException">It cannot be read as a table.</exception>
    public CustomerTable Load(ParseResult arguments, CancellationToken cancellationToken, string? usualId = null)
    {
        CsvOptions options = ReadingOptions(arguments) with { UsualIdColumn = usualId };

        // A pipe may keep its reader waiting for ever: when the command is cancelled, the reading is left to itself.
        Task<CustomerTable> reading = Task.Run(() => Read(arguments, options), cancellationToken);
        return reading.WaitAsync(cancellationToken).GetAwaiter().GetResult();
    }

    private CustomerTable Read(ParseResult arguments, CsvOptions options)
    {
        if (!IsStandardInput(arguments))
        {
            return CustomerTable.Load(Name(arguments), options);
        }

        using Stream input = Console.OpenStandardInput();
        return CustomerTable.Read(input, SourceName(arguments), options);
    }

    /// <summary>How the file is to be read.</summary>
    public CsvOptions ReadingOptions(ParseResult arguments) => ReadingOptions(Record(arguments), arguments.GetValue(id));

    /// <summary>How a file was read whose reading a manifest has from <see cref="Record"/>; what it does not say is found from the file.</summary>
    public static CsvOptions ReadingOptions(JsonObject record, string? idColumn) => new()
    {
        IdColumn = idColumn,
        MissingTokens = record["missingText"] is JsonArray texts ? [.. texts.OfType<JsonValue>().Select(text => text.ToString())] : null,
        DateOrder = record["dateOrder"]?.ToString() switch
        {
            "day" => DateOrder.DayFirst,
            "month" => DateOrder.MonthFirst,
            _ => null,
        },
        DateFormat = record["dateFormat"]?.ToString(),
        DecimalSeparator = record["decimal"]?.ToString() switch
        {
            "point" => '.',
            "comma" => ',',
            _ => null,
        },
        StrayTexts = record["strayText"]?.ToString() == "missing" ? StrayTextHandling.TreatAsMissing : StrayTextHandling.Refuse,
    };
}
