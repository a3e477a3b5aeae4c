namespace Segmentation.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The data or the arguments are at fault; one message on standard error says how.</summary>
    public const int Fault = 1;

    /// <summary>Ctrl-C or a request to end; nothing is half-written.</summary>
    public const int Cancelled = 130;
}
