using System.ComponentModel;
using System.Diagnostics;

namespace Segmentation.Cli;

/// <summary>A file on disk, opened in whatever the system opens web pages with.</summary>
internal static class BrowserPage
{
    private const int PatienceInMilliseconds = 1500;

    /// <summary>Opens a file; where that fails, a warning says how to open it and the command goes on.</summary>
    public static void Open(string path, CommandOutput output)
    {
        string fullPath = Path.GetFullPath(path);
        try
        {
            using Process? opener = Process.Start(Start(fullPath));

            // Those that cannot open anything say so at once; one that goes on is the browser itself.
            if (opener is not null && opener.WaitForExit(PatienceInMilliseconds) && opener.ExitCode != 0)
            {
                Fail(fullPath, output);
            }
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or InvalidOperationException or PlatformNotSupportedException)
        {
            Fail(fullPath, output);
        }
    }

    /// <summary>
    /// How this system opens a file. The shell is there to silence the opener, for the browser may go on writing after
    /// this program has ended; the path is an argument to it, never part of what it runs.
    /// </summary>
    private static ProcessStartInfo Start(string fullPath) => OperatingSystem.IsWindows()
        ? new(fullPath) { UseShellExecute = true }
        : new("/bin/sh", ["-c", $"exec {(OperatingSystem.IsMacOS() ? "open" : "xdg-open")} \"$1\" >/dev/null 2>&1", "sh", fullPath]);

    private static void Fail(string fullPath, CommandOutput output) =>
        output.Warn($"no browser could be opened; open {fullPath} in one.");
}
