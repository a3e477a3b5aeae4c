namespace Segmentation.Cli;

/// <summary>What the output leads to.</summary>
/// <param name="OutputIsTerminal">Standard output is a terminal that understands escape codes.</param>
/// <param name="ErrorIsTerminal">Standard error is one.</param>
/// <param name="Colour">Colours and bold type are wanted.</param>
/// <param name="Width">In columns.</param>
internal sealed record Terminal(bool OutputIsTerminal, bool ErrorIsTerminal, bool Colour, int Width)
{
    private const int UsualWidth = 80;

    /// <summary>Neither is a terminal: a pipe, a file or a test.</summary>
    public static Terminal None { get; } = new(false, false, false, UsualWidth);

    /// <summary>Looks at the process's own streams; honours NO_COLOR (no-color.org) and TERM=dumb.</summary>
    public static Terminal Detect()
    {
        bool dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        bool noColour = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        bool output = !Console.IsOutputRedirected && !dumb;
        return new Terminal(output, !Console.IsErrorRedirected && !dumb, !noColour, output ? WindowWidth() : UsualWidth);
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;   // a terminal that does not tell
        }
    }
}
