namespace Segmentation.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The data or the arguments are at fault; one message on standard error says how.</summary>
    public const int Fault = 1;

    /// <summary>The customers changed at least as much as <c>segment drift --fail-on</c> says; everything else was done.</summary>
    public const int Drift = 3;

    /// <summary>Ctrl-C or a request to end; nothing is half-written.</summary>
    public const int Cancelled = 130;
}
