using System.CommandLine;

namespace Segmentation.Cli;

/// <summary>The argument MODEL, the same for every command that reads one.</summary>
internal static class ModelFile
{
    public static Argument<string> Argument() => new("MODEL")
    {
        Description = "A model.json that 'segment run' or 'segment stream' wrote.",
    };
}
