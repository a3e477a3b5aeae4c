namespace Segmentation.Cli;

/// <summary>Writes a word so that a shell takes it for one.</summary>
internal static class ShellWords
{
    private const string Plain = "_-./:,=+@%";

    /// <summary>The word itself where that is safe, else in single quotes, as POSIX shells and PowerShell take them.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
