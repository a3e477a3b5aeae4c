using System.Runtime.CompilerServices;

namespace Segmentation.TestSupport;

/// <summary>
/// Compares a text with the reviewed one in the folder Snapshots beside the test. A missing or different one fails and
/// leaves the new text as NAME.received.EXT; UPDATE_SNAPSHOTS=1 writes it instead, to be reviewed in the diff.
/// </summary>
internal static class Snapshot
{
    public static void Match(string fileName, string text, [CallerFilePath] string testFile = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        string approved = Path.Combine(folder, fileName);
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(approved, text);
            return;
        }

        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : string.Empty;
        if (expected == text)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(fileName)}.received{Path.GetExtension(fileName)}"), text);
        Assert.Equal(expected, text);
    }
}
