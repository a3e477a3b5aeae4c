using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Segmentation.Notebooks.Worker;

/// <summary>Says of an exception where in the cell it comes from.</summary>
internal static partial class FailureTrace
{
    /// <summary>Code that does not compile.</summary>
    public static CellFailure Of(CompilationErrorException error, string file)
    {
        Diagnostic first = error.Diagnostics[0];
        string[] lines = [.. error.Diagnostics.Select(each => $"{Place(each)}: {Message(each)}")];
        FileLinePositionSpan place = first.Location.GetLineSpan();
        bool isHere = place.Path == file;
        return new CellFailure(
            CellFailureKind.Error, isHere ? place.StartLinePosition.Line + 1 : null, isHere ? Message(first) : lines[0], lines);
    }

    /// <summary>Code that throws: the frames of the cell's own code, and of what it called.</summary>
    public static CellFailure Of(Exception error, string file)
    {
        StackFrame[] frames = new StackTrace(error, fNeedFileInfo: true).GetFrames();
        StackFrame? own = frames.LastOrDefault(frame => Path.GetFileName(frame.GetFileName()) == file && frame.GetFileLineNumber() > 0);
        string message = $"{error.GetType().FullName}: {error.Message.ReplaceLineEndings(" ")}";
        string[] trace =
        [
            .. error.ToString().ReplaceLineEndings("\n").Split('\n').Where(line =>
                !line.Contains("Microsoft.CodeAnalysis.Scripting", StringComparison.Ordinal)
                && !line.Contains("Segmentation.Notebooks", StringComparison.Ordinal)
                && !line.StartsWith("---", StringComparison.Ordinal))
                .Select(line => CellPath().Replace(line, " in $1:line")),
        ];
        return new CellFailure(CellFailureKind.Error, own?.GetFileLineNumber(), message, trace);
    }

    private static string Place(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        return string.Create(
            CultureInfo.InvariantCulture, $"{place.Path}, line {place.StartLinePosition.Line + 1}, column {place.StartLinePosition.Character + 1}");
    }

    private static string Message(Diagnostic diagnostic) =>
        $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    /// <summary>The compiler puts the current folder before a cell's name.</summary>
    [GeneratedRegex(@" in .*[/\\](cell \d+):line")]
    private static partial Regex CellPath();
}
