using System.Reflection;
using Microsoft.CodeAnalysis.Scripting;

namespace Segmentation.Notebooks.Worker;

/// <summary>Runs the cells of one notebook, one after the other, in one state.</summary>
internal sealed class CellSession(string folder, CellConsole console) : IDisposable
{
    private readonly CellScript script = new();
    private readonly PackageAssemblies assemblies = new();
    private readonly Stack<string> importing = new();
    private PackageRestore? packages;

    /// <summary>Runs a cell; what it prints, displays and results in goes to the console.</summary>
    /// <returns>What stopped it, or null.</returns>
    public async Task<CellFailure?> RunAsync(CellRequest cell)
    {
        string name = $"cell {cell.Number}";
        importing.Clear();
        try
        {
            if (cell.Language is string language && !CellSource.IsCSharp(language))
            {
                throw new CellException(CellFailureKind.Unsupported, null, $"its language is '{language}', but only C# can be run here.");
            }

            await RunAsync(cell.Code, name);
            return null;
        }
        catch (CellException error)
        {
            return new CellFailure(error.Kind, error.Line, error.Message);
        }
        catch (CompilationErrorException error)
        {
            return FailureTrace.Of(error, name);
        }
        catch (Exception error)
        {
            return FailureTrace.Of(error, name);
        }
    }

    public void Dispose()
    {
        packages?.Dispose();
        script.Dispose();
    }

    private async Task RunAsync(string text, string file)
    {
        CellSource source = CellSource.Parse(text);
        if (source.Packages.Count > 0)
        {
            Restore(source.Packages);
        }

        foreach (CellPart part in source.Parts)
        {
            switch (part)
            {
                case ImportPart import:
                    await ImportAsync(import);
                    break;
                case CodePart code:
                    (bool hasValue, object? value) = await script.RunAsync(code.Code, file);
                    if (hasValue)
                    {
                        console.Send(new ResultMessage(MimeBundle.Of(value)));
                    }

                    break;
            }
        }
    }

    private void Restore(IReadOnlyList<PackageReference> wanted)
    {
        packages ??= new PackageRestore(folder);
        string names = string.Join("; ", wanted);
        console.Send(new RestoringMessage(true, names));
        try
        {
            (IReadOnlyList<PackageFile> files, IReadOnlyList<PackageReference> taken) = packages.Add(wanted);
            foreach (Assembly assembly in assemblies.Add(files))
            {
                script.AddReference(assembly);
            }

            console.Send(new DisplayMessage(new() { ["text/plain"] = $"Installed packages: {string.Join("; ", taken)}" }));
        }
        finally
        {
            console.Send(new RestoringMessage(false, names));
        }
    }

    private async Task ImportAsync(ImportPart import)
    {
        string path = Path.GetFullPath(import.Path);
        if (!File.Exists(path))
        {
            string advice = Path.GetFileName(path) == "setup.csx" ? " The build of the library writes it: dotnet build -c Release." : "";
            throw new CellException(
                CellFailureKind.Error, import.Line, $"there is no file {import.Path} in {Directory.GetCurrentDirectory()}.{advice}");
        }

        if (importing.Contains(path))
        {
            throw new CellException(CellFailureKind.Error, import.Line, $"{import.Path} is imported by itself.");
        }

        importing.Push(path);
        switch (Path.GetExtension(path))
        {
            case ".csx":
                await RunImportedAsync(import, await File.ReadAllTextAsync(path), path);
                break;
            case ".ipynb":
                foreach ((int number, string code) in ImportedNotebook.Cells(path))
                {
                    await RunImportedAsync(import, code, $"{path}, cell {number}");
                }

                break;
            default:
                throw new CellException(
                    CellFailureKind.Error, import.Line, $"{import.Path} cannot be imported: it should be a .csx or .ipynb file.");
        }

        importing.Pop();
    }

    private async Task RunImportedAsync(ImportPart import, string text, string file)
    {
        try
        {
            await RunAsync(text, file);
        }
        catch (CellException error) when (error.Line is int line)
        {
            throw new CellException(error.Kind, import.Line, $"in {file}, line {line}: {error.Message}");
        }
    }
}
