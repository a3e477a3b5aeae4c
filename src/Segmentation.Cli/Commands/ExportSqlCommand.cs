using System.CommandLine;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment export-sql MODEL</c>: a query that gives the rows of a table in a database their segments.</summary>
internal sealed class ExportSqlCommand : Subcommand
{
    private readonly Argument<string> modelFile = ModelFile.Argument();

    private readonly Option<string> table = new("--table")
    {
        HelpName = "NAME",
        Description = "The table, such as customers or shop.customers; a name with a dot in it stands in double quotes.",
        DefaultValueFactory = _ => "customers",
    };

    private readonly Option<string> dialect = CommonOptions.OneOf("--dialect", "The database.", "ansi", "sqlite", "postgres");

    private readonly Option<string?> id = new("--id")
    {
        HelpName = "COLUMN",
        Description = "The column that identifies a customer. [default: the one of the training customers]",
    };

    private readonly Option<string?> file = new("--out")
    {
        HelpName = "FILE",
        Description = "The file to write; an existing one is replaced once the new one is complete. [default: standard output]",
    };

    public ExportSqlCommand()
        : base("export-sql", "Writes a saved model as a SELECT that assigns the segments in a database.")
    {
        Arguments.Add(modelFile);
        Options.Add(table);
        Options.Add(dialect);
        Options.Add(id);
        Options.Add(file);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "export-sql out/model.json --dialect postgres --table shop.customers --out segments.sql",
    ];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        SegmentationModel model = SegmentationModel.Load(arguments.GetRequiredValue(modelFile));
        SqlExport export = new(arguments.GetRequiredValue(table))
        {
            Dialect = Enum.Parse<SqlDialect>(arguments.GetRequiredValue(dialect), ignoreCase: true),
            IdColumn = arguments.GetValue(id),
        };
        string sql = export.Write(model);
        string? path = arguments.GetValue(file);
        if (path is not null)
        {
            AtomicFile.WriteText(path, writer => writer.Write(sql), cancellationToken);
            output.Done($"{path}: a SELECT that gives the rows of {export.Table} one of {ResultText.Segments(model.Segments.Count)}.");
        }
        else
        {
            output.Text(sql);
        }

        output.Document(() => new JsonObject
        {
            ["model"] = arguments.GetRequiredValue(modelFile),
            ["file"] = path,
            ["table"] = export.Table,
            ["dialect"] = arguments.GetRequiredValue(dialect),
            ["sql"] = sql,
        });
    }
}
