using Microsoft.CodeAnalysis.Scripting;

namespace Segmentation.Notebooks;

/// <summary>Runs the cells of one notebook, one after the other, in one state.</summary>
internal sealed class CellSession(string folder, CellConsole console) : IDisposable
{
    private const int DeepestImport = 20;

    private readonly CellScript script = new();
    private readonly NativeLibraries natives = new();
    private PackageRestore? packages;

    /// <summary>Runs a cell; what it prints, displays and results in goes to the console.</summary>
    /// <returns>What stopped it, or null.</returns>
    public async Task<CellFailure?> RunAsync(CellRequest cell)
    {
        string name = $"cell {cell.Number}";
        try
        {
            if (cell.Language is string language && !CellSource.IsCSharp(language))
            {
                throw new CellException(CellFailureKind.Unsupported, null, $"its language is '{language}', but only C# can be run here.");
            }

            await RunAsync(cell.Code, name, depth: 0);
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

    private async Task RunAsync(string text, string file, int depth)
    {
        CellSource source = CellSource.Parse(text);
        if (source.Packages.Count > 0)
        {
            Restore(source.Packages);
        }

        for (int index = 0; index < source.Parts.Count; index++)
        {
            switch (source.Parts[index])
            {
                case ImportPart import:
                    await ImportAsync(import, depth);
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
            IReadOnlyList<PackageFile> files = packages.Add(wanted);
            natives.Add(files);
            script.AddReferences(files.Where(file => !file.IsNative).Select(file => file.Path));
        }
        finally
        {
            console.Send(new RestoringMessage(false, names));
        }
    }

    private async Task ImportAsync(ImportPart import, int depth)
    {
        string path = Path.GetFullPath(import.Path);
        if (!File.Exists(path))
        {
            string advice = Path.GetFileName(path) == "setup.csx" ? " The build of the library writes it: dotnet build -c Release." : "";
            throw new CellException(
                CellFailureKind.Error, import.Line, $"there is no file {import.Path} in {Directory.GetCurrentDirectory()}.{advice}");
        }

        if (depth == DeepestImport)
        {
            throw new CellException(CellFailureKind.Error, import.Line, $"{import.Path} is imported by itself.");
        }

        switch (Path.GetExtension(path))
        {
            case ".csx":
                await RunImportedAsync(import, await File.ReadAllTextAsync(path), path, depth);
                break;
            case ".ipynb":
                foreach (NotebookCell cell in NotebookDocument.Load(path).Cells.Where(cell => cell.Kind == CellKind.Code))
                {
                    await RunImportedAsync(import, cell.Source, $"{path}, cell {cell.Number}", depth);
                }

                break;
            default:
                throw new CellException(
                    CellFailureKind.Error, import.Line, $"{import.Path} cannot be imported: it should be a .csx or .ipynb file.");
        }
    }

    private async Task RunImportedAsync(ImportPart import, string text, string file, int depth)
    {
        try
        {
            await RunAsync(text, file, depth + 1);
        }
        catch (CellException error) when (error.Line is int line)
        {
            throw new CellException(error.Kind, import.Line, $"in {file}, line {line}: {error.Message}");
        }
    }
}
