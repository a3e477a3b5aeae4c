using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Cli.Commands;

/// <summary><c>segment verify DIR</c>: whether a folder holds one whole result.</summary>
internal sealed class VerifyCommand : Subcommand
{
    private readonly Argument<string> folder = new("DIR") { Description = "A folder that 'segment run' wrote." };

    public VerifyCommand()
        : base("verify", "Checks that the files of a result are the ones that one run wrote.")
    {
        Arguments.Add(folder);
    }

    public override IReadOnlyList<string> Examples => ["verify out"];

    public override void Run(ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        ResultVerification verified =
            ResultVerification.Of(arguments.GetRequiredValue(folder), cancellationToken);
        output.Document(() => ToJson(verified));
        output.Table(ToTable(verified));
        if (verified.PendingFiles.Count > 0)
        {
            output.Warn(
                $"a run into {verified.Folder} was interrupted or is under way; the next run removes what it left.");
        }

        if (verified.Fault is string fault)
        {
            throw new DataException(fault);
        }

        output.Line($"{verified.Folder} is a whole result, written by segment {verified.Manifest.ToolVersion}.");
    }

    private static TextTable ToTable(ResultVerification verified)
    {
        TextTable table = new("File", "State", "#Bytes");
        foreach (VerifiedFile file in verified.Files)
        {
            table.Add(file.File.Name, Word(file.State), file.File.Length.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static JsonObject ToJson(ResultVerification verified) => new()
    {
        ["folder"] = verified.Folder,
        ["whole"] = verified.IsWhole,
        ["toolVersion"] = verified.Manifest.ToolVersion,
        ["options"] = verified.Manifest.Options.DeepClone(),
        ["files"] = new JsonArray([.. verified.Files.Select(file => new JsonObject
        {
            ["name"] = file.File.Name,
            ["state"] = Word(file.State),
            ["bytes"] = file.File.Length,
            ["sha256"] = file.File.Sha256,
        })]),
        ["pending"] = new JsonArray([.. verified.PendingFiles.Select(name => JsonValue.Create(name))]),
    };

    private static string Word(ResultFileState state) => state switch
    {
        ResultFileState.Whole => "ok",
        ResultFileState.Changed => "changed",
        _ => "missing",
    };
}
