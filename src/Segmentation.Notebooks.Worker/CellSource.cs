using System.Text;
using System.Text.RegularExpressions;

namespace Segmentation.Notebooks.Worker;

/// <summary>A cell's text, taken apart into the packages it asks for, what it imports, and its C#.</summary>
internal sealed partial class CellSource
{
    /// <summary>The last one is what VS Code says of a notebook as a whole; its cells are C# unless they say otherwise.</summary>
    private static readonly string[] OwnNames = ["csharp", "c#", "polyglot-notebook"];

    private CellSource(IReadOnlyList<PackageReference> packages, IReadOnlyList<CellPart> parts)
    {
        Packages = packages;
        Parts = parts;
    }

    /// <summary>The packages of <c>#r "nuget: Id, Version"</c>; they are restored before anything of the cell runs.</summary>
    public IReadOnlyList<PackageReference> Packages { get; }

    /// <summary>The C# and the imports, in order.</summary>
    public IReadOnlyList<CellPart> Parts { get; }

    /// <summary>Whether a language is the one that cells run in.</summary>
    public static bool IsCSharp(string language) => OwnNames.Contains(language, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a cell apart.</summary>
    /// <exception cref="CellException">It has a magic that is not known.</exception>
    public static CellSource Parse(string text)
    {
        List<PackageReference> packages = [];
        List<CellPart> parts = [];
        StringBuilder code = new();
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (Package().Match(line) is { Success: true } package)
            {
                string version = package.Groups["version"].Value.Trim();
                packages.Add(new PackageReference(package.Groups["id"].Value.Trim(), version.Length == 0 ? null : version));
            }
            else if (Magic().Match(line) is { Success: true } magic)
            {
                string name = magic.Groups["name"].Value;
                string rest = magic.Groups["rest"].Value.Trim();
                if (name == "import" && rest.Length > 0)
                {
                    AddCode(parts, code);
                    parts.Add(new ImportPart(rest.Trim('"'), number));
                }
                else if (!IsCSharp(name) || rest.Length > 0)
                {
                    throw new CellException(
                        CellFailureKind.Unsupported, number, $"'{line.Trim()}' cannot be run here; known are #!import FILE and #!csharp.");
                }
            }
            else
            {
                code.Append(line);
            }

            code.Append('\n');   // what is taken out leaves an empty line, so that the compiler counts as the reader does
        }

        AddCode(parts, code);
        return new CellSource(packages, parts);
    }

    private static void AddCode(List<CellPart> parts, StringBuilder code)
    {
        string text = code.ToString();
        if (!string.IsNullOrWhiteSpace(text))
        {
            parts.Add(new CodePart(text));
        }

        code.Clear().Append('\n', text.Count(letter => letter == '\n'));
    }

    [GeneratedRegex("""^\s*#r\s+"nuget:\s*(?<id>[^",]+)(,\s*(?<version>[^",][^"]*))?"\s*;?\s*$""")]
    private static partial Regex Package();

    [GeneratedRegex(@"^\s*#!(?<name>\S+)(?<rest>.*)$")]
    private static partial Regex Magic();
}

/// <summary>One piece of a cell.</summary>
internal abstract record CellPart;

/// <summary>C#, with empty lines before it for what stood there.</summary>
internal sealed record CodePart(string Code) : CellPart;

/// <summary>A file to be run in this place.</summary>
internal sealed record ImportPart(string Path, int Line) : CellPart;
